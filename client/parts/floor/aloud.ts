import type { Part, Sentence } from './part.ts'

/** What is said aloud of a sentence; silence about everything that changes too often to be heard. */
export function aloud({ parts, sub }: Sentence): Part[] {
  return [...parts.map(steady), ...sub.filter(isAboutMe)]
}

/** In free talk a voice that names every talker would talk through them all: the kind of talk is said once. */
function steady(part: Part): Part {
  const free = part.key.startsWith('floor.free') || part.key === 'room.freeMine'
  return free ? { key: 'floor.freeNobody' } : part
}

/** What one must know to do what is asked. */
const SAID: ReadonlySet<string> = new Set(['sub.begin', 'sub.beginTyped', 'sub.nothingToDo'])

/** Others' waiting is on the screen; one's own place and what one must know is heard too (F1). */
export const isAboutMe = ({ key }: Part): boolean =>
  key.startsWith('mine.') || key.startsWith('whole.') || SAID.has(key)
