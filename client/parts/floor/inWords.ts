import { fill } from '../../../shared/messages/format.ts'
import type { Language } from '../../../shared/wire.ts'
import { isolated } from '../ui/isolated.ts'
import { textIn } from '../ui/text.tsx'
import type { Part } from './part.ts'

/**
 * The words of one part of the sentence of state. A part that is not in this language throws: nobody is to read half a
 * sentence, or one in somebody else's language.
 */
export function inWords(language: Language, { key, values = {} }: Part): string {
  const text = textIn(language, key)
  if (text === undefined) throw new Error(`no sentence ${key} in ${language}`)
  const filled = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value === 'object') return [name, inWords(language, value)]
    return [name, typeof value === 'string' ? isolated(value, language) : value]
  })
  return fill(text, language, Object.fromEntries(filled))
}
