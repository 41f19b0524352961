import type {
  BalanceReport,
  GroupBalance,
  PersonBalance,
  RoomBalance,
} from '../../../shared/dialogue/time/balance.ts'
import { NOW } from '../organiseStates.ts'

/** A made-up session looked back on: two rooms, three agenda items, a gap in the middle. */
const minutes = (count: number): number => count * 60_000

const person = (id: string, spoken: number, words: PersonBalance['words']): PersonBalance => ({
  person: id,
  spokenMs: minutes(spoken),
  measuredMs: minutes(spoken * 0.8),
  share: spoken / 3,
  words,
  silent: spoken === 0,
})

const people = (factor: number): PersonBalance[] => [
  person('anna', 3.2 * factor, 'equal'),
  person('mehmet', 1.6 * factor, 'less'),
  person('joke', 2.9 * factor, 'equal'),
  person('riet', 1.9 * factor, 'less'),
  person('pieter', 4 * factor, 'more'),
  person('samira', 0, 'none'),
  person('willem', 5.5 * factor, 'muchMore'),
]

const groups: GroupBalance[] = [
  { group: 'inwoner', seats: 4, free: 0, spokenMs: minutes(9.6), share: 0.5, seatShare: 0.57 },
  { group: 'college', seats: 1, free: 0, spokenMs: minutes(5.5), share: 0.29, seatShare: 0.14 },
  { group: 'raad', seats: 1, free: 0, spokenMs: 0, share: 0, seatShare: 0.14 },
  { group: 'ambtenaar', seats: 1, free: 0, spokenMs: minutes(4), share: 0.21, seatShare: 0.14 },
]

const room = (id: string, basis: RoomBalance['basis'], factor: number): RoomBalance => ({
  room: id,
  basis,
  people: people(factor),
  groups,
})

const wave = (step: number): number => 0.5 + 0.3 * Math.sin(step / 3)
const STEPS = Array.from({ length: 24 }, (_, step) => step)

const trend = (id: string, quiet: number): BalanceReport['trend']['rooms'][number] => ({
  room: id,
  spokenMs: STEPS.map((step) => (step === quiet ? 0 : minutes(1.5))),
  groups: [
    { group: 'inwoner', shares: STEPS.map((step) => (step === quiet ? null : wave(step))) },
    { group: 'college', shares: STEPS.map((step) => (step === quiet ? null : (1 - wave(step)) * 0.7)) },
    { group: 'ambtenaar', shares: STEPS.map((step) => (step === quiet ? null : (1 - wave(step)) * 0.3)) },
  ],
  gaps: STEPS.map((step) => step === 10 || step === 11),
})

const rooms = [room('t2', 'both', 1), room('t6', 'speech', 0.5)]

export const REPORT: BalanceReport = {
  sessions: 3,
  incomplete: ['t6'],
  scopes: [
    { scope: 0, own: null, rooms: [], together: { people: [], groups: [] } },
    { scope: 1, own: null, rooms, together: { people: people(1), groups } },
    { scope: 2, own: null, rooms: [room('t2', 'turns', 0.5)], together: { people: people(0.5), groups } },
    { scope: 'session', own: null, rooms, together: { people: people(1.5), groups } },
    { scope: 'dialogue', own: null, rooms, together: { people: people(4), groups } },
  ],
  trend: {
    startMs: NOW - minutes(48),
    stepMs: minutes(2),
    rooms: [trend('t2', 5), trend('t6', 8)],
  },
}
