import { isoDay, onClock } from '../../../shared/dialogue/session/moment.ts'
import type { Language } from '../../../shared/wire.ts'

const TAGS: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB', ar: 'ar-u-nu-latn' }

/** Clock times as people here write them: 19.30 in Dutch, 19:30 elsewhere. Of the municipality's clock, as they are typed. */
export function timeOf(at: number, locale: Language): string {
  const time = onClock(TAGS[locale], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  return locale === 'nl' ? time.replace(':', '.') : time
}

export const dayOf = (at: number, locale: Language): string =>
  onClock(TAGS[locale], { weekday: 'long', day: 'numeric', month: 'long' }).format(at)

/** "Dinsdag 24 november, 19.30 uur" */
export function dayAndTime(at: number, locale: Language): string {
  const moment = momentOf(at, locale)
  return `${moment.charAt(0).toUpperCase()}${moment.slice(1)}`
}

/** "zondag 6 december, 20.00 uur", inside a sentence. */
export const momentOf = (at: number, locale: Language): string =>
  `${dayOf(at, locale)}${locale === 'ar' ? '،' : ','} ${timeOf(at, locale)}${locale === 'nl' ? ' uur' : ''}`

export const sameDay = (first: number, second: number): boolean => isoDay(first) === isoDay(second)
