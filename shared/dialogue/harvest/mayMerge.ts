import type { Agreement } from '../agreements/agreement.ts'
import { agreementNamed } from '../agreements/agreements.ts'
import type { RefusalCode } from '../decision.ts'
import type { AgreementId, GovernmentRole, PersonId, SessionState, TableId } from '../model.ts'
import { leads } from '../places.ts'
import { stillSilent, type Merge } from './merge.ts'
import { mergeOf, sourcesOf } from './theSet.ts'

/** Why these cannot be merged now; null: they can. */
export function refusedMerge(state: SessionState, from: readonly AgreementId[]): RefusalCode | null {
  if (new Set(from).size < from.length) return 'merge_with_itself'
  const agreements = from.flatMap((id) => agreementNamed(state, id) ?? [])
  if (agreements.length < from.length) return 'no_such_agreement'
  if (agreements.some((one) => one.state === 'merged')) return 'merged_elsewhere'
  if (agreements.some(({ place }) => place === null)) return 'not_in_set'
  if (from.some((id) => mergeOf(state, id))) return 'merge_waits'
  return rolesFirst(state, agreements) ? null : 'role_first'
}

/**
 * H2: tables of one role merge first, then roles. So over roles no two come from one role that could have merged before,
 * and no merging inside one of these roles waits for its tables. A role may keep several agreements of its own.
 */
function rolesFirst(state: SessionState, agreements: readonly Agreement[]): boolean {
  const roles = agreements.map((one) => rolesOf(state, one))
  const all = new Set(roles.flat())
  if (all.size < 2) return true
  const single = roles.flatMap((found) => (found.length === 1 ? found : []))
  if (new Set(single).size < single.length) return false
  return !state.harvest.merges.some(({ from }) => {
    const inside = new Set(from.flatMap((id) => rolesOf(state, state.agreements[id])))
    return inside.size === 1 && [...inside].some((role) => all.has(role))
  })
}

const rolesOf = (state: SessionState, agreement: Agreement | undefined): GovernmentRole[] => {
  const sources = agreement ? sourcesOf(state, agreement) : []
  return [...new Set(sources.flatMap(({ table }) => state.tables[table]?.role ?? []))]
}

/** The proposals that wait for an answer by this person, for a table they lead (H2). */
export const waitsFor = (state: SessionState, person: PersonId): Merge[] =>
  state.harvest.merges.filter((merge) => stillSilent(merge).some((table) => leads(state, person, table)))

/** The tables where these were made, merged ones down to their sources; each once, in the order of the tables. */
export function tablesOf(state: SessionState, from: readonly AgreementId[]): TableId[] {
  const sources = from
    .flatMap((id) => agreementNamed(state, id) ?? [])
    .flatMap((one) => sourcesOf(state, one))
  return state.tableOrder.filter((id) => sources.some(({ table }) => table === id))
}
