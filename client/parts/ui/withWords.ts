import { fetchEnglishIfRead } from './language.ts'
import { addWords, type Words } from './text.tsx'

/** A part that is fetched, once the words that nobody says before it can be said in the language that is read. */
export async function withWords<Part>(
  part: Promise<Part>,
  ...catalogues: Promise<Words | readonly Words[]>[]
): Promise<Part> {
  const [fetched, ...words] = await Promise.all([part, ...catalogues])
  addWords(...words.flat())
  await fetchEnglishIfRead()
  return fetched
}
