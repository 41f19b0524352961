import { emptySession } from '../../../shared/dialogue/emptySession.ts'
import { freshFloor } from '../../../shared/dialogue/floor/roomFloor.ts'
import {
  type Floor,
  type Group,
  type Hand,
  type HandKind,
  type Person,
  type PersonId,
  type Phase,
  type Role,
  type SessionState,
  type Table,
  type Turn,
} from '../../../shared/dialogue/model.ts'
import type { RoomView } from '../../../client/core/room/view.ts'

/** One table of eight and a plenary, with people who have names; for tests of what is shown. */
export const NOW = 1_000_000

const seatsAtTable2: [string, Role, Group | null, string | null][] = [
  ['Anna', 'participant', 'inwoner', null],
  ['Mehmet', 'participant', 'inwoner', null],
  ['Joke', 'participant', 'inwoner', null],
  ['Pieter', 'participant', 'ambtenaar', 'beleidsmedewerker'],
  ['Samira', 'participant', 'raad', 'raadslid'],
  ['Riet', 'participant', 'inwoner', null],
  ['Willem', 'participant', 'college', 'wethouder'],
  ['Els', 'facilitator', null, null],
]
const others: [string, Role, Group | null, string | null][] = [
  ['Noor', 'interpreter', null, null],
  ['Olga', 'organiser', null, null],
  ['Hans', 'helper', null, null],
  ['Tom', 'observer', null, null],
]

export const idOf = (name: string): PersonId => `per_${name.toLowerCase()}`
export const NETWORKING = 'tbl_2'

const person = ([name, role, group, detail]: (typeof others)[number]): Person => ({
  id: idOf(name),
  name,
  role,
  group,
  detail,
  joined: true,
  left: false,
  phone: false,
})

const table = (id: string, number: number, role: Table['role'], facilitators: PersonId[] = []): Table => ({
  id,
  number,
  role,
  facilitators,
})

export function floor(part: Partial<Floor> = {}): Floor {
  return { ...freshFloor('firstCome'), ...part }
}

export const hand = (name: string, kind: HandKind = 'turn'): Hand => ({
  person: idOf(name),
  kind,
  raisedAt: NOW - 5_000,
  typed: false,
})
export const hands = (...names: string[]): Hand[] => names.map((name) => hand(name))

export function turn(name: string, part: Partial<Turn> = {}): Turn {
  return {
    id: 'trn_1',
    person: idOf(name),
    kind: 'turn',
    state: 'speaking',
    deadline: null,
    extended: false,
    countedMs: 0,
    runningSince: NOW - 72_000,
    targetMs: 120_000,
    paused: false,
    raisedAt: null,
    override: false,
    typed: false,
    ...part,
  }
}

/** Everybody sits at table 2 (networking), led by Els, unless the phase says otherwise. */
export function hall(
  at: { phase?: Phase; floor?: Floor; plenary?: Floor; extra?: number } = {},
): SessionState {
  const more = Array.from({ length: at.extra ?? 0 }, (_, index): (typeof others)[number] => [
    `Gast ${index + 1}`,
    'participant',
    'inwoner',
    null,
  ])
  const people = [...seatsAtTable2, ...others, ...more].map(person)
  const seats = Object.fromEntries(
    seatsAtTable2.filter(([, role]) => role === 'participant').map(([name]) => [idOf(name), NETWORKING]),
  )
  return {
    ...emptySession,
    seq: 1,
    id: 'ses_1',
    dialogue: {
      id: 'dia_1',
      title: 'Samen over de straat',
      promise: 'De raad neemt de afspraken over zoals ze hier zijn opgeschreven.',
    },
    startsAt: null,
    people: Object.fromEntries(people.map((one) => [one.id, one])),
    order: people.map((one) => one.id),
    tables: {
      tbl_1: table('tbl_1', 1, 'lawful'),
      [NETWORKING]: table(NETWORKING, 2, 'networking', [idOf('Els')]),
      tbl_3: table('tbl_3', 3, 'performing'),
      tbl_4: table('tbl_4', 4, 'participating'),
    },
    tableOrder: ['tbl_1', NETWORKING, 'tbl_3', 'tbl_4'],
    phase: at.phase ?? { name: 'tables', version: 1 },
    clock: { endsAt: NOW + 18 * 60_000 - 5_000, leftMs: 0, totalMs: 30 * 60_000 },
    plan: null,
    seating: { version: 1, seats, pinned: [] },
    attending: { [idOf('Els')]: NETWORKING },
    floors: { plenary: at.plenary ?? floor(), [NETWORKING]: at.floor ?? floor() },
  }
}

/** The same, with this person on the telephone. */
export function phoning(state: SessionState, name: string): SessionState {
  const found = state.people[idOf(name)]
  return found ? { ...state, people: { ...state.people, [found.id]: { ...found, phone: true } } } : state
}

/** What Riet sees at table 2 (or `who`, or another room). */
export function view(state: SessionState, part: Partial<RoomView> = {}): RoomView {
  const room =
    part.room ?? (state.phase.name === 'tables' || state.phase.name === 'recalling' ? NETWORKING : 'plenary')
  return {
    state,
    me: idOf('Riet'),
    room,
    now: NOW,
    present: new Set(state.order),
    speaking: [],
    connection: 'live',
    closed: null,
    backSince: null,
    media: { state: 'on', at: room },
    microphoneOn: false,
    measured: true,
    ...part,
  }
}
