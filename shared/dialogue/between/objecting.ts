import { isWithCouncil, type Agreement } from '../agreements/agreement.ts'
import { agreementNamed, isFromMerging } from '../agreements/agreements.ts'
import { UNNAMED } from '../agreements/named.ts'
import type { RefusalCode } from '../decision.ts'
import { tablesOf } from '../harvest/mayMerge.ts'
import type { AgreementId, PersonId, SessionState, TableId } from '../model.ts'
import { documentRight, isOut, leads, ownTables, seatings } from '../places.ts'
import type { Objection } from './objection.ts'

/** Nobody has gone on with it: the words were not put forward anew, and there is no consent on them. */
function isOpenObjection(
  { agreements }: Pick<SessionState, 'agreements'>,
  { agreement: about, version }: Objection,
): boolean {
  const agreement = agreementNamed({ agreements }, about)
  if (!agreement || agreement.state === 'merged' || agreement.state === 'withdrawn') return false
  const { presented, consent } = agreement
  return presented === null || (presented.version === version && consent === null)
}

type Known = Pick<SessionState, 'agreements' | 'objections'>

/** Those that still wait for their table. */
export const openObjections = (state: Known): Objection[] =>
  state.objections.given.filter((one) => isOpenObjection(state, one))

export const objectionsTo = (state: Known, id: AgreementId): Objection[] =>
  openObjections(state).filter(({ agreement }) => agreement === id)

export const objectionBy = (state: Known, person: PersonId, id: AgreementId): Objection | undefined =>
  objectionsTo(state, id).find((one) => one.person === person)

export const mayObjectNow = ({ objections }: Pick<SessionState, 'objections'>, now: number): boolean =>
  objections.until !== null && now <= objections.until

/** Had a seat at one of these tables, in whichever session. */
export const wasAt = (state: SessionState, person: PersonId, tables: readonly TableId[]): boolean =>
  seatings(state).some(({ seats }) => tables.includes(seats[person] ?? ''))

/** The set is everybody's; and so is what somebody took out of it by objecting. */
export const isEverybodys = (state: Known, agreement: Agreement): boolean =>
  agreement.place !== null ||
  isFromMerging(agreement) ||
  objectionsTo(state, agreement.id).some(({ inSet }) => inSet)

/** Why this person cannot object to these words; null: they can. */
export function refusedObjecting(
  state: SessionState,
  person: PersonId,
  agreement: Agreement,
): RefusalCode | null {
  if (agreement.state === 'withdrawn' || documentRight(state, person, agreement.table) === 'none')
    return 'no_such_agreement'
  if (isWithCouncil(agreement)) return 'set_offered'
  if (agreement.state === 'merged') return 'merged_elsewhere'
  if (agreement.state === 'draft' && objectionsTo(state, agreement.id).length === 0) return 'still_written'
  const there = isEverybodys(state, agreement) || wasAt(state, person, tablesOf(state, [agreement.id]))
  return there ? null : 'no_seat_there'
}

/** Where somebody sits, or sat last; or the tables they lead. */
export function lastTables(state: SessionState, person: PersonId): TableId[] {
  const seat = seatings(state).at(-1)?.seats[person]
  return seat === undefined ? ownTables(state, person) : [seat]
}

/** As with an answer in a round: for whoever leads, the people of the table, and its writer. */
export function readsObjection(
  state: SessionState,
  viewer: PersonId,
  { person, tables }: Pick<Objection, 'person' | 'tables'>,
): boolean {
  const found = state.people[viewer]
  if (!found || isOut(state, found) || found.role === 'clerk') return false
  if (viewer === person || found.role === 'organiser') return true
  const own = lastTables(state, viewer)
  return tables.some((table) => leads(state, viewer, table) || own.includes(table))
}

/** Those this viewer may read; whoever sat elsewhere has no name but for the organiser. */
export const objectionsSeen = (state: SessionState, viewer: PersonId): Objection[] =>
  state.objections.given
    .filter((one) => readsObjection(state, viewer, one))
    .map((one) => (knowsObjector(state, viewer, one) ? one : { ...one, person: UNNAMED }))

const knowsObjector = (state: SessionState, viewer: PersonId, { person, seated }: Objection): boolean =>
  seated || viewer === person || state.people[viewer]?.role === 'organiser'
