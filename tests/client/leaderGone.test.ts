import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { overviewCards } from '../../client/app/organise/overview.ts'
import { readiness } from '../../client/app/organise/ready.ts'
import { splitBoard } from '../../client/app/organise/splitBoard.ts'
import { createPresence } from '../../server/live/presence.ts'
import { createPresenceFeed } from '../../server/live/presenceFeed.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import type { Presence, ServerFrame } from '../../shared/protocol.ts'
import { session } from './organiseStates.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What the organiser is told of who is there, by the server's own book; all come in. */
function meeting(state: SessionState) {
  const known: Record<string, Presence> = {}
  const send = (frame: ServerFrame) => {
    if (frame.kind === 'presence') for (const one of frame.people) known[one.person] = one
  }
  const viewers = new Set([{ person: 'ineke', seq: 0, send, close: () => undefined }])
  const book = createPresence(Date.now, (person) => feed.tell(person))
  const feed = createPresenceFeed({ viewers, state: () => state, presence: book })
  const isIn = (person: string, room: string | null) =>
    book.status(person, { room, microphone: 'on', camera: 'on', media: 'on', screen: 'room' })
  for (const person of state.order) {
    book.arrived(person)
    isIn(person, placeOf(state, person))
  }
  vi.advanceTimersByTime(1_000)
  const leaders = () =>
    overviewCards(state, known, null, (person) => placeOf(state, person)).map(({ leader }) => leader.state)
  return { book, isIn, known, leaders }
}

test('[V21] [T8] a table whose leader’s browser is gone is seen by the organiser within five seconds', () => {
  const { book, leaders } = meeting(session())
  expect(leaders()).toEqual(['here', 'here', 'none', 'elsewhere'])
  book.gone('els')
  vi.advanceTimersByTime(5_000)
  expect(leaders()).toEqual(['here', 'away', 'none', 'away'])
})

test('[V21] [T8] a leader who has a line again and stands at the check of the microphone does not lead a table yet', () => {
  const { book, isIn, leaders } = meeting(session())
  book.gone('els')
  vi.advanceTimersByTime(5_000)
  book.arrived('els')
  vi.advanceTimersByTime(100)
  expect(leaders()).toEqual(['here', 'underway', 'none', 'elsewhere'])
  isIn('els', 't2')
  vi.advanceTimersByTime(100)
  expect(leaders()).toEqual(['here', 'here', 'none', 'elsewhere'])
})

test('[V21] [T8] during the countdown it is said by name who leads and is not there', () => {
  const state = session({ phase: { name: 'announced', version: 1, deadline: Date.now() + 20_000 } })
  const { book, known } = meeting(state)
  const leaders = () => readiness(state, known, splitBoard(state, state.seating)).leaders
  expect(leaders().absent).toEqual([])
  book.gone('els')
  vi.advanceTimersByTime(5_000)
  expect(leaders().absent).toEqual([{ standing: 'away', names: ['Els'] }])
})

test('[V21] a page that is loaded anew, or a second device, makes nobody gone', () => {
  const { book, leaders } = meeting(session())
  book.gone('els')
  vi.advanceTimersByTime(2_000)
  book.arrived('els')
  vi.advanceTimersByTime(5_000)
  expect(leaders()[1]).toBe('here')
})
