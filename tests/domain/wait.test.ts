import { describe, expect, test } from 'vitest'
import { outside, withGap } from '../../server/media/gaps.ts'
import { follow, followStop, usualWait, type Counted, type Wait } from '../../server/media/speech/wait.ts'

const start: Counted = {
  atMs: 0,
  playedMs: 0,
  madeUpMs: 0,
  lostMs: 0,
  stretchedMs: 0,
  pressedMs: 0,
  buffered: 0,
  emitted: 0,
}

/** Counts that go on from `wait` for `ms`, in which every sample lay in the buffer for `inBufferMs`. */
function after(wait: Wait, ms: number, inBufferMs: number, more: Partial<Counted> = {}): Counted {
  const before = wait.counts.at(-1) ?? start
  return {
    ...before,
    atMs: before.atMs + ms,
    playedMs: before.playedMs + ms,
    buffered: before.buffered + inBufferMs * ms,
    emitted: before.emitted + ms,
    ...more,
  }
}
const quiet = follow(usualWait, after(usualWait, 500, 80))

describe('[S1] how long sound has waited', () => {
  test('is what it lay in the jitter buffer, as long as packets are fetched as they come', () => {
    expect(quiet.waitMs).toBe(80)
    expect(follow(quiet, after(quiet, 500, 120)).waitMs).toBe(120)
  })

  test('what came while we stood still is older than the buffer knows: by the sound that it made up', () => {
    const now = after(quiet, 700, 20, { madeUpMs: 550 })
    const stopped = followStop(quiet, now, { fromMs: 520, lengthMs: 600 })
    expect(stopped.waitMs).toBe(630)
    const soon = follow(stopped, after(stopped, 160, 100, { pressedMs: 60 }))
    expect(soon.waitMs).toBe(570)
  })

  test('a question that was asked while we stood still takes nothing of that away', () => {
    const asked = follow(quiet, after(quiet, 400, 20, { madeUpMs: 300 }))
    const now = after(asked, 300, 20, { madeUpMs: 550 })
    expect(followStop(asked, now, { fromMs: 520, lengthMs: 600 }).waitMs).toBeGreaterThanOrEqual(570)
  })

  test('what was made up for packets that never came makes nothing late', () => {
    const now = after(quiet, 700, 80, { madeUpMs: 550, lostMs: 560 })
    expect(followStop(quiet, now, { fromMs: 520, lengthMs: 600 }).waitMs).toBe(80)
  })

  test('once it has been played the buffer knows again', () => {
    const now = after(quiet, 700, 20, { madeUpMs: 550 })
    const stopped = followStop(quiet, now, { fromMs: 520, lengthMs: 600 })
    const later = follow(stopped, after(stopped, 1_200, 300, { pressedMs: 300 }))
    expect(later.late).toBeNull()
    expect(later.waitMs).toBe(300)
  })

  test('a wait that seems shorter for a moment, with nothing played faster, is believed bit by bit', () => {
    const short = follow(quiet, after(quiet, 160, 0))
    expect(short.waitMs).toBe(60)
  })
})

describe('[S8] what is marked as not measured does not count as well', () => {
  const gaps = withGap(withGap([], { fromMs: 1_000, toMs: 2_000 }), { fromMs: 3_000, toMs: 3_500 })

  test('a stretch is told without what lies in gaps', () => {
    expect(outside(gaps, 500, 3_200)).toEqual([
      { fromMs: 500, toMs: 1_000 },
      { fromMs: 2_000, toMs: 3_000 },
    ])
    expect(outside(gaps, 1_200, 1_900)).toEqual([])
    expect(outside(gaps, 4_000, 4_500)).toEqual([{ fromMs: 4_000, toMs: 4_500 }])
  })

  test('gaps of long ago are forgotten', () => {
    expect(withGap(gaps, { fromMs: 62_500, toMs: 63_000 })).toHaveLength(2)
  })
})
