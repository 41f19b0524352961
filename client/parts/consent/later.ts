import { later } from '../ui/later.tsx'

/** Fetched where a round is held; the first bytes of the plenary do not carry it. */
export const ConsentRoom = later(async () => (await import('./ConsentRoom.tsx')).ConsentRoom)
export const ConsentDesk = later(async () => (await import('./ConsentDesk.tsx')).ConsentDesk)
export const ConsentHall = later(async () => (await import('./ConsentHall.tsx')).ConsentHall)
