import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../protocol.ts'

/** A catalogue: one ICU message per locale; nl is the source. */
export type Catalogue = Record<string, Record<Locale, string>>
/** The same messages in Arabic, save those that nobody on a resident's path reads. */
export type InArabic<C extends Catalogue, Elsewhere extends string = never> = Record<
  Exclude<keyof C, Elsewhere>,
  string
>
export type Values = Record<string, string | number>
/** A message as it was written, or as the client's build has read it beforehand (`client/build/messages.ts`). */
export type Message = ConstructorParameters<typeof IntlMessageFormat>[0]

/** A catalogue of the built client has only Dutch in it; under this it says how its English comes. */
export const ENGLISH = Symbol.for('dialoogtafel.english')

const compiled = new Map<string, Map<Message, IntlMessageFormat>>()

/** Fill in one message of a catalogue, in a language it has. */
export const format = <L extends string>(
  message: Readonly<Record<L, string>>,
  locale: L,
  values?: Values,
): string => fill(message[locale], locale, values)

/**
 * Fill in one message. An unknown value name throws: a half sentence must not reach people.
 * Figures are 0 to 9 in every language, as on the tiles beside the sentence.
 */
export function fill(message: Message, locale: string, values: Values = {}): string {
  return isPlain(message) ? message : String(compile(message, locale).format(values))
}

/** Nothing in it is to be filled in. */
export const isPlain = (message: Message): message is string =>
  typeof message === 'string' && !/[{}<']/.test(message)

function compile(message: Message, locale: string): IntlMessageFormat {
  const inLocale = compiled.get(locale) ?? new Map<Message, IntlMessageFormat>()
  compiled.set(locale, inLocale)
  const found = inLocale.get(message) ?? new IntlMessageFormat(message, `${locale}-u-nu-latn`)
  inLocale.set(message, found)
  return found
}
