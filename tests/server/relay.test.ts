import { expect, test } from 'vitest'
import { createRelay } from '../../server/live/relay.ts'
import type { Viewer } from '../../server/live/viewers.ts'
import type { ServerFrame } from '../../shared/protocol.ts'
import { atTables, does, given, inPlenary, wait } from '../domain/support/sentence.ts'

test('whoever comes back to a room is told who talks there now, and nobody is told of a room that is not theirs', () => {
  let { state } = given(inPlenary)
  const told: Record<string, ServerFrame[]> = { Ans: [], Olga: [] }
  const viewers = new Set(
    Object.entries(told).map(([person, frames]): Viewer => ({
      person,
      seq: 0,
      send: (frame) => void frames.push(frame),
      close: () => undefined,
    })),
  )
  const relay = createRelay({ viewers, state: () => state, now: () => 0 })
  for (const viewer of viewers) relay.greet(viewer)
  const talks = (room: string, ...people: string[]) => ({ kind: 'speaking', room, people })
  relay.speaking('plenary', ['Olga'])
  state = given(atTables).state
  relay.moved()
  relay.speaking('plenary', [])
  relay.speaking('t2', ['Bram'])
  relay.speaking('t1', ['Ans'])
  expect(told['Ans']).toEqual([talks('plenary', 'Olga'), talks('t1'), talks('t1', 'Ans')])
  state = given(inPlenary).state
  relay.moved()
  relay.moved()
  expect(told['Ans']?.slice(3)).toEqual([talks('plenary')])
  // of the tables of before nobody is said to talk at those of now
  state = given(atTables).state
  relay.moved()
  expect(told['Ans']?.slice(4)).toEqual([talks('t1')])
  const tables = ['t1', 't2', 't3', 't4']
  expect(told['Olga']).toEqual([
    talks('plenary', 'Olga'),
    ...tables.map((table) => talks(table)),
    talks('plenary'),
    talks('t2', 'Bram'),
    talks('t1', 'Ans'),
    ...tables.map((table) => talks(table)),
  ])
})

test('where somebody can be called back is gone with their call, also when they ask again', () => {
  const asks = does('Ans', 'askHelp', () => ({}))
  let { state } = given(inPlenary, asks)
  const relay = createRelay({ viewers: new Set(), state: () => state, now: () => 0 })
  relay.callBack('Ans', '06 12 34 56 78')
  const numbersFor = (person: string) => {
    const frames: ServerFrame[] = []
    relay.greet({ person, seq: 0, send: (frame) => void frames.push(frame), close: () => undefined })
    return frames.flatMap((frame) => (frame.kind === 'callBack' ? [frame.number] : []))
  }
  expect(numbersFor('Henk')).toEqual(['06 12 34 56 78'])
  expect(numbersFor('Olga')).toEqual([])
  const closed = does('Ans', 'closeHelp', () => ({ person: 'Ans' }))
  ;({ state } = given(inPlenary, asks, closed, wait(60_000), asks))
  expect(numbersFor('Henk')).toEqual([])
})
