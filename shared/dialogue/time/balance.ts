import type { Group, PersonId, RoomId } from '../model.ts'

/** Speaking time against the equal share, as one viewer may see it (S2-S5, S8). Times in milliseconds. */

/** In words; never a figure of somebody else. `share` is own time / equal share (1 = equal). */
export interface OwnBalance {
  spokenMs: number
  share: number
  words: BalanceWords
}
/** `early`: too little was said by all together for a share to mean something. */
export type BalanceWords = 'none' | 'early' | 'muchLess' | 'less' | 'equal' | 'more' | 'muchMore'

export interface PersonBalance extends OwnBalance {
  person: PersonId
  /** S2: what was heard, where `spokenMs` may rest on turns. */
  measuredMs: number
  /** Not heard yet in this room. */
  silent: boolean
}
/** S2: what the time of a room rests on: the turns' clocks, measured speech, or one after the other. */
export type Basis = 'turns' | 'speech' | 'both'
export interface GroupBalance {
  group: Group
  /** Seats that were taken, and those of people who have not come yet: nobody can speak from those. */
  seats: number
  free: number
  spokenMs: number
  /** Part of all speech, 0..1, and part of the seats that were taken, 0..1. */
  share: number
  seatShare: number
}
export interface RoomBalance {
  room: RoomId
  basis: Basis
  people: PersonBalance[]
  groups: GroupBalance[]
}
export interface RoomMeter extends RoomBalance {
  /** Time of those in the room who are outside the balance (S7): the order of quiet first goes by it too (F6). */
  others: Readonly<Record<PersonId, number>>
}

/** Made for one viewer, once a second. */
export interface MeterView {
  /** Null: this person does not count (S7). */
  own: OwnBalance | null
  /** Only for whoever leads a room; empty for everybody else. */
  rooms: RoomMeter[]
  /** Rooms the viewer is in or leads that are not being measured right now (S8). */
  gaps: RoomId[]
  /** Rooms the viewer leads with a gap earlier on. */
  incomplete: RoomId[]
}

/** What is looked back on: the dialogue with all its sessions, this session, or one agenda item by its index. */
export type Scope = 'dialogue' | 'session' | number
export interface ScopeBalance {
  scope: Scope
  own: OwnBalance | null
  /** Only for whoever leads a room; empty for everybody else. */
  rooms: RoomBalance[]
  /** Over all rooms; only for the organiser. */
  together: Pick<RoomBalance, 'people' | 'groups'> | null
}
/** How the talk was divided, step by step. */
export interface RoomTrend {
  room: RoomId
  /** All speech that counts per step, ms. */
  spokenMs: number[]
  /** Part of that speech, 0..1; null where nobody spoke. Groups nobody of spoke are left out. */
  groups: { group: Group; shares: (number | null)[] }[]
  /** Steps in which a part was not measured (S8). */
  gaps: boolean[]
}
/** `GET api/balance`: made for one viewer. */
export interface BalanceReport {
  /** How many sessions the dialogue has had, this one too; with one there is no scope `dialogue`. */
  sessions: number
  /** Rooms with a gap in an earlier session (S8). */
  incomplete: RoomId[]
  /** The agenda items in their order, then the session and the dialogue. */
  scopes: ScopeBalance[]
  /** Steps of `stepMs` from `startMs`; the last may be shorter. */
  trend: { startMs: number; stepMs: number; rooms: RoomTrend[] }
}
