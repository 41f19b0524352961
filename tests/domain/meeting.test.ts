import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meetingOf } from '../../shared/dialogue/session/meeting.ts'
import { momentOf, momentsOf } from '../../shared/dialogue/session/moment.ts'
import { mergeIntervals, type Interval } from '../../shared/dialogue/time/intervals.ts'
import { KEY } from '../../shared/dialogue/time/marks.ts'
import { addTimes, timesOf, type TimeBook } from '../../shared/dialogue/time/timeBook.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

/** Midnight, the hour that comes twice, and the hour that is skipped. */
const NIGHTS = {
  midnight: Date.UTC(2026, 11, 8, 23),
  back: Date.UTC(2026, 9, 25, 1),
  forward: Date.UTC(2026, 2, 29, 1),
}
const meeting = (date: string, from: string, to: string) => meetingOf({ date, from, to })
const minutes = (found: ReturnType<typeof meetingOf>) =>
  typeof found === 'string' ? found : (found.endsAt - found.startsAt) / MINUTE

describe('[V24] from when to when', () => {
  test('an end after midnight is on the next day, and says so', () => {
    expect(meeting('2026-12-08', '23:00', '00:30')).toEqual({
      startsAt: Date.UTC(2026, 11, 8, 22),
      endsAt: Date.UTC(2026, 11, 8, 23, 30),
      note: 'nextDay',
    })
    expect(minutes(meeting('2026-12-31', '23:30', '00:15'))).toBe(45)
    expect(meeting('2026-12-08', '19:30', '21:30')).toMatchObject({ note: null })
  })

  test('an end before the beginning is no night of fourteen hours', () => {
    expect(meeting('2026-12-08', '19:30', '09:30')).toBe('order')
    expect(meeting('2026-12-08', '19:30', '19:30')).toBe('order')
    expect(minutes(meeting('2026-12-08', '08:00', '22:00'))).toBe(14 * 60)
  })

  test('what is not filled in, or is no day or time, is missing', () => {
    for (const [date, from, to] of [
      ['', '19:30', '21:30'],
      ['2026-02-30', '19:30', '21:30'],
      ['2026-12-08', '', '21:30'],
      ['2026-12-08', '19:30', '24:00'],
    ] as const)
      expect(meeting(date, from, to)).toBe('missing')
  })

  test('in the night in which the clock goes back a time is the first of its two, and an end is later than its beginning', () => {
    expect(momentsOf('2026-10-25', '02:30')).toEqual([
      Date.UTC(2026, 9, 25, 0, 30),
      Date.UTC(2026, 9, 25, 1, 30),
    ])
    expect(meeting('2026-10-25', '02:00', '03:00')).toEqual({
      startsAt: Date.UTC(2026, 9, 25, 0),
      endsAt: Date.UTC(2026, 9, 25, 2),
      note: 'twice',
    })
    expect(minutes(meeting('2026-10-24', '23:00', '02:30'))).toBe(210)
    expect(minutes(meeting('2026-10-25', '02:45', '02:15'))).toBe(30)
    expect(minutes(meeting('2026-10-25', '01:30', '03:30'))).toBe(180)
    expect(meeting('2026-10-25', '03:00', '04:00')).toMatchObject({ note: null })
  })

  test('a time that the clock skips is said not to exist', () => {
    expect(momentsOf('2026-03-29', '02:30')).toEqual([])
    expect(momentOf('2026-03-29', '02:30')).toBeNull()
    expect(meeting('2026-03-29', '02:30', '04:00')).toBe('skipped')
    expect(meeting('2026-03-29', '01:00', '02:30')).toBe('skipped')
    expect(meeting('2026-03-28', '23:00', '02:30')).toBe('skipped')
    expect(minutes(meeting('2026-03-29', '01:30', '03:30'))).toBe(60)
  })
})

/** Free talk and turns around `at`, in which people were heard. */
function bookAround(at: number, heard: Record<string, Interval[]>): TimeBook {
  const shifted = (list: Interval[]) =>
    list.map(({ startMs, endMs }) => ({ startMs: at + startMs, endMs: at + endMs }))
  const measured = Object.fromEntries(Object.entries(heard).map(([person, list]) => [person, shifted(list)]))
  return {
    marks: {
      [KEY.free('plenary')]: shifted([{ startMs: -HOUR, endMs: HOUR }]),
      [KEY.turn('plenary', 'Ans')]: shifted([{ startMs: HOUR, endMs: 2 * HOUR }]),
    },
    measured: { plenary: measured },
    mutes: {},
    gaps: {},
    corrections: [],
  }
}

test('[V24] [S1] over midnight and over a change of the clock time goes on: no second twice, none lost', () => {
  const stretch = fc
    .tuple(fc.integer({ min: -HOUR, max: HOUR }), fc.integer({ min: 200, max: 20 * MINUTE }))
    .map(([startMs, ms]) => ({ startMs, endMs: startMs + ms }))
  const heard = fc.array(stretch, { maxLength: 8 }).map((list) => mergeIntervals(list))
  fc.assert(
    fc.property(
      fc.record({ Ans: heard, Bram: heard }),
      fc.integer({ min: -HOUR, max: 2 * HOUR }),
      (said, cut) => {
        const inDaytime = timesOf(bookAround(Date.UTC(2026, 5, 1, 12), said), Infinity)
        for (const at of Object.values(NIGHTS)) {
          const book = bookAround(at, said)
          const whole = timesOf(book, at + 3 * HOUR)
          expect(whole).toEqual(inDaytime)
          const before = timesOf(book, at + 3 * HOUR, { startMs: 0, endMs: at + cut })
          const after = timesOf(book, at + 3 * HOUR, { startMs: at + cut, endMs: at + 3 * HOUR })
          expect(addTimes(before, after)).toEqual(whole)
        }
      },
    ),
  )
})
