import type { PersonId } from '../../shared/dialogue/model.ts'
import { createBucket, type Bucket, type Rate } from './rate.ts'

/** What costs as much as the whole document is counted per person: whoever comes back gets nothing anew. */
export interface Allowance {
  /** Bytes of text looked through for what one lacks. */
  asks: Bucket
  /** Bytes of the documents whose shadow was made again for a refused change. */
  rebuilds: Bucket
}

/** So many are kept before those that are as good as new are forgotten. */
const MANY = 500

export function createAllowances(rates: { asks: Rate; rebuilds: Rate }): (person: PersonId) => Allowance {
  const known = new Map<PersonId, Allowance>()
  return (person) => {
    const found = known.get(person)
    if (found) return found
    if (known.size >= MANY)
      for (const [one, { asks, rebuilds }] of known) if (asks.full() && rebuilds.full()) known.delete(one)
    const fresh = { asks: createBucket(rates.asks), rebuilds: createBucket(rates.rebuilds) }
    known.set(person, fresh)
    return fresh
  }
}
