import { paragraphs } from '../../../shared/agreement/richText.ts'
import type { ConsentAnswer, ConsentRound } from '../../../shared/dialogue/consent/round.ts'
import { freshRound } from '../../../shared/dialogue/floor/floorChanges.ts'
import type { SessionStore } from '../../../shared/channel/store.ts'
import type { Floor, SessionState } from '../../../shared/dialogue/model.ts'
import type { MeterView } from '../../../shared/dialogue/time/balance.ts'
import type { Presence } from '../../../shared/protocol.ts'
import { HARVEST } from './harvestStates.ts'
import { helperMoments } from './helperStates.ts'
import { adopting, FOLLOW, JUDGED } from '../support/adoption.ts'
import { objectedAt } from '../support/between.ts'
import { agreementWith } from '../support/agreements.ts'
import {
  away,
  floor,
  hand,
  here,
  NOW,
  PEOPLE,
  person,
  PROGRAMME,
  SEATS,
  session,
  TABLES,
  turn,
} from '../organiseStates.ts'

interface DeskMoment {
  screen: 'desk' | 'organiser' | 'helper' | 'room' | 'between'
  session: Partial<SessionStore>
}

const everybody = (room: (id: string) => string | null): Record<string, Presence> =>
  Object.fromEntries(PEOPLE.map((entry) => [entry.id, here(entry.id, room(entry.id))]))

const atTables = {
  ...everybody((id) => SEATS[id as keyof typeof SEATS] ?? (id === 'els' ? 't2' : 'plenary')),
  bram: away('bram'),
  mehmet: here('mehmet', 'plenary'),
}

const said = (
  who: string,
  share: number,
  words: 'muchLess' | 'less' | 'equal' | 'more' | 'muchMore' | 'none',
) => {
  return {
    person: who,
    spokenMs: share * 60_000,
    measuredMs: share * 55_000,
    share,
    words,
    silent: share === 0,
  }
}
const meter: MeterView = {
  own: null,
  rooms: [
    {
      basis: 'speech',
      room: 't2',
      others: {},
      people: [
        said('anna', 1.1, 'equal'),
        said('mehmet', 0.6, 'less'),
        said('joke', 0.9, 'equal'),
        said('riet', 0.7, 'less'),
        said('pieter', 1.3, 'more'),
        said('samira', 0, 'none'),
        said('willem', 1.9, 'muchMore'),
      ],
      groups: [
        { group: 'inwoner', seats: 4, free: 0, spokenMs: 300_000, share: 0.5, seatShare: 0.57 },
        { group: 'raad', seats: 1, free: 0, spokenMs: 0, share: 0, seatShare: 0.14 },
        { group: 'college', seats: 1, free: 0, spokenMs: 180_000, share: 0.3, seatShare: 0.14 },
        { group: 'ambtenaar', seats: 1, free: 0, spokenMs: 120_000, share: 0.2, seatShare: 0.14 },
      ],
    },
  ],
  gaps: [],
  incomplete: [],
}

const talk = floor({
  turn: turn('anna'),
  queue: [hand('pieter', 'process'), hand('riet'), hand('joke', 'reply'), hand('willem'), hand('mehmet')],
})
const call = { person: 'pieter', at: NOW - 180_000, note: 'Ik hoor niets', takenBy: null, aside: null }
/** Of whoever leads the table. */
const own = { ...call, person: 'els', note: '', takenBy: 'tom' }

function desk(t2 = talk, more: Partial<SessionStore> = {}): DeskMoment {
  const state = session({ help: [call], floors: { ...session().floors, t2 } })
  return { screen: 'desk', session: { me: 'els', state, presence: atTables, meter, ...more } }
}

function organiser(changes: Partial<SessionState>, more: Partial<SessionStore> = {}): DeskMoment {
  const state = session({ help: [call], ...changes })
  const presence = state.phase.name === 'tables' ? atTables : everybody(() => 'plenary')
  return { screen: 'organiser', session: { me: 'ineke', state, presence, meter, ...more } }
}

