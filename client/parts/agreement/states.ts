import { arrows, type Agreement, type AgreementState } from '../../../shared/dialogue/agreements/agreement.ts'
import { isFromMerging } from '../../../shared/dialogue/agreements/agreements.ts'
import type { MessageKey } from '../ui/text.tsx'

/** How far an agreement is, in one or two words. */
export const STATES: { readonly [S in AgreementState]: MessageKey } = {
  draft: 'agreement.draft',
  presented: 'agreement.presented',
  agreed: 'agreement.agreed',
  agreedWithNote: 'agreement.agreedWithNote',
  inSet: 'agreement.inSet',
  offered: 'agreement.offered',
  adopted: 'agreement.adopted',
  changed: 'agreement.changed',
  declined: 'agreement.declined',
  done: 'agreement.done',
  evaluated: 'agreement.evaluated',
  merged: 'agreement.merged',
  withdrawn: 'agreement.draft',
}

/** Put forward, and nobody has been asked about these words: after an objection other words come first (C2). */
export const waitsForRound = ({ state, consent }: Agreement): boolean =>
  state === 'presented' && consent === null

/** Whoever leads the table can open the text again (C3); in the set it is the organiser's to take out first. */
export const mayRevise = (agreement: Agreement): boolean =>
  !isFromMerging(agreement) && arrows(agreement.state, 'AgreementRevised').length > 0

const FIXED: { readonly [S in Exclude<AgreementState, 'withdrawn'>]: MessageKey } = {
  draft: 'writing.readOnly',
  presented: 'writing.fixedPresented',
  agreed: 'writing.fixedAgreed',
  agreedWithNote: 'writing.fixedNote',
  inSet: 'writing.fixedSet',
  offered: 'writing.fixedCouncil',
  adopted: 'writing.fixedCouncil',
  changed: 'writing.fixedCouncil',
  declined: 'writing.fixedCouncil',
  done: 'writing.fixedCouncil',
  evaluated: 'writing.fixedCouncil',
  merged: 'writing.fixedMerged',
}

interface Reader {
  write: boolean
  leader: boolean
  over: boolean
}

/** Why the words cannot be changed here now, in sentences; none for whoever writes in a draft. One that was taken away is on no screen. */
export function whyFixed(agreement: Agreement, { write, leader, over }: Reader): MessageKey[] {
  const { state } = agreement
  if (state === 'withdrawn' || (state === 'draft' && write)) return []
  if (over) return [state === 'draft' ? 'writing.fixedOver' : FIXED[state]]
  if (!leader) return [FIXED[state]]
  if (mayRevise(agreement)) return [FIXED[state], 'writing.fixedLeader']
  return state === 'inSet' ? [FIXED[state], 'writing.fixedSetLeader'] : [FIXED[state]]
}
