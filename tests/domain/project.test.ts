import { expect, test } from 'vitest'
import { apply } from '../../shared/dialogue/apply.ts'
import { audience } from '../../shared/dialogue/audience.ts'
import { project, redact, scopeChanged } from '../../shared/dialogue/project.ts'
import {
  atTables,
  does,
  ends,
  given,
  inPlenary,
  mode,
  next,
  organiser,
  raise,
  speaks,
  wait,
} from './support/sentence.ts'
import { PEOPLE, lobby } from './support/world.ts'
import type { DialogueEvent } from '../../shared/dialogue/events.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'

const rooms = (state: SessionState, viewer: string) => Object.keys(project(state, viewer).floors)

/** The event as this viewer gets it. */
function seenBy(state: SessionState, viewer: string, event: DialogueEvent): DialogueEvent {
  const line = { seq: state.seq + 1, at: 2_000_000, event }
  return redact(line, state, apply(state, line), viewer).event
}

test('[T3] at the tables each follows the floors that are theirs', () => {
  const { state } = given(atTables)
  expect(rooms(state, 'Ans')).toEqual(['t1'])
  expect(rooms(state, 'Femke')).toEqual(['t1', 't3'])
  expect(rooms(state, 'Olga')).toEqual(['plenary', 't1', 't2', 't3', 't4'])
  expect(rooms(state, 'Toos')).toEqual(['plenary'])
  expect(rooms(state, 'Henk')).toEqual(['plenary'])
})

test('observers follow the tables only when the dialogue is open to them', () => {
  const { state } = given(atTables)
  const open = { ...state, settings: { ...state.settings, openToObservers: true } }
  expect(rooms(open, 'Toos')).toEqual(['plenary', 't1', 't2', 't3', 't4'])
  expect(rooms(open, 'Henk')).toEqual(['plenary'])
})

test('[T3] what happens at a table is a blank with the same number for everybody else', () => {
  const { state } = given(atTables)
  const event: DialogueEvent = { type: 'HandRaised', room: 't1', person: 'Ans', kind: 'turn', typed: false }
  const seeing = PEOPLE.map(({ id }) => id).filter((viewer) => seenBy(state, viewer, event).type !== 'Blank')
  expect(seeing).toEqual([
    'Olga',
    'Femke',
    'Ans',
    'Eva',
    ...state.order.filter((id) => state.seating?.seats[id] === 't1' && id !== 'Ans' && id !== 'Eva'),
  ])
  expect(seenBy(state, 'Bram', event)).toEqual({ type: 'Blank' })
})

test("[S3] nobody sees somebody else's time; whoever leads does", () => {
  const told = given(inPlenary, speaks('Ans'), wait(5_000), ends('Ans'))
  const times = (viewer: string) => project(told.state, viewer).floors.plenary?.heldMs
  expect(times('Ans')).toEqual({ Ans: 5_000 })
  expect(times('Bram')).toEqual({})
  expect(times('Femke')).toEqual({})
  expect(times('Olga')).toEqual({ Ans: 5_000 })
})

test('[S3] the end of a turn tells its time to the speaker and to whoever leads', () => {
  const { state } = given(inPlenary, speaks('Ans'))
  const turn = state.floors.plenary?.turn?.id ?? ''
  const event: DialogueEvent = {
    type: 'TurnEnded',
    room: 'plenary',
    turn,
    how: 'done',
    place: null,
    heldMs: 5_000,
  }
  for (const viewer of ['Ans', 'Olga']) expect(seenBy(state, viewer, event)).toMatchObject({ heldMs: 5_000 })
  for (const viewer of ['Bram', 'Femke', 'Toos'])
    expect(seenBy(state, viewer, event)).toMatchObject({ heldMs: null })
})

