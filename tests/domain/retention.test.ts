import { describe, expect, test } from 'vitest'
import {
  ALL_KEPT_MS,
  due,
  isLeftOpen,
  isUnderWay,
  keptUntil,
  LEFT_OPEN_MS,
  NAMES_KEPT_MS,
  type Held,
} from '../../shared/dialogue/retention/retention.ts'

const DAY = 24 * 60 * 60 * 1000
const END = 1_000 * DAY

const held = (other: Partial<Held> = {}): Held => ({
  createdAt: 900 * DAY,
  startsAt: END - 1,
  endsAt: END,
  begunAt: END - 1,
  endedAt: END,
  lastAt: END,
  chosen: { names: null, all: null },
  named: true,
  ...other,
})

describe('without a choice the days follow from the last session', () => {
  test.each<[string, Partial<Held>, number]>([
    ['as it ended', {}, END],
    ['as it was planned, where it has not ended', { begunAt: null, endedAt: null }, END],
    ['by its beginning, where no end was planned', { begunAt: null, endedAt: null, endsAt: null }, END - 1],
    [
      'from its making, where there was no plan',
      { begunAt: null, endedAt: null, endsAt: null, startsAt: null },
      900 * DAY,
    ],
    ['never from before it was made', { createdAt: END + DAY }, END + DAY],
  ])('%s', (_why, other, from) => {
    expect(keptUntil(held(other))).toEqual({ names: from + NAMES_KEPT_MS, all: from + ALL_KEPT_MS })
  })
})

test('one that was begun and never closed is over a day after its programme and the last that happened in it', () => {
  const left = (lastAt: number | null, other: Partial<Held> = {}) => held({ endedAt: null, lastAt, ...other })
  for (const [what, over] of [
    [left(END - DAY), END],
    [left(END + DAY), END + DAY],
    [left(null, { endsAt: null, startsAt: null }), END - 1],
  ] as const) {
    expect(isUnderWay(what, over + LEFT_OPEN_MS - 1)).toBe(true)
    expect([isLeftOpen(what, over + LEFT_OPEN_MS), isUnderWay(what, over + LEFT_OPEN_MS)]).toEqual([
      true,
      false,
    ])
    expect(keptUntil(what)).toEqual({ names: over + NAMES_KEPT_MS, all: over + ALL_KEPT_MS })
  }
  // one that ended, or has not begun, was not left open
  for (const other of [held(), held({ begunAt: null, endedAt: null })])
    expect(isLeftOpen(other, END + 900 * DAY)).toBe(false)
})

test('what the organiser chose goes before, and everything never goes before the names', () => {
  expect(keptUntil(held({ chosen: { names: END + DAY, all: END + 2 * DAY } }))).toEqual({
    names: END + DAY,
    all: END + 2 * DAY,
  })
  const late = END + 2 * ALL_KEPT_MS
  expect(keptUntil(held({ chosen: { names: late, all: null } }))).toEqual({ names: late, all: late })
})

test('a day that a later session has overtaken counts no more', () => {
  expect(keptUntil(held({ chosen: { names: END - DAY, all: END } }))).toEqual(keptUntil(held()))
})

describe('due is', () => {
  const { names, all } = keptUntil(held())
  test.each<[string, Partial<Held>, number, ReturnType<typeof due>]>([
    ['nothing before the first day', {}, names - 1, 'nothing'],
    ['the names on that day', {}, names, 'names'],
    ['nothing more when there are none left', { named: false }, names, 'nothing'],
    ['everything on the second day, however late one looks', {}, all + 900 * DAY, 'all'],
    ['nothing of a session that is going on', { endedAt: null, lastAt: all + DAY - 1 }, all + DAY, 'nothing'],
    ['all of one that was never closed, as if it had ended as planned', { endedAt: null }, all, 'all'],
    ['the names of one that was never closed, not a moment earlier', { endedAt: null }, names - 1, 'nothing'],
    [
      'nothing of one that is still to come',
      { begunAt: null, endedAt: null, endsAt: all + DAY },
      all + DAY,
      'nothing',
    ],
  ])('%s', (_what, other, now, what) => {
    expect(due(held(other), now)).toBe(what)
  })
})
