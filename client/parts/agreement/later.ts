import { later } from '../ui/later.tsx'
import { withWords } from '../ui/withWords.ts'

const words = async () => (await import('../../../shared/messages/writing.ts')).writing

/** The editor is most of what a table takes: it comes with the first announcement of one. */
export const AgreementPanel = later(
  async () => (await withWords(import('./AgreementPanel.tsx'), words())).AgreementPanel,
)

export const AgreementsReader = later(async () => (await import('./AgreementsReader.tsx')).AgreementsReader)
