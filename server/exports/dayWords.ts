import type { Locale } from '../../shared/protocol.ts'

const LOCALES: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' }

/** A day as people write it, by the clock of the Netherlands. */
export const dayWords = (ms: number, locale: Locale): string =>
  new Intl.DateTimeFormat(LOCALES[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Amsterdam',
  }).format(ms)

/** `YYYY-MM-DD`, by the same clock. */
export const isoDay = (ms: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(ms)
