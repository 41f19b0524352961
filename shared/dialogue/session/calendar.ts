import { utcDigits } from './moment.ts'

/** A session as a calendar file (RFC 5545). Moments are milliseconds. */
export interface CalendarEntry {
  /** The same for every edition of this session's file. */
  uid: string
  /** How often the session was changed: a higher one replaces the entry that is there. */
  sequence: number
  startsAt: number
  endsAt: number | null
  /** When this file was written. */
  at: number
  title: string
  description: string
  /** Where one comes in: for everybody the same, for calendars are read by others. */
  url: string
}

const LINE_OCTETS = 75

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

const octets = (sign: string): number => new TextEncoder().encode(sign).length

/** No line is longer than 75 octets, and no character is cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let now = ''
  let length = 0
  for (const sign of line) {
    if (length + octets(sign) > LINE_OCTETS) {
      lines.push(now)
      now = ' '
      length = 1
    }
    now += sign
    length += octets(sign)
  }
  return [...lines, now].join('\r\n')
}

export function calendarFile(entry: CalendarEntry): string {
  const { uid, sequence, startsAt, endsAt, at, title, description, url } = entry
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dialoogtafel//Dialoogtafel//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utcDigits(at)}`,
    `DTSTART:${utcDigits(startsAt)}`,
    ...(endsAt === null ? [] : [`DTEND:${utcDigits(endsAt)}`]),
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
