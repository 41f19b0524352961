import { onClock } from '../../shared/dialogue/session/moment.ts'
import type { Locale } from '../../shared/protocol.ts'

const LOCALES: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' }

/** A day as people write it, on the municipality's clock. */
export const dayWords = (ms: number, locale: Locale): string =>
  onClock(LOCALES[locale], { day: 'numeric', month: 'long', year: 'numeric' }).format(ms)
