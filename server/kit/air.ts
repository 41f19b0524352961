import { setImmediate as turn } from 'node:timers/promises'

/** So long nobody else is kept waiting. */
const BREATH_MS = 10

/** For long work in small steps: between two of them others get their turn, once it has gone on for a while. */
export function createAir(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < BREATH_MS) return
    await turn()
    since = performance.now()
  }
}
