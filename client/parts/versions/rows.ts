import { canonical, type Words } from '../../../shared/agreement/canonical.ts'
import type { ReadVersion } from '../../../shared/protocol.ts'

/** What stands in the list: a version, or the words as they are while no version has them. */
export interface Row {
  key: string
  /** Null: not kept as a version. */
  version: ReadVersion | null
  words: Words
  isNow: boolean
}

/** Newest first. The last version is also how it is now when nobody has changed a word since. */
export function rowsOf(versions: readonly ReadVersion[], now: Words | null): Row[] {
  const last = versions.at(-1)
  const changed = now !== null && (!last || canonical(last.words) !== canonical(now))
  const rows = versions.map((version) => ({
    key: `v${version.number}`,
    version,
    words: version.words,
    isNow: !changed && version === last,
  }))
  return changed
    ? [{ key: 'now', version: null, words: now, isNow: true }, ...rows.toReversed()]
    : rows.toReversed()
}

/** Not the words that stand there now. */
export const isPast = (row: Row, rows: readonly Row[]): boolean =>
  rows.every(({ isNow, words }) => !isNow || canonical(words) !== canonical(row.words))

/** Two rows to compare, the older first. */
export interface Pair {
  older: Row
  newer: Row
}

/**
 * The one somebody chose and the one it is held against: at first the newest, and for the newest the one before it.
 * Null where there are not two.
 */
export function pairOf(rows: readonly Row[], chosen: string | null, against: string | null): Pair | null {
  const place = (key: string | null) => rows.findIndex((row) => row.key === key)
  const one = Math.max(0, place(chosen))
  const wanted = place(against)
  const other = wanted >= 0 && wanted !== one ? wanted : one === 0 ? 1 : 0
  const [newer, older] = [rows[Math.min(one, other)], rows[Math.max(one, other)]]
  return newer && older ? { newer, older } : null
}
