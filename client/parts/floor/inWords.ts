import { format } from '../../../shared/messages/format.ts'
import state from '../../../shared/messages/state.json'
import type { Language, Locale } from '../../../shared/wire.ts'
import { isolated } from '../ui/isolated.ts'
import { arabicOf } from '../ui/text.tsx'
import type { Part } from './part.ts'

const { about: _about, ...sentences } = state
const messages: ReadonlyMap<string, Record<Locale, string>> = new Map(Object.entries(sentences))

/**
 * The words of one part of the sentence of state. A part that is not in this language throws: nobody is to read half a
 * sentence, or one in somebody else's language.
 */
export function inWords(language: Language, { key, values = {} }: Part): string {
  const message = messages.get(key)
  const text = language === 'ar' ? arabicOf(key) : message?.[language]
  if (text === undefined) throw new Error(`no sentence ${key} in ${language}`)
  const filled = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value === 'object') return [name, inWords(language, value)]
    return [name, typeof value === 'string' ? isolated(value, language) : value]
  })
  return format<string>({ [language]: text }, language, Object.fromEntries(filled))
}
