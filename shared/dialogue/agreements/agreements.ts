import type { SessionState } from '../model.ts'
import type { AgreementId, TableId } from '../ids.ts'
import { arrows, standing, type Agreement, type AgreementState, type ARROWS } from './agreement.ts'

const byNumber = (one: Agreement, other: Agreement): number => one.number - other.number

type Known = Pick<SessionState, 'agreements'>

/** A table's agreements, in the order in which they were made. */
export const agreementsAt = ({ agreements }: Known, table: TableId): Agreement[] =>
  Object.values(agreements)
    .filter((agreement) => agreement.table === table && agreement.state !== 'withdrawn')
    .toSorted(byNumber)

/** Never a key that every object has. */
export const agreementNamed = ({ agreements }: Known, id: AgreementId): Agreement | undefined =>
  Object.hasOwn(agreements, id) ? agreements[id] : undefined

/** The number for one that is made now: higher than all there have been in the dialogue. */
export const nextNumber = ({ agreements }: Known): number =>
  Math.max(0, ...Object.values(agreements).map(({ number }) => number)) + 1

/** Its words were made at the harvest and stand in the log: no table's document holds them (H2). */
export const isFromMerging = ({ origins }: Agreement): boolean => origins.length > 0

export const isOpen = ({ state }: Agreement): boolean => state === 'draft'

/** Its words have been put before people. */
export const isFixed = ({ state }: Agreement): boolean => state !== 'draft' && state !== 'withdrawn'

/** These very words stand before people: not opened again, and not merged or apart again since. */
export const standsIn = ({ state, presented }: Agreement, version: number): boolean =>
  presented?.version === version && state !== 'merged' && state !== 'withdrawn'

/** The agreements of this table in which may be written. */
export const openAt = (state: Known, table: TableId): AgreementId[] =>
  agreementsAt(state, table)
    .filter(isOpen)
    .map(({ id }) => id)

export function onAgreement(
  state: SessionState,
  id: AgreementId,
  change: (agreement: Agreement) => Agreement,
): SessionState {
  const agreement = state.agreements[id]
  return agreement ? { ...state, agreements: { ...state.agreements, [id]: change(agreement) } } : state
}

/** Goes on along its arrow; an event that has none in this state changes nothing. */
export const moved = (
  state: SessionState,
  id: AgreementId,
  event: keyof typeof ARROWS,
  change: (agreement: Agreement) => Agreement = (agreement) => agreement,
): SessionState =>
  onAgreement(state, id, (agreement) => {
    const [first, ...others] = arrows(agreement.state, event)
    if (!first) return agreement
    const changed = change(agreement)
    return { ...changed, state: others.length === 0 ? first : standing(changed) }
  })

/** Goes on along the arrow that leads there, if there is one. */
export const movedTo = (
  state: SessionState,
  id: AgreementId,
  event: keyof typeof ARROWS,
  to: AgreementState,
): SessionState =>
  onAgreement(state, id, (agreement) =>
    arrows(agreement.state, event).includes(to) ? { ...agreement, state: to } : agreement,
  )
