import { useMemo } from 'react'
import { format, type Values } from '../../../shared/messages/format.ts'
import type { Language, Locale } from '../../../shared/wire.ts'
import { FIRST_WORDS, type MessageKey } from './catalogues.ts'
import { fromLeft, isolatedValues } from './isolated.ts'
import { useLocale } from './locale.ts'

export type { MessageKey } from './catalogues.ts'
export { LOCALE_NAMES, setLocale, useLocale } from './locale.ts'

/** A key that is in no catalogue does not compile. */
export type T = (key: MessageKey, values?: Values) => string

type Message = Record<Locale, string>
type Words = Record<string, Message>

const messages = new Map(Object.entries<Message>(FIRST_WORDS))
const arabic = new Map<string, string>()

/** From now on these can be said too. */
export function addWords(more: Words): void {
  for (const [key, message] of Object.entries(more)) messages.set(key, message)
}

/** The same for Arabic, which comes by itself for whoever chose it. */
export function addArabic(more: Record<string, string>): void {
  for (const [key, message] of Object.entries(more)) arabic.set(key, message)
}

/** A message in Arabic, once its words have come. */
export const arabicOf = (key: string): string | undefined => arabic.get(key)

/** One message in one language. An unknown key throws: half a sentence must not reach people. */
export function translate(language: Language, key: string, values: Values = {}): string {
  const message = messages.get(key)
  if (!message) throw new Error(`no message ${key}`)
  const filled = isolatedValues(values, language)
  if (language !== 'ar') return format(message, language, filled)
  const ar = arabicOf(key)
  if (ar !== undefined) return format({ ar }, language, filled)
  return fromLeft(format(message, useLocale.getState().written, filled))
}

export const hasMessage = (key: string): key is MessageKey => messages.has(key)

/** `t(key, values)` in the language chosen now. */
export function useT(): T {
  const locale = useLocale((chosen) => chosen.locale)
  return useMemo(() => (key, values) => translate(locale, key, values), [locale])
}

/** Outside React: announcements, titles. */
export const tNow: T = (key, values) => translate(useLocale.getState().locale, key, values)
