import { later } from '../ui/later.tsx'
import { withWords } from '../ui/withWords.ts'

const WORDS = [
  async () => (await import('../../../shared/messages/between.ts')).between,
  async () => (await import('../../../shared/messages/versions.ts')).versions,
]

/** Fetched between two sessions, with the words that nobody reads before. */
export const withBetweenWords = <Part>(part: Promise<Part>): Promise<Part> =>
  withWords(part, ...WORDS.map((words) => words()))

export const CatchUp = later(async () => (await withBetweenWords(import('./CatchUp.tsx'))).CatchUp)
export const NameNotice = later(async () => (await withBetweenWords(import('./NameAnswers.tsx'))).NameNotice)
export const ObjectionNotes = later(
  async () => (await withBetweenWords(import('./ObjectionNotes.tsx'))).ObjectionNotes,
)
