import { format } from '../../../shared/messages/format.ts'
import state from '../../../shared/messages/state.json'
import type { Part } from './part.ts'

export const SENTENCE_LANGUAGES = ['nl', 'en', 'ar'] as const
/** The languages of the sentence of state; the screens around it have fewer. */
export type SentenceLanguage = (typeof SENTENCE_LANGUAGES)[number]

export const directionOf = (language: SentenceLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

const { about: _about, ...sentences } = state
const messages: ReadonlyMap<string, Record<SentenceLanguage, string>> = new Map(Object.entries(sentences))

/** A name from another script keeps its own direction and pulls nothing along. */
const isolated = (name: string): string => `\u2068${name}\u2069`

/**
 * The words of one part of the sentence of state. A part that is not in this language throws: nobody is to read half a
 * sentence, or one in somebody else's language.
 */
export function inWords(language: SentenceLanguage, { key, values = {} }: Part): string {
  const message = messages.get(key)
  if (!message) throw new Error(`no sentence ${key}`)
  const filled = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value === 'object') return [name, inWords(language, value)]
    return [name, typeof value === 'string' && language === 'ar' ? isolated(value) : value]
  })
  return format(message, language, Object.fromEntries(filled))
}
