import type { Agreement } from '../agreements/agreement.ts'
import { nextNumber } from '../agreements/agreements.ts'
import { roundsVoided } from '../consent/ending.ts'
import type { Context } from '../decision.ts'
import type { DialogueEvent } from '../events.ts'
import type { AgreementId, PersonId, SessionState } from '../model.ts'
import type { Merge } from './merge.ts'
import { mergingsOf, theSet } from './theSet.ts'

/** All tables said yes: one agreement in the place of the foremost; rounds on what it was made of are over (C3). */
export function merged(state: SessionState, merge: Merge, { now, newId }: Context): DialogueEvent[] {
  const { id, from, words, hash, lost, yes } = merge
  const sources = theSet(state).filter((one) => from.includes(one.id))
  const [first] = sources
  if (!first) return []
  return [
    ...sources.flatMap((one) => roundsVoided(state, one, now)),
    {
      type: 'AgreementsMerged',
      merge: id,
      agreement: newId('agr'),
      table: first.table,
      number: nextNumber(state),
      place: first.place,
      from,
      words,
      hash,
      lost,
      authors: authorsOf(sources),
      yes,
      deadlocks: deadlocksOf(state, from),
    },
  ]
}

/** Whose words stood in the latest version of each. */
const authorsOf = (sources: readonly Agreement[]): PersonId[] => [
  ...new Set(sources.flatMap(({ versions }) => versions.at(-1)?.authors ?? [])),
]

/** C6: other words for the same merging are its next round. */
const deadlocksOf = (state: SessionState, from: readonly AgreementId[]): number =>
  Math.max(0, ...mergingsOf(state, from).map(({ deadlocks }) => deadlocks))

/** The sources come back in the place of what they were merged into, each with its own consent. */
export function unmerged(state: SessionState, agreement: Agreement, now: number): DialogueEvent[] {
  const { id, origins, place } = agreement
  return [
    ...roundsVoided(state, agreement, now),
    {
      type: 'AgreementsUnmerged',
      agreement: id,
      from: origins,
      place: place ?? theSet(state).length + 1,
    },
  ]
}
