import type { AgreementText, TableText } from './document.ts'
import { isBlank } from './text.ts'

export interface NumberedAgreement {
  /** Null: not known yet, because a text before it cannot be read here. */
  number: number | null
  agreement: AgreementText
}
export interface NumberedTable<T> {
  table: T
  agreements: NumberedAgreement[]
}

/**
 * The number of every agreement, the same on every screen and in every export: one count that runs over the whole dialogue,
 * along the tables in their order and each table's text from top to bottom. What nobody has written in yet has none.
 * `textOf` gives null for a text that is not here: no number is better than one that others see at another agreement.
 */
export function numbered<T>(
  tables: readonly T[],
  textOf: (table: T) => TableText | null,
): NumberedTable<T>[] {
  let last: number | null = 0
  return tables.map((table) => {
    const text = textOf(table)
    const agreements = (text ?? [])
      .filter((agreement) => !isBlank(agreement))
      .map((agreement) => ({ number: last === null ? null : ++last, agreement }))
    if (text === null) last = null
    return { table, agreements }
  })
}
