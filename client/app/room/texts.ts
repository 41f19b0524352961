import { later } from '../../parts/ui/later.tsx'

/** The editor is most of what a table takes: it comes with the first announcement of one. */
export const AgreementPanel = later(
  async () => (await import('../../parts/agreement/AgreementPanel.tsx')).AgreementPanel,
)

export const AgreementsReader = later(
  async () => (await import('../../parts/agreement/AgreementsReader.tsx')).AgreementsReader,
)
