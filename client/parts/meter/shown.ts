import type { RoomBalance } from '../../../shared/dialogue/time/balance.ts'

/** Persons and groups of one room, or of several together, and what their time rests on (S2). */
export type BalanceShown = Pick<RoomBalance, 'basis' | 'people' | 'groups'>
