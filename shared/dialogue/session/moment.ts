/** The municipality's clock: dates typed by people are meant on it. */
export const ZONE = 'Europe/Amsterdam'

/** How far the zone's clock is ahead of UTC at this moment, in ms. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
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

/** 'YYYY-MM-DD' and 'HH:MM' on the municipality's clock as milliseconds; null for a day or time that does not exist. */
export function momentOf(date: string, time: string, zone = ZONE): number | null {
  const utc = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 16) !== `${date}T${time}`) return null
  // twice, since the first guess may lie on the other side of a change of the clock
  const first = utc - offsetAt(utc, zone)
  return utc - offsetAt(first, zone)
}

/** '20261208T183000Z': a moment in UTC as calendar files have it, so that none of them needs to know a zone. */
export const utcDigits = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`
