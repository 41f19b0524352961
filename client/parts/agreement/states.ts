import type { Agreement, AgreementState } from '../../../shared/dialogue/agreements/agreement.ts'
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
