import { describe, expect, test } from 'vitest'
import { COMMANDS, SYSTEM_COMMANDS, type CommandType } from '../../shared/dialogue/commands.ts'
import { allowed, PERMISSIONS, type Where } from '../../shared/dialogue/permissions.ts'
import { PHASES } from '../../shared/dialogue/phases.ts'
import { ROLES, type Role, type SessionState } from '../../shared/dialogue/model.ts'
import { atTables, given, inPlenary } from './support/sentence.ts'
import { command, give, type World } from './support/world.ts'

/** Role x command x place, generated from the table in code and from the list of commands: a new command fails here until it is listed. */
const TYPES = Object.keys(COMMANDS) as CommandType[]
const WHO: Record<Role, string> = {
  organiser: 'Olga',
  facilitator: 'Femke',
  participant: 'Ans',
  helper: 'Henk',
  observer: 'Toos',
  interpreter: 'Tariq',
}
const PAYLOAD = {
  turn: 'none',
  ms: 60_000,
  kind: 'turn',
  mode: 'round',
  role: 'lawful',
  first: 'Ans',
  second: 'Bram',
  pinned: true,
  version: 1,
  text: 'x',
  note: '',
  until: 0,
  people: [],
  title: 'Kennismaken',
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
}
/** The three places a command can be about, for Femke who leads t1 and Ans who sits there. */
const PLACES = {
  plenary: { room: 'plenary', table: 't2', person: 'Olga' },
  own: { room: 't1', table: 't1', person: 'Ans' },
  other: { room: 't2', table: 't2', person: 'Bram' },
} as const
type Place = keyof typeof PLACES

const tables = given(atTables).world
const asked = (type: CommandType, place: Place) => {
  const values: Record<string, unknown> = { ...PAYLOAD, ...PLACES[place] }
  return command(type, Object.fromEntries(Object.keys(COMMANDS[type].shape).map((key) => [key, values[key]])))
}

function expected(type: CommandType, role: Role, place: Place): boolean {
  const where: Where = PERMISSIONS[type][role] ?? 'no'
  const keys = Object.keys(COMMANDS[type].shape)
  switch (where) {
    case 'no':
      return false
    case 'anywhere':
      return true
    case 'self':
      return !keys.includes('person') || PLACES[place].person === WHO[role]
    case 'plenary':
      return place === 'plenary'
    case 'ownTable':
    case 'ownRoom':
      return place === 'own'
  }
}

test('every command is in the table and has its phases, and nothing else is', () => {
  expect(Object.keys(PERMISSIONS).toSorted()).toEqual(TYPES.toSorted())
  expect(Object.keys(PHASES).toSorted()).toEqual(TYPES.toSorted())
})

describe.each(TYPES)('%s', (type) => {
  test.each(ROLES)('by the %s', (role) => {
    for (const place of ['plenary', 'own', 'other'] as const) {
      const code = allowed(tables.state, WHO[role], asked(type, place))
      expect({ place, may: code === null }).toEqual({ place, may: expected(type, role, place) })
    }
  })

  test('whoever may not do it changes nothing, and is told which: the role or the room', () => {
    for (const role of ROLES) {
      for (const place of ['plenary', 'own', 'other'] as const) {
        if (expected(type, role, place)) continue
        const { world, decision } = give(tables, WHO[role], asked(type, place))
        expect(world.log).toHaveLength(tables.log.length)
        expect(decision.ok ? 'accepted' : decision.code).toMatch(/^not_your_(role|room)$/)
      }
    }
  })
})

test("the server's own commands are refused to every role", () => {
  for (const type of SYSTEM_COMMANDS) {
    for (const role of ROLES)
      expect(allowed(tables.state, WHO[role], asked(type, 'own'))).toBe('not_your_role')
    expect(allowed(tables.state, 'system', asked(type, 'own'))).toBeNull()
  }
})

test('the server gives its own commands, opens the plenary, starts the tables and finishes the recall; no more', () => {
  const may = TYPES.filter((type) => allowed(tables.state, 'system', asked(type, 'own')) === null)
  expect(may.toSorted()).toEqual(
    [...SYSTEM_COMMANDS, 'openPlenary', 'startTables', 'finishRecall'].toSorted(),
  )
})

test('a stranger may do nothing', () => {
  for (const type of TYPES) expect(allowed(tables.state, 'nobody', asked(type, 'own'))).toBe('no_such_person')
})

const can = (state: SessionState, who: string, type: CommandType, place: Place) =>
  allowed(state, who, asked(type, place)) === null

test('as the method says: who raises a hand', () => {
  const { state } = given(inPlenary)
  expect(ROLES.filter((role) => can(state, WHO[role], 'raiseHand', 'plenary'))).toEqual([
    'organiser',
    'facilitator',
    'participant',
  ])
  expect(can(tables.state, 'Olga', 'raiseHand', 'own')).toBe(false)
})

test('as the method says: mode, grant, next, timer and silence belong to whoever leads the room', () => {
  for (const type of [
    'setMode',
    'restartRound',
    'grantFloor',
    'nextTurn',
    'extendTurn',
    'startSilence',
    'startSteering',
  ] as const) {
    expect(ROLES.filter((role) => can(tables.state, WHO[role], type, 'plenary'))).toEqual(['organiser'])
    expect(ROLES.filter((role) => can(tables.state, WHO[role], type, 'own'))).toEqual(['facilitator'])
    expect(ROLES.filter((role) => can(tables.state, WHO[role], type, 'other'))).toEqual([])
  }
})

test('as the method says: seats, split and recall are the organiser’s', () => {
  for (const type of [
    'spreadEvenly',
    'seatPerson',
    'announceSplit',
    'extendSplit',
    'announceRecall',
    'finishRecall',
    'movePerson',
  ] as const) {
    expect(ROLES.filter((role) => can(tables.state, WHO[role], type, 'own'))).toEqual(['organiser'])
  }
})

test('[S6] when the private questions come is the organiser’s to say', () => {
  expect(ROLES.filter((role) => can(tables.state, WHO[role], 'setNudges', 'own'))).toEqual(['organiser'])
})

test('every command in every phase has an answer, for everybody', () => {
  const phases: World[] = [given().world, given(inPlenary).world, tables]
  const ended = give(tables, 'Olga', { type: 'endSession', payload: {} }).world
  for (const world of [...phases, ended]) {
    for (const type of TYPES) {
      for (const who of [...Object.values(WHO), 'system', 'nobody']) {
        for (const place of ['plenary', 'own', 'other'] as const) {
          const { decision } = give(world, who, asked(type, place))
          expect(typeof decision.ok).toBe('boolean')
          if (who === 'system' && !decision.ok) expect(decision.code).toBe('not_your_role')
        }
      }
    }
  }
})
