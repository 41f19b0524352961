import { expect, test } from 'vitest'
import { createQuiet } from '../../server/live/quiet.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import type { Phase } from '../../shared/dialogue/model.ts'

const PATIENCE = { everyMs: 1, lobbyMs: 60, underWayMs: 1_000, endedMs: 10 }

/** A session in this phase, and a clock that only the test moves. */
function watched(phase: Phase) {
  const here = { now: 0, inUse: false }
  const quiet = createQuiet(PATIENCE, () => here.now)
  const session = { state: () => ({ ...emptySession, phase }), inUse: () => here.inUse }
  const overAt = (now: number) => {
    here.now = now
    return quiet.over(session)
  }
  return { here, overAt, asked: () => quiet.asked(session) }
}

test.each([
  ['lobby', 60],
  ['plenary', 1_000],
  ['ended', 10],
] as const)('a session in the phase %s is waited for %d ms', (name, ms) => {
  const { overAt } = watched({ name })
  expect([0, ms - 1, ms].map(overAt)).toEqual([false, false, true])
})

test('while it is in use it is not over, and after that it is waited for anew', () => {
  const { here, overAt } = watched({ name: 'lobby' })
  expect(overAt(0)).toBe(false)
  here.inUse = true
  expect(overAt(70)).toBe(false)
  here.inUse = false
  expect([80, 139, 140].map(overAt)).toEqual([false, false, true])
})

test('whoever asks for it makes it stay as long again', () => {
  const { overAt, asked } = watched({ name: 'lobby' })
  expect([0, 50].map(overAt)).toEqual([false, false])
  asked()
  expect([60, 119, 120].map(overAt)).toEqual([false, false, true])
})
