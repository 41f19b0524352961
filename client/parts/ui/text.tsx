import { useMemo } from 'react'
import { ENGLISH, fill, type Message, type Values } from '../../../shared/messages/format.ts'
import { LOCALES, type Language, type Locale } from '../../../shared/wire.ts'
import { FIRST_WORDS, type MessageKey } from './catalogues.ts'
import { fromLeft, isolatedValues } from './isolated.ts'
import { useLocale } from './locale.ts'

export type { MessageKey } from './catalogues.ts'
export { LOCALE_NAMES, setLocale, useLocale } from './locale.ts'

/** A key that is in no catalogue does not compile. */
export type T = (key: MessageKey, values?: Values) => string

type InOneLanguage = Record<string, Message>
type Fetch = () => Promise<InOneLanguage>
/** As it is written, or as it comes with the page: in Dutch, with its English apart. */
export interface Words {
  [key: string]: Partial<Record<Locale, Message>>
  [ENGLISH]?: Fetch
}

const texts: Record<Language, Map<string, Message>> = { nl: new Map(), en: new Map(), ar: new Map() }
const englishToCome = new Set<Fetch>()

/** From now on these can be said too. */
export function addWords(...catalogues: Words[]): void {
  for (const words of catalogues) {
    for (const locale of LOCALES)
      for (const [key, message] of Object.entries(words)) {
        const text = message[locale]
        if (text !== undefined) texts[locale].set(key, text)
      }
    const english = words[ENGLISH]
    if (english) englishToCome.add(english)
  }
}

/** The same in one language, whose words come by themselves for whoever reads it. */
export function addTexts(language: Language, more: InOneLanguage): void {
  for (const [key, message] of Object.entries(more)) texts[language].set(key, message)
}

/** The English of all that can be said in Dutch by now. Rejects when it does not come; then it can be asked again. */
export async function fetchEnglish(): Promise<void> {
  const one = async (fetch: Fetch) => {
    addTexts('en', await fetch())
    englishToCome.delete(fetch)
  }
  while (englishToCome.size > 0) await Promise.all([...englishToCome].map(one))
}

/** A message in one language, once its words have come. */
export const textIn = (language: Language, key: string): Message | undefined => texts[language].get(key)

/** One message in one language. An unknown key throws: half a sentence must not reach people. */
export function translate(language: Language, key: string, values: Values = {}): string {
  const dutch = textIn('nl', key)
  if (dutch === undefined) throw new Error(`no message ${key}`)
  const filled = isolatedValues(values, language)
  const own = textIn(language, key)
  if (own !== undefined) return fill(own, language, filled)
  const { written } = useLocale.getState()
  const instead = fill(textIn(written, key) ?? dutch, written, filled)
  return language === 'ar' ? fromLeft(instead) : instead
}

export const hasMessage = (key: string): key is MessageKey => texts.nl.has(key)

addWords(...FIRST_WORDS)

/** `t(key, values)` in the language chosen now. */
export function useT(): T {
  const locale = useLocale((chosen) => chosen.locale)
  return useMemo(() => (key, values) => translate(locale, key, values), [locale])
}

/** Outside React: announcements, titles. */
export const tNow: T = (key, values) => translate(useLocale.getState().locale, key, values)