test("the draft and the earlier seatings are the organiser's", () => {
  const { state } = given(inPlenary, organiser('spreadEvenly'))
  for (const { id, role } of PEOPLE) expect(project(state, id).plan === null).toBe(role !== 'organiser')
  const plan = { version: 1, seats: { Ans: 't1' }, pinned: [] }
  expect(seenBy(state, 'Femke', { type: 'SeatsPlanned', plan })).toEqual({ type: 'Blank' })
})

test('a call for help is seen by the asker, the helper, the organiser and the facilitator of the table', () => {
  const { state } = given(
    atTables,
    does('Ans', 'askHelp', () => ({ note: 'Geen geluid' })),
  )
  const seeing = PEOPLE.map(({ id }) => id).filter((viewer) => project(state, viewer).help.length > 0)
  expect(seeing).toEqual(['Olga', 'Femke', 'Henk', 'Ans'])
})

test('how a line did is seen by whose it is, the helper, the organiser and the facilitator of the table', () => {
  const answers = { signalling: 'good', udp: 'bad', tcp: 'absent', turn: 'good' } as const
  const { state } = given(
    atTables,
    does('Ans', 'tellLine', () => ({ answers })),
  )
  const seeing = PEOPLE.map(({ id }) => id).filter((viewer) => project(state, viewer).lines['Ans'])
  expect(seeing).toEqual(['Olga', 'Femke', 'Henk', 'Ans'])
  expect(audience({ type: 'LineTested', person: 'Ans', answers })).toEqual({ to: 'help', person: 'Ans' })
})

test('a request for time is between the desk and the organiser', () => {
  const { state } = given(
    atTables,
    does('Femke', 'askTime', () => ({ table: 't1' })),
  )
  const seeing = PEOPLE.map(({ id }) => id).filter((viewer) => project(state, viewer).timeAsked.length > 0)
  expect(seeing).toEqual(['Olga', 'Femke'])
})

test('a move changes what one may see: a snapshot instead of the event', () => {
  const before = given(atTables).state
  const line = {
    seq: before.seq + 1,
    at: 0,
    event: { type: 'PersonMoved', person: 'Ans', table: 't2', version: 1 } as const,
  }
  const after = apply(before, line)
  expect(scopeChanged(before, after, 'Ans')).toBe(true)
  expect(scopeChanged(before, after, 'Bram')).toBe(false)
  expect(scopeChanged(before, after, 'Olga')).toBe(false)
})

test('going to the tables and back changes the view of everybody but the clerk', () => {
  const before = given(inPlenary, organiser('spreadEvenly'), organiser('announceSplit')).state
  const after = given(atTables).state
  for (const { id } of PEOPLE) expect(scopeChanged(before, after, id)).toBe(id !== 'Griet')
})

test('[S3] the reason of quiet first reaches nobody: an offer looks the same for every viewer', () => {
  const { state } = given(inPlenary, mode('quietFirst'), raise('Ans'), next())
  expect(project(state, 'Bram').floors.plenary?.turn).toEqual(project(state, 'Olga').floors.plenary?.turn)
})

test('a stranger sees nothing', () => {
  const { state } = given(inPlenary)
  expect(project(state, 'nobody').people).toEqual({})
  expect(seenBy(state, 'nobody', { type: 'Announced', text: 'x' })).toEqual({ type: 'Blank' })
})

test('every event has an audience', () => {
  expect(audience({ type: 'Announced', text: 'x' })).toEqual({ to: 'all' })
  expect(audience({ type: 'TimeAsked', table: 't1' })).toEqual({ to: 'desk', room: 't1' })
  expect(audience({ type: 'HelpAsked', person: 'Ans', note: '' })).toEqual({ to: 'help', person: 'Ans' })
  expect(audience({ type: 'RoundEnded', room: 't1' })).toEqual({ to: 'room', room: 't1' })
})

test('the first snapshot of the lobby is small and whole', () => {
  const { state } = lobby()
  expect(project(state, 'Ans').order).toHaveLength(PEOPLE.length)
})
