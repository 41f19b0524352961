import { later } from '../ui/later.tsx'
import { addWords } from '../ui/text.tsx'

/** Fetched between two sessions, with the words that nobody reads before. */
export async function withBetweenWords<Module>(module: Promise<Module>): Promise<Module> {
  const [loaded, { between }, { versions }] = await Promise.all([
    module,
    import('../../../shared/messages/between.ts'),
    import('../../../shared/messages/versions.ts'),
  ])
  addWords({ ...between, ...versions })
  return loaded
}

export const CatchUp = later(async () => (await withBetweenWords(import('./CatchUp.tsx'))).CatchUp)
export const ObjectionNotes = later(
  async () => (await withBetweenWords(import('./ObjectionNotes.tsx'))).ObjectionNotes,
)
