import { NO_OBJECTIONS } from './between/objection.ts'
import { NO_COUNCIL } from './council/council.ts'
import { NO_PROPOSAL } from './council/proposal.ts'
import type { SessionState } from './model.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

/** Before the first event. */
export const emptySession: SessionState = {
  seq: 0,
  id: '',
  dialogue: { id: '', title: '', promise: null },
  promises: [],
  startsAt: null,
  settings: DEFAULT_SETTINGS,
  people: {},
  order: [],
  tables: {},
  tableOrder: [],
  phase: { name: 'lobby' },
  clock: null,
  plan: null,
  seating: null,
  history: [],
  attending: {},
  beside: {},
  floors: {},
  help: [],
  lines: {},
  helped: [],
  announcement: null,
  agreements: {},
  harvest: { merges: [], last: null },
  council: NO_COUNCIL,
  proposal: NO_PROPOSAL,
  named: [],
  namesSaid: [],
  namesAsked: null,
  objections: NO_OBJECTIONS,
  shared: false,
  sharedBefore: false,
  timeAsked: [],
  agenda: [],
  programme: [],
  corrections: [],
  nudges: {},
  erased: [],
  takenOut: [],
  erasures: 0,
}
