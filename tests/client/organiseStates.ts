import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { freshFloor } from '../../shared/dialogue/floor/roomFloor.ts'
import {
  type AgendaPart,
  type Floor,
  type Group,
  type Hand,
  type Person,
  type Role,
  type SessionState,
  type Table,
} from '../../shared/dialogue/model.ts'
import type { Presence } from '../../shared/protocol.ts'

/** Made-up sessions for the desk's and the organiser's tests: four tables, two of them for one facilitator. */
export const NOW = 1_800_000_000_000

export function person(id: string, role: Role = 'participant', group: Group | null = 'inwoner'): Person {
  const name = id.slice(0, 1).toUpperCase() + id.slice(1)
  return { id, name, role, group, detail: null, joined: true, left: false, phone: false }
}

export const PEOPLE: Person[] = [
  person('ineke', 'organiser', null),
  person('els', 'facilitator', null),
  person('bram', 'facilitator', null),
  person('tom', 'helper', null),
  person('anna'),
  person('mehmet'),
  person('joke'),
  person('riet'),
  person('pieter', 'participant', 'ambtenaar'),
  person('samira', 'participant', 'raad'),
  person('willem', 'participant', 'college'),
  person('lotte'),
]

export const TABLES: Table[] = [
  { id: 't1', number: 1, role: 'lawful', facilitators: ['bram'] },
  { id: 't2', number: 2, role: 'networking', facilitators: ['els'] },
  { id: 't3', number: 3, role: 'performing', facilitators: [] },
  { id: 't6', number: 6, role: 'networking', facilitators: ['els'] },
]

const asks = (networking: string) => ({
  lawful: 'Waar moet u altijd op kunnen rekenen?',
  networking,
  performing: '',
  participating: 'Wat heeft een initiatief nodig?',
})

const NOTHING = { lawful: '', networking: '', performing: '', participating: '' }

/** A welcome, and two talks at the tables. */
export const PROGRAMME: AgendaPart[] = [
  { id: 'prt_1', title: 'Welkom', lengthMs: 600_000, where: 'plenary', questions: NOTHING },
  {
    id: 'prt_2',
    title: 'De eerste vraag',
    lengthMs: 1_200_000,
    where: 'tables',
    questions: asks('Vanaf welk moment zitten we samen aan tafel?'),
  },
  {
    id: 'prt_3',
    title: 'De tweede vraag, en daarna schrijven we het samen op',
    lengthMs: 1_800_000,
    where: 'tables',
    questions: asks('Wie mist er?'),
  },
]

export function floor(changes: Partial<Floor> = {}): Floor {
  return { ...freshFloor('firstCome'), ...changes }
}

export function hand(who: string, kind: Hand['kind'] = 'turn'): Hand {
  return { person: who, kind, raisedAt: NOW - 60_000, typed: false }
}

export function turn(who: string): NonNullable<Floor['turn']> {
  return {
    id: 'trn_1',
    person: who,
    kind: 'turn',
    state: 'speaking',
    deadline: null,
    extended: false,
    countedMs: 72_000,
    runningSince: NOW,
    targetMs: 120_000,
    paused: false,
    raisedAt: null,
    override: false,
    typed: false,
  }
}

export const SEATS = {
  anna: 't2',
  mehmet: 't2',
  joke: 't2',
  riet: 't2',
  pieter: 't2',
  samira: 't2',
  willem: 't2',
  lotte: 't1',
}

export function session(changes: Partial<SessionState> = {}): SessionState {
  return {
    ...emptySession,
    seq: 10,
    id: 'ses_1',
    dialogue: { id: 'dlg_1', title: 'Samen beslissen in de wijk', promise: null },
    startsAt: NOW,
    people: Object.fromEntries(PEOPLE.map((entry) => [entry.id, entry])),
    order: PEOPLE.map((entry) => entry.id),
    tables: Object.fromEntries(TABLES.map((entry) => [entry.id, entry])),
    tableOrder: TABLES.map((entry) => entry.id),
    phase: { name: 'tables', version: 1 },
    clock: { endsAt: NOW + 18 * 60_000, leftMs: 18 * 60_000, totalMs: 40 * 60_000 },
    plan: { version: 1, seats: SEATS, pinned: ['samira'] },
    seating: { version: 1, seats: SEATS, pinned: ['samira'] },
    attending: { els: 't2' },
    floors: {
      plenary: floor(),
      t1: floor({ mode: 'free' }),
      t2: floor(),
      t3: floor({ mode: 'free' }),
      t6: floor(),
    },
    ...changes,
  }
}

export function here(who: string, room: string | null): Presence {
  return {
    person: who,
    state: 'here',
    since: NOW - 120_000,
    status: { room, microphone: 'on', camera: 'on', media: 'on', screen: 'room' },
  }
}

export function away(who: string): Presence {
  return { person: who, state: 'away', since: NOW - 60_000, status: null }
}
