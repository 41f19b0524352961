import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRoomBook, type RoomBook } from '../../server/media/rooms.ts'
import { seated } from '../../server/media/seating.ts'
import type { Sfu } from '../../server/media/sfu.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { inPlenary, organiser, type Step } from '../domain/support/sentence.ts'
import { roomsInMemory, stateAfter } from '../support/media.ts'

const OVERLAP_MS = 2_000
const ANNOUNCED = [inPlenary, organiser('spreadEvenly'), organiser('announceSplit')]
const STARTED = [...ANNOUNCED, organiser('startTables', { version: 1 })]

let book: RoomBook
/** What the SFU was asked for, and the rooms that are there. */
let asked: string[] = []
const there = new Set<string>()

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  there.clear()
  const sfu = {
    async createRoom(name: string) {
      asked.push(name)
      await Promise.resolve()
      there.add(name)
    },
    deleteRoom: async (name: string) => void there.delete(name),
  } as Partial<Sfu> as Sfu
  book = createRoomBook({
    session: 'ses',
    owns: seated.owns,
    sfu,
    store: roomsInMemory(),
    overlapMs: OVERLAP_MS,
    attempt: (work) => void work(),
    onChange: () => undefined,
  })
})
afterEach(() => {
  book.close()
  vi.useRealTimers()
})

async function follow(steps: (Step | Step[])[]): Promise<SessionState> {
  const state = stateAfter(steps)
  book.follow(seated.places(state))
  await vi.advanceTimersByTimeAsync(0)
  return state
}
/** The rooms with these names, in no order. */
const roomsOf = (names: Iterable<string>) => [...names].map((name) => book.at(name)?.room).toSorted()

test('[T3] while a split is announced the rooms of its tables are made, and nobody listens there before it begins', async () => {
  const { tableOrder } = await follow(ANNOUNCED)
  expect(roomsOf(there)).toEqual(['plenary', ...tableOrder].toSorted())
  expect(roomsOf(book.heard())).toEqual(['plenary'])
  const before = [...there]
  await follow(STARTED)
  expect([...there]).toEqual(before)
  expect(roomsOf(book.heard())).toEqual(['plenary', ...tableOrder].toSorted())
})

test('[T2] a split that is cancelled leaves no rooms', async () => {
  await follow(ANNOUNCED)
  await follow([...ANNOUNCED, organiser('cancelSplit')])
  await vi.advanceTimersByTimeAsync(OVERLAP_MS)
  expect(roomsOf(there)).toEqual(['plenary'])
})

test('all who come to a table together wait for one question to the SFU', async () => {
  const { tableOrder } = await follow(STARTED)
  const [table = ''] = tableOrder
  asked = []
  const names = await Promise.all([1, 2, 3].map(() => book.make(table, 1)))
  expect(asked).toEqual([names[0]])
  expect(new Set(names).size).toBe(1)
  await book.make(table, 1)
  expect(asked).toHaveLength(2)
})
