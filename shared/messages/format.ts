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

const compiled = new Map<string, IntlMessageFormat>()

/**
 * Fill in one message, in a language it has. An unknown value name throws: a half sentence must not reach people.
 * Figures are 0 to 9 in every language, as on the tiles beside the sentence.
 */
export function format<L extends string>(
  message: Readonly<Record<L, string>>,
  locale: L,
  values: Values = {},
): string {
  const source = message[locale]
  const key = `${locale} ${source}`
  let found = compiled.get(key)
  if (!found) compiled.set(key, (found = new IntlMessageFormat(source, `${locale}-u-nu-latn`)))
  return String(found.format(values))
}
