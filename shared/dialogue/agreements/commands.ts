import * as z from 'zod'
import { DOCUMENT_LIMITS, EDITOR_LIMITS } from '../../agreement/limits.ts'
import { isBlank } from '../../agreement/richText.ts'
import { command } from '../command.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { AgreementId, SessionState, TableId } from '../model.ts'
import { roundsVoided } from '../consent/ending.ts'
import { always, open } from '../phases.ts'
import { facilitates, system, type Who } from '../permissions.ts'
import { id, prose } from '../text.ts'
import { arrows, isWithCouncil, KEPT_FOR, type Agreement, type AgreementState } from './agreement.ts'
import { agreementNamed, isFromMerging, nextNumber } from './agreements.ts'

const seated = ['tables', 'recalling'] as const
const ofAgreement = z.strictObject({ table: id, agreement: id })

const writes: Who = { facilitator: 'ownTable', participant: 'ownRoom' }

interface About {
  table: TableId
  agreement: AgreementId
}

const named = (state: SessionState, { table, agreement }: About): Agreement | null => {
  const found = agreementNamed(state, agreement)
  return found?.table === table ? found : null
}

/** How many this table has had: each keeps its words and its number. */
const everAt = ({ agreements }: SessionState, table: TableId): number =>
  Object.values(agreements).filter((agreement) => agreement.table === table).length

/** Sent twice it is done once; what its state does not allow is refused. */
function along(
  state: SessionState,
  about: About,
  type: 'AgreementWithdrawn' | 'AgreementRestored',
  to: AgreementState,
): Decision {
  const agreement = named(state, about)
  if (!agreement) return refuse('no_such_agreement')
  if (agreement.state === to) return accept()
  if (isWithCouncil(agreement)) return refuse('set_offered')
  const possible = arrows(agreement.state, type).length > 0 && !isFromMerging(agreement)
  return possible ? accept({ type, ...about }) : refuse('locked')
}

/** Of one agreement, also those that were dealt with. */
const MOST_REMARKS = 50

/** Agreements are made, kept, put before everybody and taken up again; what stands in them is written in the text. */
export const agreementCommands = {
  addAgreement: command({
    who: writes,
    phases: seated,
    schema: ofAgreement,
    rule: (state, about) => {
      if (named(state, about)) return accept()
      if (agreementNamed(state, about.agreement)) return refuse('already')
      if (everAt(state, about.table) >= DOCUMENT_LIMITS.agreements) return refuse('too_many_agreements')
      return accept({ type: 'AgreementAdded', ...about, number: nextNumber(state) })
    },
  }),

  withdrawAgreement: command({
    who: writes,
    phases: seated,
    schema: ofAgreement,
    rule: (state, about) => along(state, about, 'AgreementWithdrawn', 'withdrawn'),
  }),

  restoreAgreement: command({
    who: writes,
    phases: seated,
    schema: ofAgreement,
    rule: (state, about) => along(state, about, 'AgreementRestored', 'draft'),
  }),

  /** "Bewaar deze versie", and by itself at a recall and at the end of a session. */
  keepVersion: command({
    who: { ...facilitates, ...system },
    phases: always,
    schema: ofAgreement.extend({ keptFor: z.enum(KEPT_FOR).exclude(['presented']).default('kept') }),
    rule: (state, { keptFor, ...about }, context) => {
      const agreement = named(state, about)
      if (!agreement) return context.actor === 'system' ? accept() : refuse('no_such_agreement')
      if (agreement.state !== 'draft') return accept()
      const frozen = context.frozen[agreement.id]
      if (!frozen) return refuse('not_saved')
      // nobody wrote, or the last version has these very words
      if (isBlank(frozen.words) || agreement.versions.at(-1)?.hash === frozen.hash) return accept()
      return accept({ type: 'VersionKept', ...about, ...frozen, version: nextVersion(agreement), keptFor })
    },
  }),

  /** From now on these words are locked: consent is asked on them and on no others. */
  presentAgreement: command({
    who: facilitates,
    phases: open,
    schema: ofAgreement,
    rule: (state, about, context) => {
      const agreement = named(state, about)
      if (!agreement) return refuse('no_such_agreement')
      if (isWithCouncil(agreement)) return refuse('set_offered')
      if (agreement.state !== 'draft') return refuse('already')
      const frozen = context.frozen[agreement.id]
      if (!frozen) return refuse('not_saved')
      if (isBlank(frozen.words)) return refuse('nothing_written')
      return accept({ type: 'AgreementPresented', ...about, ...frozen, version: nextVersion(agreement) })
    },
  }),

  /** C3: the words are open again, and whatever consent there was is void. */
  reviseAgreement: command({
    who: facilitates,
    phases: open,
    schema: ofAgreement,
    rule: (state, about, { now }) => {
      const agreement = named(state, about)
      if (!agreement) return refuse('no_such_agreement')
      if (agreement.state === 'draft') return accept()
      if (isWithCouncil(agreement)) return refuse('set_offered')
      // other words for what was merged are a merging anew
      if (isFromMerging(agreement)) return refuse('unmerge_first')
      if (arrows(agreement.state, 'AgreementRevised').length === 0) return refuse('locked')
      return accept(...roundsVoided(state, agreement, now), { type: 'AgreementRevised', ...about })
    },
  }),

  /** Beside the text, also where the words are fixed. */
  remarkOnAgreement: command({
    who: facilitates,
    phases: open,
    schema: ofAgreement.extend({ text: prose(EDITOR_LIMITS.remark) }),
    rule: (state, { text, ...about }, { actor: by }) => {
      const agreement = named(state, about)
      if (!agreement || agreement.state === 'withdrawn') return refuse('no_such_agreement')
      const { length } = agreement.remarks
      if (length >= MOST_REMARKS) return refuse('too_many_remarks')
      return accept({ type: 'AgreementRemarked', ...about, number: length + 1, by, text })
    },
  }),

  resolveRemark: command({
    who: facilitates,
    phases: open,
    schema: ofAgreement.extend({ number: z.number().int() }),
    rule: (state, { number, ...about }) => {
      const remark = named(state, about)?.remarks[number - 1]
      // none was ever taken away: such a number was never given
      if (!remark) return refuse('malformed')
      return remark.done ? accept() : accept({ type: 'RemarkResolved', ...about, number })
    },
  }),
}

const nextVersion = ({ versions }: Agreement): number => (versions.at(-1)?.number ?? 0) + 1
