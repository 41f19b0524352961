import type { Values } from '../../../shared/messages/format.ts'
import type { Language } from '../../../shared/wire.ts'

/** Marks that turn the direction of what is around them. */
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
/** Letters that are written from right to left: Hebrew, Arabic, and the scripts beside them in Unicode's blocks. */
const FROM_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** A name keeps its own direction and pulls nothing along: in a sentence that is read aloud or stands in an attribute there is no `bdi`. */
export function isolated(text: string, language: Language): string {
  const plain = text.replace(TURNING, '')
  return language === 'ar' || FROM_RIGHT.test(plain) ? `\u2068${plain}\u2069` : plain
}

export const isolatedValues = (values: Values, language: Language): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value, language) : value,
    ]),
  )

/** Words from another language among Arabic ones. */
export const fromLeft = (text: string): string => `\u2066${text}\u2069`
