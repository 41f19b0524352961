import * as z from 'zod'
import type { Agreement } from '../agreements/agreement.ts'
import { agreementNamed, isFromMerging } from '../agreements/agreements.ts'
import { command } from '../command.ts'
import { roundsVoided } from '../consent/ending.ts'
import { saysSomething } from '../consent/payloads.ts'
import { accept, refuse, type Context, type Decision } from '../decision.ts'
import type { DialogueEvent } from '../events.ts'
import { tablesOf } from '../harvest/mayMerge.ts'
import { mergeOf } from '../harvest/theSet.ts'
import type { SessionState } from '../model.ts'
import { organiser } from '../permissions.ts'
import { anyProse, id } from '../text.ts'
import {
  isEverybodys,
  mayObjectNow,
  objectionBy,
  objectionsTo,
  refusedObjecting,
  wasAt,
} from './objecting.ts'

/** No session runs: one has ended, or a further one has not begun. */
const between = ['lobby', 'ended'] as const

/** What people do between two sessions. */
export const betweenCommands = {
  allowObjections: command({
    who: organiser,
    phases: between,
    schema: z.strictObject({ until: z.number().int().nullable() }),
    rule: ({ objections }, { until }, { now }) => {
      if (objections.until === until) return accept()
      if (until !== null && until <= now) return refuse('moment_past')
      return accept({ type: 'ObjectionsAllowed', until })
    },
  }),

  /** The words are open again for whoever leads their table, and consent on them is void (C3). */
  objectTo: command({
    who: { participant: 'self' },
    phases: between,
    schema: z.strictObject({ agreement: id, reason: anyProse(1_000) }),
    rule: (state, { agreement: about, reason }, context) => {
      const agreement = agreementNamed(state, about)
      if (!agreement) return refuse('no_such_agreement')
      if (!mayObjectNow(state, context.now)) return refuse('objections_closed')
      const code = refusedObjecting(state, context.actor, agreement)
      if (code) return refuse(code)
      if (!saysSomething(reason)) return refuse('reason_needed')
      return objected(state, agreement, reason.trim(), context)
    },
  }),

  /** The words stay open: consent that is void is asked for again. */
  takeBackObjection: command({
    who: { participant: 'self' },
    phases: between,
    schema: z.strictObject({ agreement: id }),
    rule: (state, { agreement }, { actor: person }) => {
      const own = objectionBy(state, person, agreement)
      if (!own) return accept()
      return accept({ type: 'ObjectionTakenBack', objection: own.id, agreement, tables: own.tables, person })
    },
  }),
}

/** Said again in the same words it is said once; in other words these take the place of the old. */
function objected(
  state: SessionState,
  agreement: Agreement,
  reason: string,
  { actor: person, now, newId }: Context,
): Decision {
  const own = objectionBy(state, person, agreement.id)
  if (own?.reason === reason) return accept()
  const tables = tablesOf(state, [agreement.id])
  return accept(
    {
      type: 'ObjectionGiven',
      objection: own?.id ?? newId('obj'),
      agreement: agreement.id,
      version: versionOf(state, agreement),
      tables,
      person,
      seated: wasAt(state, person, tables),
      inSet: isEverybodys(state, agreement),
      reason,
    },
    ...reopened(state, agreement, now),
  )
}

/** The words that stood before people; of what is open already, those that were objected to. */
const versionOf = (state: SessionState, { id: about, presented }: Agreement): number =>
  presented?.version ?? objectionsTo(state, about)[0]?.version ?? 0

/** On the same path as when whoever leads the table takes it up again; what was merged is put forward anew, or merged anew. */
function reopened(state: SessionState, agreement: Agreement, now: number): DialogueEvent[] {
  const about = { table: agreement.table, agreement: agreement.id }
  if (agreement.state === 'draft') return []
  const merge = mergeOf(state, agreement.id)
  const apart: DialogueEvent[] = merge ? [{ type: 'MergeDropped', merge: merge.id }] : []
  const voided = [...apart, ...roundsVoided(state, agreement, now)]
  if (isFromMerging(agreement)) return [...voided, { type: 'ConsentVoided', ...about }]
  const out: DialogueEvent[] =
    agreement.place === null ? [] : [{ type: 'AgreementLeftOut', agreement: agreement.id }]
  return [...voided, ...out, { type: 'AgreementRevised', ...about }]
}
