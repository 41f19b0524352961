import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFile, type CalendarEntry } from '../../shared/dialogue/session/calendar.ts'

const ENTRY: CalendarEntry = {
  uid: 'abc@dialoog.example',
  sequence: 2,
  startsAt: Date.UTC(2026, 11, 8, 18, 30),
  endsAt: Date.UTC(2026, 11, 8, 20, 30),
  at: Date.UTC(2026, 10, 29, 12),
  title: 'Dialoog',
  description: 'Open uw link.',
  url: 'https://dialoog.example/code',
}

/** As a calendar reads it: lines put together again, and signs as they were meant. */
function read(file: string): Record<string, string> {
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n')
  return Object.fromEntries(
    lines
      .filter((line) => line.includes(':'))
      .map((line) => [
        line.slice(0, line.indexOf(':')),
        line
          .slice(line.indexOf(':') + 1)
          .replace(/\\([nN\\;,])/g, (_all, sign: string) => (/n/i.test(sign) ? '\n' : sign)),
      ]),
  )
}

test('the file says when, what and which edition, with the moments in UTC', () => {
  expect(read(calendarFile(ENTRY))).toMatchObject({
    UID: ENTRY.uid,
    SEQUENCE: '2',
    DTSTAMP: '20261129T120000Z',
    DTSTART: '20261208T183000Z',
    DTEND: '20261208T203000Z',
    SUMMARY: 'Dialoog',
    URL: ENTRY.url,
  })
  expect(read(calendarFile({ ...ENTRY, endsAt: null }))).not.toHaveProperty('DTEND')
})

test('in summer and in winter, and in the night the clock goes back, a moment is the moment it is', () => {
  for (const startsAt of [
    Date.UTC(2026, 6, 1, 17),
    Date.UTC(2026, 9, 25, 0, 30),
    Date.UTC(2026, 9, 25, 1, 30),
  ]) {
    const said = read(calendarFile({ ...ENTRY, startsAt }))['DTSTART'] ?? ''
    expect(Date.parse(said.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))).toBe(
      startsAt,
    )
  }
})

test('whatever a dialogue is called, lines stay within 75 octets, no character is cut, and the title is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const file = calendarFile({ ...ENTRY, title })
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).toBe(Buffer.from(line).toString())
      }
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const kept = title.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '')
      expect(read(file)['SUMMARY']).toBe(kept)
    }),
  )
})
