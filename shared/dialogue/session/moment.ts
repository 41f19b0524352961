/** The municipality's clock: dates typed by people are meant on it, and all dates are told by it, wherever a device is. */
const ZONE = 'Europe/Amsterdam'

/** How a language writes moments of the municipality's clock. */
export const onClock = (
  tag: string,
  options: Omit<Intl.DateTimeFormatOptions, 'timeZone'>,
): Intl.DateTimeFormat => new Intl.DateTimeFormat(tag, { ...options, timeZone: ZONE })

// Swedish writes days so
const days = onClock('sv-SE', { dateStyle: 'short' })

/** `YYYY-MM-DD` of a moment in milliseconds, on the municipality's clock. */
export const isoDay = (at: number): string => days.format(at)

/** How far the zone's clock is ahead of UTC at this moment, in ms. */
function offsetAt(at: number): number {
  const parts = onClock('en-US', {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(at / 1_000) * 1_000
}

const DAY_MS = 24 * 3_600_000

/**
 * 'YYYY-MM-DD' and 'HH:MM' on the municipality's clock as milliseconds: none for a day or time that does not exist, two, the earlier first,
 * for a time that comes twice in the night in which the clock goes back.
 */
export function momentsOf(date: string, time: string): number[] {
  const utc = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 16) !== `${date}T${time}`) return []
  const offsets = new Set([offsetAt(utc - DAY_MS), offsetAt(utc + DAY_MS)])
  return [...offsets]
    .map((offset) => ({ offset, at: utc - offset }))
    .filter(({ offset, at }) => offsetAt(at) === offset)
    .map(({ at }) => at)
    .toSorted((one, other) => one - other)
}

/** The first of them; null for a day or time that does not exist. */
export const momentOf = (date: string, time: string): number | null => momentsOf(date, time)[0] ?? null

/** The day after a `YYYY-MM-DD`. */
export const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

/** '20261208T183000Z': a moment in UTC as calendar files have it, so that none of them needs to know a zone. */
export const utcDigits = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`
