import { later } from '../ui/later.tsx'
import { withWords } from '../ui/withWords.ts'

/** Fetched where a round is held; the first bytes of the plenary do not carry it. */
const words = async () => (await import('../../../shared/messages/consent.ts')).consent

export const ConsentRoom = later(
  async () => (await withWords(import('./ConsentRoom.tsx'), words())).ConsentRoom,
)
export const ConsentDesk = later(
  async () => (await withWords(import('./ConsentDesk.tsx'), words())).ConsentDesk,
)
export const ConsentHall = later(
  async () => (await withWords(import('./ConsentHall.tsx'), words())).ConsentHall,
)
