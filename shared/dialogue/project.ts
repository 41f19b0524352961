import { emptySession } from './emptySession.ts'
import { audience, given } from './audience.ts'
import { named, namesChanged, withNames } from './agreements/named.ts'
import { lastTables, objectionsSeen, readsObjection } from './between/objecting.ts'
import { clerkScope, clerkView, isClerk, isForClerk } from './clerkView.ts'
import { ownOf, seenBy } from './consent/round.ts'
import { NO_COUNCIL, type Council } from './council/council.ts'
import { NO_PROPOSAL } from './council/proposal.ts'
import { undecided } from './council/undecided.ts'
import { viewsMayDiffer } from './decisive.ts'
import { byKey, orNull } from './give.ts'
import { atTables, documentRight, leads, openRooms, peopleIn, placeOf, readsSet, roomsLed } from './places.ts'
import { mayComeIn } from './people/list.ts'
import * as shown from './shown.ts'
import type { Audience } from './event.ts'
import type { DialogueEvent, RecordedEvent } from './events.ts'
import type { Floor, PersonId, RoomId, SessionState } from './model.ts'

/** What each viewer may see. Events and snapshots pass through here and nowhere else. */

/** The rooms whose floor this viewer follows. */
export function visibleRooms(state: SessionState, viewer: PersonId): RoomId[] {
  const role = state.people[viewer]?.role
  const rooms = Object.keys(state.floors)
  if (role === undefined || role === 'clerk') return []
  if (role === 'organiser') return rooms
  const place = placeOf(state, viewer) ?? 'plenary'
  const tables = atTables(state.phase) && role === 'observer' && state.settings.openToObservers
  const also = tables ? openRooms(state) : role === 'facilitator' ? roomsLed(state, viewer) : []
  return rooms.filter((room) => room === place || also.includes(room))
}

/** S3, S4: somebody else's time is for the organiser and whoever leads the room. */
const mayKnowTimes = (state: SessionState, viewer: PersonId, room: RoomId): boolean =>
  state.people[viewer]?.role === 'organiser' || leads(state, viewer, room)

function maySeeHelp(state: SessionState, viewer: PersonId, asker: PersonId): boolean {
  const role = state.people[viewer]?.role
  if (viewer === asker || role === 'organiser' || role === 'helper') return true
  const place = placeOf(state, asker)
  return role === 'facilitator' && place !== null && leads(state, viewer, place)
}

/** The rooms whose coming and going a viewer may know: their own, and those they lead; organiser and helpers know everybody's. */
export function roomsWatched(state: SessionState, viewer: PersonId): readonly RoomId[] | 'all' {
  const role = state.people[viewer]?.role
  if (role === 'organiser' || role === 'helper') return 'all'
  const place = placeOf(state, viewer)
  return place === null ? roomsLed(state, viewer) : [...new Set([place, ...roomsLed(state, viewer)])]
}

/** Whose coming and going a viewer may know: their own, and that of whoever is in a room they watch. */
export function maySeePresence(state: SessionState, viewer: PersonId, person: PersonId): boolean {
  const rooms = roomsWatched(state, viewer)
  if (viewer === person || rooms === 'all') return true
  const place = placeOf(state, person)
  return place !== null && rooms.includes(place)
}

const peopleShown = byKey(shown.person)
const tablesShown = byKey(shown.table)
const linesShown = byKey(shown.lineTest)
const agreementsShown = byKey(shown.agreement)

