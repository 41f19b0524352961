import { setTimeout as pause } from 'node:timers/promises'

type Found<T> = Exclude<T, null | undefined | false | '' | 0>

/** Waits until `look` gives something, and gives that. When it does not in time, the sentence says what was waited for. */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  withinMs = 5_000,
): Promise<Found<Awaited<T>>> {
  const late = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found) return found as Found<Awaited<T>>
    if (performance.now() > late) throw new Error(`not within ${withinMs} ms: ${what}`)
    await pause(10)
  }
}
