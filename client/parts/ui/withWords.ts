import type { Catalogue } from '../../../shared/messages/format.ts'
import { addWords } from './text.tsx'

/** A part that is fetched, once the words that nobody says before it can be said. */
export async function withWords<Part>(
  part: Promise<Part>,
  ...catalogues: Promise<Catalogue>[]
): Promise<Part> {
  const [fetched, ...words] = await Promise.all([part, ...catalogues])
  for (const one of words) addWords(one)
  return fetched
}
