import type { SessionState } from './model.ts'

/** `place`: who is in which room, and hears whom. `text`: what somebody may do with the words of a table. `view`: what they may see at all. */
type Decided = 'place' | 'text' | 'view'

/**
 * What each part of the state decides, so that a change of it moves people, gives other rights or brings another view. A new part does not
 * compile until it says so.
 */
const DECIDES: Record<keyof SessionState, readonly Decided[]> = {
  seq: [],
  id: ['view'],
  dialogue: ['view'],
  promises: ['view'],
  startsAt: [],
  settings: ['place', 'text', 'view'],
  people: ['place', 'text'], // of the view only for some: `mayChange` asks for whom
  order: [],
  tables: ['place', 'text', 'view'],
  tableOrder: ['place', 'view'],
  phase: ['place', 'text', 'view'],
  clock: [],
  plan: [],
  seating: ['place', 'text', 'view'],
  history: ['view'],
  attending: ['place', 'text', 'view'],
  beside: ['place', 'text', 'view'],
  floors: [], // of the view only which there are: `mayChange` asks that
  help: [],
  lines: [],
  helped: [],
  announcement: [],
  agreements: ['text'],
  harvest: [],
  council: ['view'],
  proposal: [],
  named: [],
  namesSaid: [],
  namesAsked: [],
  objections: [],
  shared: ['text', 'view'],
  sharedBefore: ['text', 'view'],
  timeAsked: [],
  agenda: [],
  programme: [],
  corrections: [],
  nudges: [],
  erased: ['place', 'text'],
  takenOut: ['place', 'text', 'view'],
  erasures: ['view'],
}

const deciding = (what: Decided) =>
  (Object.keys(DECIDES) as (keyof SessionState)[]).filter((part) => DECIDES[part].includes(what))
const PARTS = { place: deciding('place'), text: deciding('text'), view: deciding('view') }

/** Has anything changed that decides this? */
const decided =
  (what: Decided) =>
  ({ before, after }: { before: SessionState; after: SessionState }): boolean =>
    PARTS[what].some((part) => before[part] !== after[part])

/** Somebody may be in another room, or hear others. */
export const movedIn = decided('place')
/** Somebody may do something else with a text. */
export const rightsMayDiffer = decided('text')
/** Anybody's view may have become another one. */
export const viewsMayDiffer = decided('view')
