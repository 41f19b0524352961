import { expect, test, vi } from 'vitest'
import { keepUnwritten } from '../../server/live/unwritten.ts'
import type { SpeechGap, SpeechInterval, SpeechMute, SpeechStore } from '../../server/store/store.ts'

/** A store that can be away, and what came to it. */
function wayward() {
  const here = {
    away: false,
    stretches: [] as SpeechInterval[],
    gaps: [] as SpeechGap[],
    mutes: [] as SpeechMute[],
  }
  const unless = async (keep: () => unknown) => {
    if (here.away) throw new Error('away')
    keep()
    return true
  }
  const store: SpeechStore = {
    add: (intervals) => unless(() => here.stretches.push(...intervals)),
    addGaps: (gaps) => unless(() => here.gaps.push(...gaps)),
    addMutes: (mutes) => unless(() => here.mutes.push(...mutes)),
    read: () => Promise.resolve({ intervals: here.stretches, gaps: here.gaps, mutes: here.mutes }),
  }
  return { here, store }
}

const gap = (startMs: number): SpeechGap => ({ session: 'ses', room: 'plenary', startMs, endMs: startMs + 5 })
const mute = (atMs: number): SpeechMute => ({ session: 'ses', room: 'plenary', person: 'anna', atMs })
const stretch = (startMs: number): SpeechInterval => ({ ...gap(startMs), person: 'anna' })

test('[S8] what was measured and not measured while the database was away is stored when it is back', async () => {
  vi.useFakeTimers()
  const { here, store } = wayward()
  const failed = vi.fn()
  const unwritten = keepUnwritten(store, failed)
  here.away = true
  unwritten.gap(gap(1))
  unwritten.gap(gap(100))
  unwritten.stretch(stretch(10))
  unwritten.mute(mute(16))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(failed).toHaveBeenCalled()
  here.away = false
  await vi.advanceTimersByTimeAsync(1_500)
  expect(here.gaps).toEqual([gap(1), gap(100)])
  expect(here.stretches).toEqual([stretch(10)])
  expect(here.mutes).toEqual([mute(16)])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(here.gaps).toHaveLength(2)
  await unwritten.close()
  vi.useRealTimers()
})

test('what still waits at the end is written before it closes', async () => {
  const { here, store } = wayward()
  const unwritten = keepUnwritten(store, () => undefined)
  unwritten.gap(gap(1))
  unwritten.stretch(stretch(10))
  unwritten.stretch({ ...stretch(14), endMs: 40 })
  await unwritten.close()
  expect(here.gaps).toEqual([gap(1)])
  expect(here.stretches).toEqual([{ ...stretch(10), endMs: 40 }])
})

test('[S8] speech that is refused because another node leads is a gap, in each room where it was', async () => {
  const { here, store } = wayward()
  const refusing: SpeechStore = { ...store, add: async () => false }
  const unwritten = keepUnwritten(
    refusing,
    () => undefined,
    () => 1,
  )
  unwritten.stretch(stretch(10))
  unwritten.stretch(stretch(30))
  unwritten.stretch({ ...stretch(12), room: 'table1', person: 'bram' })
  await unwritten.close()
  expect(here.stretches).toEqual([])
  expect(here.gaps).toEqual([
    { ...gap(10), endMs: 35 },
    { ...gap(12), room: 'table1' },
  ])
})
