import { applyFloor, closedFloor } from './applyFloor.ts'
import { onAgenda } from './agenda.ts'
import { applySplit } from './applySplit.ts'
import { freshFloor } from './floors.ts'
import { applyNudge, nudgesSet } from './applyNudge.ts'
import type { Correction, Floor, Person, PersonId, SessionState } from './model.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import type { DialogueEvent, RecordedEvent } from './events.ts'

/** Before the first event. */
export const emptySession: SessionState = {
  seq: 0,
  id: '',
  dialogue: { id: '', title: '', promise: null },
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
  floors: {},
  help: [],
  announcement: null,
  shared: false,
  timeAsked: [],
  agenda: [],
  corrections: [],
  nudges: {},
}

/** Fold one line of the log. Total and pure: the same on the server and, over what a viewer may see, in every browser. */
export function apply(state: SessionState, { seq, at, event }: RecordedEvent): SessionState {
  return { ...change(state, event, at), agenda: onAgenda(state.agenda, event, at), seq }
}

/** The state after these lines, from the beginning. */
export const replay = (events: readonly RecordedEvent[]): SessionState => events.reduce(apply, emptySession)

function change(state: SessionState, event: DialogueEvent, at: number): SessionState {
  switch (event.type) {
    case 'Blank':
      return state
    case 'SessionCreated':
      return created(event)
    case 'DialogueSet':
      return { ...state, dialogue: { ...state.dialogue, title: event.title }, startsAt: event.startsAt }
    case 'PeopleAdded':
      return addPeople(state, event.people)
    case 'PersonJoined':
      return onPerson(state, event.person, { name: event.name, joined: true, left: false })
    case 'PersonLeft':
      return onPerson(state, event.person, { left: true })
    case 'PhoneSet':
      // somebody on the telephone is in, though they never opened their link
      return onPerson(state, event.person, {
        phone: event.phone,
        ...(event.phone && { joined: true, left: false }),
      })
    case 'ItemStarted':
      return state
    case 'TimeCorrected':
      return { ...state, corrections: [...state.corrections, correction(event, at)] }
    case 'NudgesSet':
      return { ...state, settings: nudgesSet(state.settings, event) }
    case 'Nudged':
    case 'NudgeAnswered':
      return applyNudge(state, event, at)
    case 'PlenaryOpened':
      return { ...state, phase: { name: 'plenary' } }
    case 'SessionEnded':
      return { ...state, ...allClosed(state), phase: { name: 'ended' } }
    case 'Announced':
      return { ...state, announcement: { at, text: event.text } }
    case 'ClockSet':
      return { ...state, clock: event.clock, timeAsked: [] }
    case 'HelpAsked':
      return {
        ...state,
        help: [...state.help, { person: event.person, at, note: event.note, takenBy: null }],
      }
    case 'HelpTaken': {
      const take = (call: SessionState['help'][number]) =>
        call.person === event.person ? { ...call, takenBy: event.by } : call
      return { ...state, help: state.help.map(take) }
    }
    case 'HelpClosed':
      return { ...state, help: state.help.filter((call) => call.person !== event.person) }
    case 'TableAdded':
    case 'TableRemoved':
    case 'FacilitatorsAssigned':
    case 'TableAttended':
    case 'SeatsPlanned':
    case 'SplitAnnounced':
    case 'SplitExtended':
    case 'SplitCancelled':
    case 'TablesStarted':
    case 'PersonMoved':
    case 'TimeAsked':
    case 'RecallAnnounced':
    case 'RecallCancelled':
    case 'RecallFinished':
      return applySplit(state, event)
    default:
      return applyFloor(state, event, at)
  }
}

function created(event: Extract<DialogueEvent, { type: 'SessionCreated' }>): SessionState {
  return addPeople(
    {
      ...emptySession,
      id: event.session,
      dialogue: event.dialogue,
      startsAt: event.startsAt,
      settings: { ...DEFAULT_SETTINGS, ...event.settings },
      tables: Object.fromEntries(event.tables.map((table) => [table.id, table])),
      tableOrder: event.tables.map((table) => table.id),
      floors: { plenary: freshFloor('firstCome') },
      history: event.seatings ?? [],
    },
    event.people,
  )
}

function addPeople(state: SessionState, people: readonly Person[]): SessionState {
  const fresh = people.filter((person) => !state.people[person.id])
  return {
    ...state,
    people: { ...state.people, ...Object.fromEntries(fresh.map((person) => [person.id, person])) },
    order: [...state.order, ...fresh.map((person) => person.id)],
  }
}

function correction(event: Extract<DialogueEvent, { type: 'TimeCorrected' }>, at: number): Correction {
  const { type: _, ...made } = event
  return { ...made, at }
}

function onPerson(state: SessionState, id: PersonId, news: Partial<Person>): SessionState {
  const person = state.people[id]
  return person ? { ...state, people: { ...state.people, [id]: { ...person, ...news } } } : state
}

function allClosed(state: SessionState): Pick<SessionState, 'floors' | 'shared'> {
  const floors: Record<string, Floor> = {}
  for (const [room, floor] of Object.entries(state.floors)) floors[room] = closedFloor(floor)
  return { floors, shared: state.shared || state.phase.name === 'tables' || state.phase.name === 'recalling' }
}
