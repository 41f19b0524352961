import { later } from '../ui/later.tsx'
import { withWords } from '../ui/withWords.ts'

const words = async () => (await import('../../../shared/messages/harvest.ts')).harvest

export const HarvestBoard = later(
  async () => (await withWords(import('./HarvestBoard.tsx'), words())).HarvestBoard,
)
