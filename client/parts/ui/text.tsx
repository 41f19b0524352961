import { useMemo } from 'react'
import { format, type Values } from '../../../shared/messages/format.ts'
import type { Locale } from '../../../shared/protocol.ts'
import { FIRST_WORDS, type MessageKey } from './catalogues.ts'
import { useLocale } from './locale.ts'

export type { MessageKey } from './catalogues.ts'
export { LOCALE_NAMES, setLocale, useLocale } from './locale.ts'

/** A key that is in no catalogue does not compile. */
export type T = (key: MessageKey, values?: Values) => string

type Words = Record<string, Record<Locale, string>>

const messages = new Map(Object.entries<Words[string]>(FIRST_WORDS))

/** From now on these can be said too. */
export function addWords(more: Words): void {
  for (const [key, message] of Object.entries(more)) messages.set(key, message)
}

/** One message in one language. An unknown key throws: half a sentence must not reach people. */
export function translate(locale: Locale, key: string, values?: Values): string {
  const message = messages.get(key)
  if (!message) throw new Error(`no message ${key}`)
  return format(message, locale, values)
}

export const hasMessage = (key: string): key is MessageKey => messages.has(key)

/** `t(key, values)` in the language chosen now. */
export function useT(): T {
  const locale = useLocale((chosen) => chosen.locale)
  return useMemo(() => (key, values) => translate(locale, key, values), [locale])
}

/** Outside React: announcements, titles. */
export const tNow: T = (key, values) => translate(useLocale.getState().locale, key, values)
