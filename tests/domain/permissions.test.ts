import { describe, expect, test } from 'vitest'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { COMMANDS, type CommandType } from '../../shared/dialogue/commands.ts'
import { allowed } from '../../shared/dialogue/decide.ts'
import { documentRight } from '../../shared/dialogue/places.ts'
import { ROLES, type Role } from '../../shared/dialogue/model.ts'
import { BY_THE_SERVER, cellOf, LISTED, TEXTS, type Cell } from './support/method.ts'
import { atTables, given, inPlenary, organiser } from './support/sentence.ts'
import { command, give, type World } from './support/world.ts'

/** Role x command x place, held against the table of the method: a new command fails here until it is copied there. */
const TYPES = Object.keys(COMMANDS) as CommandType[]
const WHO: Record<Role, string> = {
  organiser: 'Olga',
  facilitator: 'Femke',
  participant: 'Ans',
  helper: 'Henk',
  observer: 'Toos',
  interpreter: 'Tariq',
  clerk: 'Griet',
}
const PART = {
  title: 'Kennismaken',
  lengthMs: 600_000,
  where: 'tables',
  questions: { lawful: 'Wie bent u?', networking: '', performing: '', participating: '' },
}
const PAYLOAD = {
  turn: 'none',
  ms: 60_000,
  kind: 'turn',
  mode: 'round',
  role: 'lawful',
  guest: 'Cees',
  helper: 'Henk',
  speaks: true,
  screen: false,
  first: 'Ans',
  second: 'Bram',
  pinned: true,
  version: 1,
  text: 'x',
  note: '',
  answers: { signalling: 'good', udp: 'good', tcp: 'good', turn: 'good' },
  until: 0,
  people: [],
  changes: [],
  startsAt: null,
  phone: true,
  typed: false,
  from: 0,
  to: 1,
  reason: 'dit was de tv',
  answer: 'listen',
  why: 'silent',
  on: true,
  silentMs: 300_000,
  longMs: 300_000,
  agreement: 'a1',
  step: 'react',
  place: 1,
  number: 1,
  aim: 8,
  merge: 'mrg1',
  yes: true,
  judged: [],
  by: 'Amendement A2',
  listed: true,
  part: 'none',
  parts: [PART],
  ...PART,
  state: 'done',
  field: 'subject',
}
/** Where the same word means something else. */
const CONSENT = { answer: 'canLive' }
const MERGE = { from: ['a1', 'a2'], text: paragraphs('Samen'), why: [], note: 'niets' }
const ELSE: Partial<Record<CommandType, object>> = {
  answerConsent: CONSENT,
  answerFor: CONSENT,
  mergeAgreements: MERGE,
}
/** The three places a command can be about, for Femke who leads t1 and Ans who sits there. */
const PLACES = {
  plenary: { room: 'plenary', table: 't2', person: 'Olga' },
  own: { room: 't1', table: 't1', person: 'Ans' },
  other: { room: 't2', table: 't2', person: 'Bram' },
} as const
type Place = keyof typeof PLACES
const EVERYWHERE: readonly Place[] = ['plenary', 'own', 'other']

const tables = given(atTables).world
/** Femke leads t1 and Ans belongs there; nobody sits at a table now. */
const plenary = given(inPlenary).world
/** Loes came when the seats had been given out. */
const seatless = given(
  inPlenary,
  organiser('spreadEvenly'),
  organiser('seatPerson', { person: 'Loes', table: null }),
  organiser('announceSplit'),
  organiser('startTables', { version: 1 }),
).world
const asked = (type: CommandType, place: Place) => {
  const values: Record<string, unknown> = { ...PAYLOAD, ...PLACES[place], ...ELSE[type] }
  return command(
    type,
    Object.fromEntries(Object.keys(COMMANDS[type].schema.shape).map((key) => [key, values[key]])),
  )
}
const fieldsOf = (type: CommandType) => Object.keys(COMMANDS[type].schema.shape)

/** Where a cell of the method's table lets somebody, worked out by hand for these three places. `at`: the table that is theirs, of the two. */
function places(type: CommandType, cell: Cell, seated: boolean, at: 'own' | 'other' = 'own'): Place[] {
  const names = (key: string) => fieldsOf(type).includes(key)
  switch (cell) {
    case 'no':
      return []
    case 'yes':
      return ['plenary', 'own', 'other']
    case 'own':
      // of those who may do something for themselves alone, only Ans and Bram are ever named
      return names('person') ? [at] : ['plenary', 'own', 'other']
    case 'plenary':
      return ['plenary']
    case 'here':
      // nobody is at a table while people are in the plenary
      if (names('table')) return seated ? [at] : []
      return seated ? [at] : ['plenary']
    case 'leads':
      // a command about a person is about the room they are in
      return seated || names('room') || names('table') ? [at] : []
    case 'here or leads':
      return EVERYWHERE.filter((place) => place === at || (place === 'plenary' && !seated))
  }
}

