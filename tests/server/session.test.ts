import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Documents } from '../../server/documents/documents.ts'
import { UNCOUNTED } from '../../server/kit/counts.ts'
import { COME_BACK, openSession } from '../../server/live/session.ts'
import type { Viewer } from '../../server/live/viewers.ts'
import type { DialogueRow, Store } from '../../server/store/store.ts'
import { command, give, lobby, type World } from '../domain/support/world.ts'
import { createFakeMedia } from '../support/fakeMedia.ts'

/** One session over a log in memory, with the clock of the test. */
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const row: DialogueRow = {
  id: 'dia',
  session: 'ses',
  title: 'Samen beslissen',
  promise: null,
  startsAt: null,
  endsAt: null,
  demo: false,
}

/** In the plenary, with a split that begins in a minute: a timer waits. */
function announced(): World {
  let world = { ...lobby(), now: Date.now() }
  for (const [type, payload] of [
    ['openPlenary', {}],
    ['spreadEvenly', {}],
    ['announceSplit', { ms: 60_000 }],
  ] as const)
    world = give(world, 'Olga', command(type, payload)).world
  return world
}

function open({ log }: World, people: () => Promise<[]> = async () => []) {
  const store = {
    events: { read: async () => log },
    people: { people },
    speech: { read: async () => ({ intervals: [], gaps: [], mutes: [] }), add: async () => true },
  } as unknown as Store
  const documents = { recheck: async () => undefined } as unknown as Documents
  const deps = {
    store,
    documents,
    media: createFakeMedia(),
    log: { warn: () => undefined },
    counts: UNCOUNTED,
    now: Date.now,
    cluster: null,
    renew: () => undefined,
  }
  return openSession(row, deps)
}

function viewer(person: string) {
  const closed: number[] = []
  const heard: string[] = []
  const device: Viewer = {
    person,
    seq: 0,
    send: ({ kind }) => void heard.push(kind),
    close: (code) => void closed.push(code),
  }
  return { device, closed, heard }
}

test('nothing of a session ticks or waits after its end, also when somebody was in it or had just gone', async () => {
  const session = await open(announced())
  session.watch(viewer('Ans').device, 0)
  session.watch(viewer('Bram').device, 0)()
  session.spoke('plenary', 'Ans', Date.now() - 500, Date.now())
  expect(vi.getTimerCount()).toBeGreaterThan(3)
  await session.close(null)
  expect(vi.getTimerCount()).toBe(0)
})

test('nothing goes on of a session that could not be opened', async () => {
  const opening = open(announced(), () => Promise.reject(new Error('away')))
  await expect(opening).rejects.toThrow('away')
  expect(vi.getTimerCount()).toBe(0)
})

test('it is in use while somebody is at the door or in, and for a moment after they have gone', async () => {
  const session = await open(lobby())
  expect(session.inUse()).toBe(false)
  const leave = session.enter()
  expect(session.inUse()).toBe(true)
  const stop = session.watch(viewer('Ans').device, 0)
  leave()
  expect(session.inUse()).toBe(true)
  stop()
  expect(session.inUse()).toBe(true)
  vi.advanceTimersByTime(4_000)
  expect(session.inUse()).toBe(false)
  await session.close(null)
})

test('it is in use while a timer waits, and while something that was measured is not stored', async () => {
  const waiting = await open(announced())
  expect(waiting.inUse()).toBe(true)
  await waiting.close(null)

  const measured = await open(lobby())
  measured.spoke('plenary', 'Ans', 1, 2)
  expect(measured.inUse()).toBe(true)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(measured.inUse()).toBe(false)
  await measured.close(null)
})

test('who still comes in when it has ended is told to come back, not left with a session that is over', async () => {
  const session = await open(lobby())
  const before = viewer('Ans')
  session.watch(before.device, 0)
  await session.close(COME_BACK)
  const late = viewer('Bram')
  session.watch(late.device, 0)()
  expect([before.closed, late.closed]).toEqual([[COME_BACK], [COME_BACK]])
  expect(late.heard).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
