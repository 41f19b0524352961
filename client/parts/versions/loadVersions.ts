import { fetched } from '../../core/fetched.ts'
import { addWords } from '../ui/text.tsx'

/** The screen, what finds the difference between two texts, and the words that nobody else reads. */
export const loadVersions = fetched(async () => {
  const [screen, { versions }] = await Promise.all([
    import('./VersionsDialog.tsx'),
    import('../../../shared/messages/versions.ts'),
  ])
  addWords(versions)
  return screen.VersionsDialog
})
