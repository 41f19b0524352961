import { agreementNamed } from '../agreements/agreements.ts'
import { isWithCouncil, type Agreement } from '../agreements/agreement.ts'
import type { AgreementId, SessionState, Table } from '../model.ts'
import type { Merge } from './merge.ts'

/** The set that goes to the council: agreements in one order, numbered by it from 1 (H1, H2). */

type Known = Pick<SessionState, 'agreements' | 'harvest'>
type Placed = Agreement & { place: number }

const isPlaced = (agreement: Agreement): agreement is Placed => agreement.place !== null

/** All that stand in it, also what was merged and is still to be put before everybody. */
export const theSet = ({ agreements }: Pick<SessionState, 'agreements'>): Placed[] =>
  Object.values(agreements)
    .filter(isPlaced)
    .toSorted((one, other) => one.place - other.place)

/** The proposal to merge this one that waits for an answer. */
export const mergeOf = ({ harvest }: Pick<SessionState, 'harvest'>, id: AgreementId): Merge | undefined =>
  harvest.merges.find(({ from }) => from.includes(id))

/** C3: merged words are other words, and count when there is consent on them. */
export const isToPresent = ({ state, place }: Agreement): boolean => state === 'presented' && place !== null

/** It lies with the council as it stands, and stays so. */
export const isOffered = ({ agreements }: Pick<SessionState, 'agreements'>): boolean =>
  Object.values(agreements).some(isWithCouncil)

/** "8 van 10": carried or with a note, and not about to be merged. */
export const harvestCount = (
  state: Known & Pick<SessionState, 'settings'>,
): { done: number; aim: number } => ({
  done: theSet(state).filter(
    (one) => isWithCouncil(one) || (one.state === 'inSet' && !mergeOf(state, one.id)),
  ).length,
  aim: state.settings.harvestAim,
})

/** H1: what an agreement came from, down to the tables; itself when nothing was merged into it. */
export const sourcesOf = (state: Pick<SessionState, 'agreements'>, agreement: Agreement): Agreement[] =>
  agreement.origins.length === 0
    ? [agreement]
    : agreement.origins.flatMap((id) => {
        const origin = agreementNamed(state, id)
        return origin ? sourcesOf(state, origin) : []
      })

/** Every merging there has been of the same agreements, with whatever words (C6). */
export const mergingsOf = (
  { agreements }: Pick<SessionState, 'agreements'>,
  from: readonly AgreementId[],
): Agreement[] =>
  Object.values(agreements).filter(
    ({ origins }) =>
      origins.length > 0 && origins.length === from.length && origins.every((id) => from.includes(id)),
  )

export interface Source {
  agreement: Agreement
  table: Table
}

/** The same, each with the table where it was written. */
export const sourcesAt = (
  state: Pick<SessionState, 'agreements' | 'tables'>,
  agreement: Agreement,
): Source[] =>
  sourcesOf(state, agreement).flatMap((one) => {
    const table = state.tables[one.table]
    return table ? [{ agreement: one, table }] : []
  })