/** Somebody who sits in the main room as everybody does. */
function hallOf(me: string, changes: Partial<SessionState>): DeskMoment {
  const state = session({
    agenda,
    shared: true,
    floors: plenaryFloors,
    phase: { name: 'plenary' },
    ...changes,
  })
  return { screen: 'room', session: { me, state, presence: everybody(() => 'plenary'), meter: null } }
}
const back = (changes: Partial<SessionState>): DeskMoment => hallOf('els', changes)

const calling = session().people
const withPhone = { ...calling, mehmet: { ...person('mehmet'), phone: true } }
const phoneTurn = (state: 'offered' | 'speaking') => ({
  ...talk,
  queue: [{ ...hand('riet'), typed: true }, hand('willem')],
  turn: {
    ...turn('mehmet'),
    state,
    deadline: state === 'offered' ? NOW + 14_000 : null,
    runningSince: state === 'offered' ? null : NOW,
  },
})
const agenda: SessionState['agenda'] = [
  { title: null, where: 'plenary', startedAt: NOW - 48 * 60_000, endedAt: NOW - 30 * 60_000 },
  { title: null, where: 'tables', startedAt: NOW - 30 * 60_000, endedAt: NOW - 12 * 60_000 },
  { title: 'Afspraken maken', where: 'tables', startedAt: NOW - 12 * 60_000, endedAt: null },
]
const programme = (began: number): Pick<SessionState, 'agenda' | 'programme'> => ({
  programme: PROGRAMME,
  agenda: [
    { title: 'Welkom', where: 'plenary', startedAt: NOW - 48 * 60_000, endedAt: NOW - began, part: 'prt_1' },
    { title: 'De eerste vraag', where: 'tables', startedAt: NOW - began, endedAt: null, part: 'prt_2' },
  ],
})
const PROMISES = [
  { text: 'Wij nemen de afspraken over zoals ze zijn opgeschreven.', at: NOW - 20 * 86_400_000 },
  {
    text: 'Wij nemen de afspraken over zoals ze zijn opgeschreven. Wijken wij af, dan leggen wij uit waarom.',
    at: NOW - 86_400_000,
  },
]
const promised = {
  promises: PROMISES,
  dialogue: { ...session().dialogue, promise: PROMISES[1]?.text ?? null },
}
const corrections: SessionState['corrections'] = [
  {
    room: 't2',
    person: 'willem',
    from: NOW - 4 * 60_000,
    to: NOW - 3 * 60_000,
    reason: 'Dit was de tv',
    by: 'els',
    at: NOW - 150_000,
  },
]
const byTurns: MeterView = {
  ...meter,
  rooms: meter.rooms.map((room) => ({ ...room, basis: 'turns' as const })),
}

/** The desk at one table, so that little is in the way of what is looked at. */
const deskWith = (changes: Partial<SessionState>, t2 = talk, more: Partial<SessionStore> = {}): DeskMoment =>
  desk(t2, {
    state: session({ floors: { ...session().floors, t2 }, agenda, ...changes }),
    meter: byTurns,
    ...more,
  })

const names = [
  'Lotte',
  'Henk',
  'Ineke',
  'Yusuf',
  'Corrie',
  'Hassan',
  'Loes',
  'Piet',
  'Toos',
  'Fatima',
  'Kofi',
  'Max',
]
const crowd = names.flatMap((name, index) => [
  { ...person(`p${index}`), name },
  { ...person(`q${index}`, 'participant', index % 3 === 0 ? 'raad' : 'inwoner'), name: `${name}-Jan` },
])
const many = [...PEOPLE, ...crowd]
const doors = ['t1', 't2', 't3', 't6'] as const
const plan = {
  version: 1,
  seats: Object.fromEntries(
    many
      .filter((entry) => entry.role === 'participant' && entry.id !== 'p11')
      .map((entry, index) => [entry.id, doors[index % 4] ?? 't1']),
  ),
  pinned: ['samira', 'q3'],
}
const board: Partial<SessionState> = {
  phase: { name: 'plenary' },
  people: Object.fromEntries(many.map((entry) => [entry.id, entry])),
  order: many.map((entry) => entry.id),
  plan,
  seating: null,
}
const plenaryFloors = {
  plenary: floor({ turn: turn('willem'), queue: [hand('mehmet'), hand('lotte'), hand('riet')] }),
}

