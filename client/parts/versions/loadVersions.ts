import { fetched } from '../../core/fetched.ts'
import { withWords } from '../ui/withWords.ts'

const words = async () => (await import('../../../shared/messages/versions.ts')).versions

/** The screen, with what finds the difference between two texts. */
export const loadVersions = fetched(
  async () => (await withWords(import('./VersionsDialog.tsx'), words())).VersionsDialog,
)
