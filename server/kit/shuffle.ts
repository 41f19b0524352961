import { randomInt } from 'node:crypto'

/** The same things in an order that nobody chose. */
export function shuffle<T>(things: readonly T[]): T[] {
  const drawn: T[] = []
  for (const thing of things) {
    const at = randomInt(drawn.length + 1)
    const there = drawn[at]
    drawn[at] = thing
    if (there !== undefined) drawn.push(there)
  }
  return drawn
}
