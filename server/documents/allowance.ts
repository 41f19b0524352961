import type { PersonId } from '../../shared/dialogue/model.ts'
import { createBuckets, type Bucket, type Rate } from '../kit/bucket.ts'

/** What costs as much as the whole document is counted per person: whoever comes back gets nothing anew. */
export interface Allowance {
  /** Bytes of text looked through for what one lacks. */
  asks: Bucket
  /** Bytes of the documents whose shadow was made again for a refused change. */
  rebuilds: Bucket
}

export function createAllowances(rates: { asks: Rate; rebuilds: Rate }): (person: PersonId) => Allowance {
  const asks = createBuckets(rates.asks)
  const rebuilds = createBuckets(rates.rebuilds)
  return (person) => ({ asks: asks(person), rebuilds: rebuilds(person) })
}
