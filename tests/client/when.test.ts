import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { formFrom } from '../../client/app/organise/dialogueForm.ts'
import { dayAndTime, dayOf, momentOf, sameDay, timeOf } from '../../client/parts/ui/when.ts'
import { meetingOf, type Meeting } from '../../shared/dialogue/session/meeting.ts'
import { momentOf as typed } from '../../shared/dialogue/session/moment.ts'

const ZONES = ['America/Curacao', 'Asia/Tokyo', 'Pacific/Kiritimati', 'UTC']
const own = process.env.TZ

afterEach(() => {
  if (own === undefined) delete process.env.TZ
  else process.env.TZ = own
})

const at = (date: string, time: string): number => typed(date, time) ?? Number.NaN

test.each(ZONES)(
  'on a device in %s a moment is told as it was typed, on the clock of the municipality',
  (there) => {
    process.env.TZ = there
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(there)
    for (const [date, time, day] of [
      ['2026-12-08', '00:15', 'dinsdag 8 december'],
      ['2026-12-08', '23:45', 'dinsdag 8 december'],
      ['2026-07-01', '19:30', 'woensdag 1 juli'],
    ] as const) {
      const moment = at(date, time)
      const told = time.replace(':', '.')
      expect(timeOf(moment, 'nl')).toBe(told)
      expect(dayOf(moment, 'nl')).toBe(day)
      expect(momentOf(moment, 'nl')).toBe(`${day}, ${told} uur`)
      expect(dayAndTime(moment, 'nl')).toBe(
        `${day.replace(/^./, (first) => first.toUpperCase())}, ${told} uur`,
      )
      expect(formFrom('', moment)).toMatchObject({ date, from: time })
    }
    expect(sameDay(at('2026-12-08', '00:15'), at('2026-12-08', '23:45'))).toBe(true)
    expect(sameDay(at('2026-12-08', '23:45'), at('2026-12-09', '00:15'))).toBe(false)
  },
)

test('[V24] what is kept comes back in the form as it was typed, and saved again is the same', () => {
  const time = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map(
      (minute) =>
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    )
  const date = fc.constantFrom(
    '2026-03-28',
    '2026-03-29',
    '2026-10-24',
    '2026-10-25',
    '2026-12-31',
    '2028-02-29',
  )
  fc.assert(
    fc.property(date, time, time, (day, from, to) => {
      const found = meetingOf({ date: day, from, to })
      if (typeof found === 'string') return
      expect(found.endsAt).toBeGreaterThan(found.startsAt)
      const form = formFrom('', found.startsAt, found.endsAt)
      expect(form).toEqual({ title: '', date: day, from, to })
      expect(meetingOf(form)).toEqual<Meeting>(found)
    }),
  )
})
