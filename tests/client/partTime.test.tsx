import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Desk } from '../../client/app/desk/Desk.tsx'
import { Organiser } from '../../client/app/organise/Organiser.tsx'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { ConsentHall } from '../../client/parts/consent/later.ts'
import { partClock } from '../../client/parts/facilitate/partTime.ts'
import { Announcer } from '../../client/parts/ui/Announcer.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { NOW, PROGRAMME, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

/** The time of the part that goes on, as whoever leads sees and hears it. */
const MINUTE = 60_000
let client: DialogueClient | undefined

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  setLocale('nl')
})
afterEach(() => {
  // what was said goes with its own time
  act(() => vi.advanceTimersByTime(10_000))
  cleanup()
  client?.close()
  vi.useRealTimers()
  setLocale('nl')
})

/** The first question began so long ago and is meant to take twenty minutes. */
const began = (ms: number): Partial<SessionState> => ({
  programme: PROGRAMME,
  agenda: [{ title: 'De eerste vraag', where: 'tables', startedAt: NOW - ms, endedAt: null, part: 'prt_2' }],
})
async function look(Screen: typeof Desk, me: string, changes: Partial<SessionState>) {
  await ConsentHall.ahead()
  client = clientWith({ session: { me, state: session(changes) } })
  renderWith(
    client,
    <>
      <Screen />
      <Announcer />
    </>,
  )
}
const passes = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
/** As if nobody looked meanwhile. */
const later = (ms: number) =>
  act(async () => client?.session.store.setState(({ offset }) => ({ offset: offset + ms })))
/** What a screen reader has been told of it that is not gone yet. */
const heard = () =>
  screen
    .getAllByRole('log')
    .flatMap((log) => [...log.children].map((line) => line.textContent ?? ''))
    .filter((line) => line.includes('De eerste vraag'))

test('it is soon over with five minutes left, or with one of what is short; and over at nought', () => {
  const part = { ...PROGRAMME[1]!, since: NOW }
  const at = (ms: number, lengthMs = part.lengthMs) => partClock({ ...part, lengthMs }, NOW + ms)
  expect(at(0)).toEqual({ signal: 'runs', title: 'De eerste vraag', minutes: 20 })
  expect(at(14 * MINUTE + 59_000)).toMatchObject({ signal: 'runs', minutes: 6 })
  expect(at(15 * MINUTE)).toMatchObject({ signal: 'soon', minutes: 5 })
  expect(at(20 * MINUTE - 1)).toMatchObject({ signal: 'soon', minutes: 1 })
  expect(at(20 * MINUTE)).toMatchObject({ signal: 'over', minutes: 0 })
  expect(at(50 * MINUTE)).toMatchObject({ signal: 'over', minutes: 0 })
  expect(at(MINUTE, 5 * MINUTE)).toMatchObject({ signal: 'runs', minutes: 4 })
  expect(at(4 * MINUTE, 5 * MINUTE)).toMatchObject({ signal: 'soon', minutes: 1 })
})

test.each([
  ['the facilitator at the table', Desk, 'els', {}],
  ['the organiser in the main room', Organiser, 'ineke', { phase: { name: 'plenary' } }],
  ['the organiser while the others are at the tables', Organiser, 'ineke', {}],
] as const)(
  '%s sees how long it still is, and hears once that it is soon over and once that it is',
  async (_who, Screen, me, more) => {
    await look(Screen, me, { ...more, ...began(14 * MINUTE + 50_000) })
    expect(screen.getAllByText('Nog 6 minuten: De eerste vraag').length).toBeGreaterThan(0)
    expect(heard()).toEqual([])
    await passes(11_000)
    expect(heard()).toEqual(['Nog 5 minuten: De eerste vraag'])
    await passes(9_000)
    expect(heard()).toEqual([])
    await later(4 * MINUTE + 35_000)
    expect(heard()).toEqual([])
    await passes(16_000)
    expect(heard()).toEqual(['De tijd is om: De eerste vraag'])
    await later(10 * MINUTE)
    await passes(9_000)
    expect(heard()).toEqual([])
    expect(screen.getAllByText('De tijd is om: De eerste vraag').length).toBeGreaterThan(0)
  },
)

test('at a desk of two tables the question of the table that is open is said once', async () => {
  await look(Desk, 'els', began(MINUTE))
  const question = 'Vraag om mee te beginnen: Vanaf welk moment zitten we samen aan tafel?'
  expect(screen.getAllByText(question)).toHaveLength(1)
})

test('whoever comes when the time is up sees it and is not told again', async () => {
  await look(Desk, 'els', began(25 * MINUTE))
  await passes(3_000)
  expect(heard()).toEqual([])
  expect(screen.getByText('De tijd is om: De eerste vraag')).toBeTruthy()
})

test('it is told in the language that is read', async () => {
  setLocale('en')
  await look(Desk, 'els', began(19 * MINUTE + 55_000))
  await passes(6_000)
  expect(heard()).toEqual(['Time is up: De eerste vraag'])
})

test('nothing is told of an item that is no part of the programme', async () => {
  await look(Desk, 'els', {
    agenda: [{ title: 'Pauze', where: 'tables', startedAt: NOW - 90 * MINUTE, endedAt: null }],
  })
  expect(document.querySelector('.dt-part-time')).toBeNull()
  expect(screen.getByText('Nu: Pauze')).toBeTruthy()
})