/** The state as this viewer may see it; a state of its own, to be folded on with redacted events. A stranger sees nothing. */
export function project(state: SessionState, viewer: PersonId): SessionState {
  if (!state.people[viewer]) return { ...emptySession, seq: state.seq }
  if (isClerk(state, viewer)) return clerkView(state, viewer)
  const organiser = state.people[viewer]?.role === 'organiser'
  const knows = knowsDecision(state, viewer)
  const known = knows ? state : undecided(state)
  const floors: Record<RoomId, Floor> = {}
  for (const room of visibleRooms(state, viewer)) {
    const floor = state.floors[room]
    if (!floor) continue
    const timed = mayKnowTimes(state, viewer, room) ? floor : ownTimes(floor, viewer)
    floors[room] = shown.floor(ownWords(timed, viewer))
  }
  return {
    seq: state.seq,
    id: state.id,
    dialogue: shown.dialogue(state.dialogue),
    promises: state.promises.map(shown.promise),
    startsAt: state.startsAt,
    settings: shown.settings(state.settings),
    people: peopleShown(state.people),
    order: [...state.order],
    tables: tablesShown(state.tables),
    tableOrder: [...state.tableOrder],
    phase: shown.phase(state.phase),
    clock: orNull(shown.clock)(state.clock),
    plan: organiser ? orNull(shown.seating)(state.plan) : null,
    seating: orNull(shown.seating)(state.seating),
    history: organiser ? state.history.map(shown.seating) : [],
    attending: { ...state.attending },
    beside: { ...state.beside },
    floors,
    help: state.help.filter(({ person }) => maySeeHelp(state, viewer, person)).map(shown.helpCall),
    lines: linesShown(
      Object.fromEntries(Object.entries(state.lines).filter(([person]) => maySeeHelp(state, viewer, person))),
    ),
    helped: state.helped.filter((person) => maySeeHelp(state, viewer, person)),
    announcement: orNull(shown.announcement)(state.announcement),
    agreements: agreementsShown(readable(state, viewer, known.agreements)),
    harvest: shown.harvest(readsSet(state, viewer) ? state.harvest : emptySession.harvest),
    council: councilSeen(known.council, knows || readsSet(state, viewer)),
    proposal: organiser ? shown.proposal(state.proposal) : NO_PROPOSAL,
    named: state.named.filter((person) => organiser || person === viewer),
    namesSaid: state.namesSaid.filter((person) => organiser || person === viewer),
    namesAsked: state.namesAsked,
    objections: shown.objections({ ...state.objections, given: objectionsSeen(state, viewer) }),
    shared: state.shared,
    sharedBefore: state.sharedBefore,
    timeAsked: state.timeAsked.filter((table) => organiser || leads(state, viewer, table)),
    agenda: state.agenda.map(shown.agendaItem),
    programme: state.programme.map(shown.agendaPart),
    corrections: state.corrections
      .filter(({ room, person }) => person === viewer || mayKnowTimes(state, viewer, room))
      .map(shown.correction),
    nudges: state.nudges[viewer] ? { [viewer]: shown.nudge(state.nudges[viewer]) } : {},
    erased: [...state.erased],
    takenOut: organiser ? [...state.takenOut] : [],
    erasures: state.erasures,
  }
}

/** H4: the organiser's until it is published, and then everybody's. */
function knowsDecision({ people, council }: SessionState, viewer: PersonId): boolean {
  const person = people[viewer]
  if (!person) return false
  return council.published !== null || (person.role === 'organiser' && !person.left)
}

const councilSeen = (council: Council, seen: boolean): Council => shown.council(seen ? council : NO_COUNCIL)

/** The agreements of the tables whose text this viewer may read, with nobody's name from another table. */
const readable = (
  state: SessionState,
  viewer: PersonId,
  agreements: SessionState['agreements'],
): SessionState['agreements'] =>
  Object.fromEntries(
    Object.entries(agreements)
      .filter(([, { table }]) => documentRight(state, viewer, table) !== 'none')
      .map(([id, agreement]) => [id, withNames(state, viewer, agreement)]),
  )

function ownTimes(floor: Floor, viewer: PersonId): Floor {
  const own = floor.heldMs[viewer]
  return { ...floor, heldMs: own === undefined ? {} : { [viewer]: own } }
}

