import { afterEach, expect, test } from 'vitest'
import { formFrom } from '../../client/app/organise/dialogueForm.ts'
import { dayAndTime, dayOf, momentOf, sameDay, timeOf } from '../../client/parts/ui/when.ts'
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