const words = {
  title: 'Vroeg samen aan tafel',
  text: paragraphs('Inwoners zitten aan tafel vóór er een plan ligt. De gemeente nodigt hen uit.'),
  why: [],
}
const putForward = agreementWith({
  id: 'a1',
  table: 't2',
  state: 'presented',
  presented: { version: 7, words, hash: 'h' },
})
const asked = ['mehmet', 'anna', 'riet', 'joke', 'samira', 'pieter', 'willem']
const round: ConsentRound = {
  agreement: 'a1',
  version: 7,
  hash: 'h',
  round: 1,
  step: 'ask',
  order: asked,
  answered: ['mehmet', 'anna'],
  answers: [],
  note: null,
}
const heard: ConsentAnswer[] = asked.map((who) => ({
  person: who,
  answer: who === 'riet' ? 'objects' : who === 'willem' ? 'aside' : 'canLive',
  reason: who === 'riet' ? 'Een brief en een website zijn niet genoeg.' : '',
  by: who === 'joke' ? 'els' : null,
}))
/** A consent round at the table of this desk. */
const inRound = (part: Partial<ConsentRound>, more: Partial<Floor> = {}): DeskMoment =>
  desk(talk, {
    state: session({
      agreements: { a1: putForward },
      people: { ...session().people, joke: { ...person('joke'), phone: true } },
      floors: { ...session().floors, t2: floor({ consent: { ...round, ...part }, ...more }) },
    }),
  })

/** Before the beginning. */
const lobby = {
  phase: { name: 'lobby' },
  plan: null,
  seating: null,
  clock: null,
} satisfies Partial<SessionState>