test('every command is in the method, once, and nothing else is', () => {
  expect(LISTED.toSorted()).toEqual(TYPES.toSorted())
})

describe.each(TYPES)('%s', (type) => {
  test.each(ROLES)('by the %s', (role) => {
    for (const [world, seated] of [
      [tables, true],
      [plenary, false],
    ] as const) {
      const may = EVERYWHERE.filter((place) => allowed(world.state, WHO[role], asked(type, place)) === null)
      expect({ seated, may }).toEqual({ seated, may: places(type, cellOf(type, role), seated) })
    }
  })

  test.each([
    ['facilitator', 'Frank'],
    ['participant', 'Bram'],
  ] as const)('by the %s of the other table, of these two at that one only', (role, who) => {
    const two = ['own', 'other'] as const
    const may = two.filter((place) => allowed(tables.state, who, asked(type, place)) === null)
    const expected = places(type, cellOf(type, role), true, 'other')
    expect(may).toEqual(two.filter((place) => expected.includes(place)))
  })

  test('by who has no seat, in the plenary only, while the others are at the tables', () => {
    const may = EVERYWHERE.filter((place) => allowed(seatless.state, 'Loes', asked(type, place)) === null)
    // nothing that is about one person is about Loes here
    const aboutOne = cellOf(type, 'participant') === 'own' && fieldsOf(type).includes('person')
    expect(may).toEqual(aboutOne ? [] : places(type, cellOf(type, 'participant'), false))
  })

  test.each(ROLES)('by nobody who was taken out or erased as %s', (role) => {
    for (const [world, gone] of [
      [tables, 'takenOut'],
      [plenary, 'takenOut'],
      [tables, 'erased'],
    ] as const) {
      const state = { ...world.state, [gone]: [WHO[role]] }
      for (const place of EVERYWHERE)
        expect(allowed(state, WHO[role], asked(type, place))).toBe('no_such_person')
    }
  })

  test('whoever may not do it changes nothing, and is told which: the role or the room', () => {
    for (const role of ROLES) {
      for (const place of EVERYWHERE) {
        if (places(type, cellOf(type, role), true).includes(place)) continue
        const { world, decision } = give(tables, WHO[role], asked(type, place))
        expect(world.log).toHaveLength(tables.log.length)
        expect(decision.ok ? 'accepted' : decision.code).toMatch(/^not_your_(role|room)$/)
      }
    }
  })
})

test('the server gives its own commands, opens the plenary, starts the tables and finishes the recall; no more', () => {
  const may = TYPES.filter((type) => allowed(tables.state, 'system', asked(type, 'own')) === null)
  expect(may.toSorted()).toEqual(BY_THE_SERVER.toSorted())
  const alone = TYPES.filter((type) => Object.keys(COMMANDS[type].who).join() === 'system')
  expect(alone.toSorted()).toEqual(BY_THE_SERVER.slice(0, -4).toSorted())
})

test('a stranger may do nothing', () => {
  for (const type of TYPES) expect(allowed(tables.state, 'nobody', asked(type, 'own'))).toBe('no_such_person')
})

test.each(ROLES)('the texts of the tables, to the %s', (role) => {
  const { state } = given(atTables, organiser('movePerson', { person: 'Tariq', table: 't1' }))
  const rights = (['t1', 't2'] as const).map((table) => documentRight(state, WHO[role], table))
  expect(rights).toEqual(TEXTS[role])
})

test('every command in every phase has an answer, for everybody', () => {
  const phases: World[] = [given().world, plenary, tables]
  const ended = give(tables, 'Olga', { type: 'endSession', payload: {} }).world
  for (const world of [...phases, ended]) {
    for (const type of TYPES) {
      for (const who of [...Object.values(WHO), 'system', 'nobody']) {
        for (const place of EVERYWHERE) {
          const { decision } = give(world, who, asked(type, place))
          expect(typeof decision.ok).toBe('boolean')
          if (who === 'system' && !decision.ok) expect(decision.code).toBe('not_your_role')
        }
      }
    }
  }
})
