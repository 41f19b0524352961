import { later } from '../../../parts/ui/later.tsx'
import { withWords } from '../../../parts/ui/withWords.ts'

/** Fetched once a set lies with the council. */
const words = async () => (await import('../../../../shared/messages/adoption.ts')).adoption
const difference = async () => (await import('../../../../shared/messages/versions.ts')).versions

export const CouncilSteps = later(
  async () => (await withWords(import('./CouncilSteps.tsx'), words())).CouncilSteps,
)
export const Judgements = later(
  async () => (await withWords(import('./Judgements.tsx'), words(), difference())).Judgements,
)