/** Every state of the desk and the organiser's screen, by the name of its drawing. */
export const DESK_MOMENTS: Record<string, DeskMoment> = {
  '10-desk': desk(),
  '33-clear': inRound({ step: 'clear', order: [], answered: [] }),
  '33-asking': inRound(
    {},
    { mode: 'round', turn: turn('riet'), round: { ...freshRound(asked), done: ['mehmet', 'anna'] } },
  ),
  '33-unheard': inRound({ answered: asked.slice(0, 6) }),
  '33-opened': inRound({ step: 'open', answers: heard, answered: asked }),
  '33b-deadlock': inRound({ step: 'open', round: 2, answers: heard, answered: asked }),
  '10-silence': desk(floor({ silence: { until: NOW + 60_000 } })),
  '10-free': desk(floor({ mode: 'free', queue: [hand('riet')] })),
  '10-round': desk(
    floor({
      mode: 'round',
      turn: turn('joke'),
      round: {
        order: ['anna', 'mehmet', 'joke', 'riet', 'pieter'],
        done: ['anna'],
        passed: ['mehmet'],
        spoke: [],
        second: false,
      },
    }),
  ),
  '10b-steers': desk({ ...talk, steering: 'els', turn: { ...turn('anna'), runningSince: null } }),
  '10-one-table': desk(talk, {
    state: session({
      tables: Object.fromEntries(
        TABLES.map((entry) => [entry.id, { ...entry, facilitators: entry.id === 't2' ? ['els'] : [] }]),
      ),
      floors: { t2: talk },
    }),
  }),
  '10-quiet-first': desk(
    floor({
      mode: 'quietFirst',
      queue: [hand('willem'), hand('riet'), hand('samira'), hand('joke', 'reply')],
    }),
  ),
  '10-last-round': desk(
    floor({
      lastRound: { spoke: ['anna', 'joke', 'riet', 'willem'], passed: ['mehmet'], missed: ['samira'] },
    }),
  ),
  '10-override': desk({ ...talk, turn: { ...turn('anna'), override: true } }),
  '10-phone': deskWith({ people: withPhone }, talk),
  '10-phone-offered': deskWith({ people: withPhone }, phoneTurn('offered')),
  '10-phone-speaking': deskWith({ people: withPhone }, phoneTurn('speaking')),
  '10-typed': desk({
    ...talk,
    turn: { ...turn('anna'), typed: true },
    typed: [
      { turn: 'trn_0', person: 'riet', at: NOW - 90_000, text: 'Ik woon hier al dertig jaar.' },
      { turn: 'trn_1', person: 'anna', at: NOW - 5_000, text: 'Wie mist er aan deze tafel?' },
    ],
  }),
  '10-corrections': deskWith({ corrections }),
  '10-helped': deskWith({ help: [call, own] }, talk, { tones: { by: 'tom' } }),
  '10-apart': deskWith({ help: [{ ...own, aside: { version: 1, speaks: false, screen: false } }] }),
  '10-beside': deskWith({ beside: { riet: 'anna' } }, talk),
  '10-incomplete': deskWith({}, talk, { meter: { ...byTurns, incomplete: ['t2'] } }),
  '17-not-measured': desk(talk, { meter: { ...meter, gaps: ['t2'] } }),
  ...helperMoments(atTables, call),
  '04-facilitator': back({ phase: { name: 'plenary' } }),
  '04-facilitator-ended': back({ phase: { name: 'ended' }, floors: {} }),
  '10-part': deskWith(programme(12 * 60_000)),
  '10-part-over': deskWith(programme(26 * 60_000)),
  '30-people': organiser({ ...lobby, order: ['ineke'] }),
  '30-promised': organiser({ ...promised, ...lobby, order: ['ineke'] }),
  '31-programme': organiser({
    ...board,
    ...promised,
    ...programme(26 * 60_000),
    floors: plenaryFloors,
    plan: null,
  }),
  '30-lobby': organiser({ ...lobby }),
  '30-taken-out': organiser({ ...lobby, takenOut: ['riet'] }),
  '31-lead': organiser({ ...board, floors: plenaryFloors, plan: null, agenda: agenda.slice(0, 1) }),
  '31-no-nudges': organiser({
    ...board,
    floors: plenaryFloors,
    settings: { ...session().settings, nudgesOn: false },
  }),
  '33-hall-waiting': organiser({ ...board, floors: plenaryFloors, agreements: { a1: putForward } }),
  '33-hall': organiser({
    ...board,
    floors: { plenary: floor({ consent: { ...round, step: 'read' } }) },
    agreements: { a1: putForward },
  }),
  '11-split': organiser({ ...board, floors: plenaryFloors }),
  '12-announced': organiser({
    ...board,
    floors: plenaryFloors,
    seating: plan,
    phase: { name: 'announced', version: 1, deadline: NOW + 14_000 },
  }),
  '14-tables': organiser({ floors: { ...session().floors, t2: talk }, timeAsked: ['t6'] }),
  '14-balance': organiser({ agenda, corrections, floors: { ...session().floors, t2: talk } }),
  '14-recalling': organiser({ phase: { name: 'recalling', version: 1, deadline: NOW + 48_000 } }),
  '35-board': organiser({ ...HARVEST.board, phase: { name: 'ended' } }),
  '35-waiting': organiser({ ...HARVEST.waiting, phase: { name: 'ended' } }),
  '35-merged': organiser({ ...HARVEST.merged, phase: { name: 'ended' } }),
  '35b-facilitator': hallOf('els', HARVEST.waiting),
  '35b-participant': hallOf('riet', HARVEST.waiting),
  '35b-participant-merged': hallOf('lotte', HARVEST.merged),
  '20-reading': organiser({ phase: { name: 'plenary' }, shared: true, floors: plenaryFloors }),
  '20-ended': organiser({ phase: { name: 'ended' }, shared: true, floors: {} }),
  '20-objections': organiser({ phase: { name: 'ended' }, shared: true, floors: {}, ...objectedAt(NOW) }),
  '10-objections': deskWith(objectedAt(NOW)),
  '40-between': {
    screen: 'between',
    session: {
      me: 'riet',
      state: session({ phase: { name: 'lobby' }, sharedBefore: true, ...objectedAt(NOW) }),
      presence: atTables,
      meter: null,
    },
  },
  '37-adoption': organiser({
    ...adopting({ decision: { at: NOW, judged: JUDGED }, follow: FOLLOW }),
    shared: true,
    floors: {},
  }),
}