/** C2: what is sealed is for its writer, and for nobody who leads either. */
const ownWords = (floor: Floor, viewer: PersonId): Floor => ({
  ...floor,
  consent: floor.consent && seenBy(floor.consent, viewer),
  lastConsent: floor.lastConsent && {
    ...floor.lastConsent,
    unopened: ownOf(floor.lastConsent.unopened, viewer),
  },
})

function isFor(state: SessionState, viewer: PersonId, whom: Audience): boolean {
  if (isClerk(state, viewer)) return isForClerk(state, whom)
  const organiser = state.people[viewer]?.role === 'organiser'
  switch (whom.to) {
    case 'nobody':
      return false
    case 'all':
      return state.people[viewer] !== undefined
    case 'room':
      return visibleRooms(state, viewer).includes(whom.room)
    case 'desk':
      return organiser || leads(state, viewer, whom.room)
    case 'organiser':
      return organiser
    case 'person':
      return viewer === whom.person
    case 'time':
      return viewer === whom.person || mayKnowTimes(state, viewer, whom.room)
    case 'text':
      return documentRight(state, viewer, whom.table) !== 'none'
    case 'set':
      return readsSet(state, viewer)
    case 'council':
      return knowsDecision(state, viewer)
    case 'package':
      return organiser
    case 'own':
      return organiser || viewer === whom.person
    case 'objection':
      return readsObjection(state, viewer, whom)
    case 'help':
      return maySeeHelp(state, viewer, whom.person)
  }
}

/** The event as this viewer may know it; a blank with the same number when it is not theirs. */
export function redact(
  recorded: RecordedEvent,
  before: SessionState,
  after: SessionState,
  viewer: PersonId,
): RecordedEvent {
  const { seq, at, event } = recorded
  const reads = (whom: Audience) => isFor(before, viewer, whom) && isFor(after, viewer, whom)
  const names = (people: readonly PersonId[]) => named(before, viewer, people)
  const seen: DialogueEvent = reads(audience(event))
    ? given(event, before, { isFor: reads, named: names })
    : { type: 'Blank' }
  return { seq, at, event: seen }
}

/** The viewer's view has become another one: what they get is what is different in it, not the event. */
export const scopeChanged = (before: SessionState, after: SessionState, viewer: PersonId): boolean =>
  mayChange(before, after, viewer) &&
  (scope(before, viewer) !== scope(after, viewer) ||
    namesChanged(before, after, viewer) ||
    // names have gone from what everybody had
    before.erasures !== after.erasures)

/** Most events leave all of that as it was, and who comes or goes changes only their own view, that of whoever sits beside them, and that of who leads them. */
function mayChange(before: SessionState, after: SessionState, viewer: PersonId): boolean {
  if (viewsMayDiffer({ before, after })) return true
  if (String(Object.keys(before.floors)) !== String(Object.keys(after.floors))) return true
  if (before.people === after.people) return false
  const seat = after.beside[viewer] ?? viewer
  const own = [viewer, seat].every((person) => before.people[person] === after.people[person])
  return !own || after.people[viewer]?.role === 'facilitator'
}

/** All that decides what a viewer may see, as one string to compare. */
function scope(state: SessionState, viewer: PersonId): string {
  if (isClerk(state, viewer)) return clerkScope(state, viewer)
  const person = state.people[viewer]
  const led = roomsLed(state, viewer)
  const helped = person?.role === 'facilitator' ? led.flatMap((room) => peopleIn(state, room)) : []
  return JSON.stringify([
    person?.role ?? null,
    mayComeIn(state, viewer),
    placeOf(state, viewer),
    visibleRooms(state, viewer),
    led,
    openRooms(state),
    lastTables(state, viewer),
    state.tableOrder.filter((table) => documentRight(state, viewer, table) !== 'none'),
    readsSet(state, viewer),
    knowsDecision(state, viewer),
    state.seating?.version ?? 0,
    helped,
  ])
}
