/** What an organisation may set; durations in milliseconds. They travel with the session's first event. */
export interface Settings {
  offerMs: number
  moreMs: number
  dropMs: number
  undoMs: number
  leaderGoneMs: number
  turnTargetMs: number
  /** S6: whether private questions are asked at all. */
  nudgesOn: boolean
  /** S6: silent for so long at a table, over the target of a turn by so long, so long at a stretch in free talk. */
  nudgeSilentMs: number
  nudgeOverMs: number
  nudgeTalkMs: number
  /** S6: between two nudges of one person, and between two at one table. */
  nudgeAgainMs: number
  nudgeApartMs: number
  announceMs: number
  recallMs: number
  tableSize: number
  /** Observers may follow the tables. */
  openToObservers: boolean
  /** How many agreements the dialogue wants to bring to the council (H2). */
  harvestAim: number
}

export const DEFAULT_SETTINGS: Settings = {
  offerMs: 20_000,
  moreMs: 30_000,
  dropMs: 30_000,
  undoMs: 10_000,
  leaderGoneMs: 60_000,
  turnTargetMs: 120_000,
  nudgesOn: true,
  nudgeSilentMs: 8 * 60_000,
  nudgeOverMs: 60_000,
  nudgeTalkMs: 3 * 60_000,
  nudgeAgainMs: 5 * 60_000,
  nudgeApartMs: 60_000,
  announceMs: 20_000,
  recallMs: 60_000,
  tableSize: 8,
  openToObservers: false,
  harvestAim: 10,
}

/** S6: what the organiser may choose, in whole minutes: sooner would hunt people, later is as good as never. */
export const NUDGE_MINUTES = { silent: { min: 2, max: 60 }, long: { min: 2, max: 30 } } as const
