import type { Agreement } from '../agreements/agreement.ts'
import { onAgreement } from '../agreements/agreements.ts'
import type { AgreementId, SessionState } from '../model.ts'

/** Places in the set: 1 to n, without a gap. */

const shifted = (state: SessionState, from: number, by: number): SessionState => {
  const shift = (one: Agreement): Agreement =>
    one.place !== null && one.place >= from ? { ...one, place: one.place + by } : one
  const agreements = Object.entries(state.agreements).map(([id, one]) => [id, shift(one)])
  return { ...state, agreements: Object.fromEntries(agreements) as SessionState['agreements'] }
}

const placed = (state: SessionState, id: AgreementId, place: number | null): SessionState =>
  onAgreement(state, id, (agreement) => ({ ...agreement, place }))

/** Those from this place on make room. */
export const putIn = (state: SessionState, id: AgreementId, place: number): SessionState =>
  placed(shifted(state, place, 1), id, place)

/** Those behind it close up. */
export function takeOut(state: SessionState, id: AgreementId): SessionState {
  const place = state.agreements[id]?.place ?? null
  return place === null ? state : shifted(placed(state, id, null), place, -1)
}
