import type { LinkRow } from '../../../shared/protocol.ts'

export interface LinkFilter {
  /** Parts of a name, in any order. */
  words: string
  /** Only whoever has not opened their link. */
  unopened: boolean
}

export const EVERYBODY: LinkFilter = { words: '', unopened: false }

/** As one types it: without marks, in small letters. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The links of whom one looks for, in the order of the list. */
export function linksFound<Row extends Pick<LinkRow, 'name' | 'opened'>>(
  rows: readonly Row[],
  { words, unopened }: LinkFilter,
): Row[] {
  const parts = plain(words)
    .split(/\s+/)
    .filter((part) => part !== '')
  return rows.filter(
    ({ name, opened }) => !(unopened && opened) && parts.every((part) => plain(name).includes(part)),
  )
}
