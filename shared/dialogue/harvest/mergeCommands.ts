import * as z from 'zod'
import { canonicalWords } from '../../agreement/canonical.ts'
import { EDITOR_LIMITS } from '../../agreement/limits.ts'
import { agreementNamed } from '../agreements/agreements.ts'
import { command } from '../command.ts'
import { saysSomething } from '../consent/payloads.ts'
import { accept, refuse } from '../decision.ts'
import { organiser } from '../permissions.ts'
import { outsideTables } from '../phases.ts'
import { isHere, isShared, leads } from '../places.ts'
import { anyLine, anyProse, id } from '../text.ts'
import { refusedMerge, tablesOf } from './mayMerge.ts'
import { merged, unmerged } from './merging.ts'
import { stillSilent } from './merge.ts'
import { richText } from './payloads.ts'
import { isOffered, mergeOf } from './theSet.ts'

/** Two or more agreements become one when all their tables say yes, and come apart again with nothing lost (H2). */
export const mergeCommands = {
  mergeAgreements: command({
    who: organiser,
    phases: outsideTables,
    schema: z.strictObject({
      from: z.array(id).min(2).max(10),
      title: anyLine(EDITOR_LIMITS.title),
      text: richText,
      why: richText,
      /** What is lost by it. */
      note: anyProse(1_000),
    }),
    rule: (state, { from, note, ...written }, { newId, hash }) => {
      if (!isShared(state)) return refuse('not_shared')
      if (isOffered(state)) return refuse('set_offered')
      const code = refusedMerge(state, from)
      if (code) return refuse(code)
      const words = canonicalWords(written)
      if (words.title === '' || words.text.length === 0) return refuse('nothing_written')
      if (!saysSomething(note)) return refuse('loss_needed')
      return accept({
        type: 'MergeProposed',
        merge: newId('mrg'),
        from,
        tables: tablesOf(state, from),
        words,
        hash: hash(words),
        lost: note.trim(),
      })
    },
  }),

  /** By whoever leads that table; by the organiser, and marked so, when nobody who leads it is there. */
  sayMerge: command({
    who: { ...organiser, facilitator: 'ownTable' },
    phases: outsideTables,
    schema: z.strictObject({ merge: id, table: id, yes: z.boolean() }),
    rule: (state, { merge: about, table, yes }, context) => {
      const by = context.actor
      const merge = state.harvest.merges.find((one) => one.id === about)
      if (!merge) return refuse('no_such_merge')
      if (!merge.tables.includes(table)) return refuse('not_asked')
      if (yes && !stillSilent(merge).includes(table)) return refuse('already')
      const leading = state.tables[table]?.facilitators ?? []
      const standsIn = !leads(state, by, table)
      if (standsIn && leading.some((person) => isHere(state, person, context.present)))
        return refuse('facilitator_here')
      const all = yes && stillSilent(merge).length === 1
      return accept(
        { type: 'MergeAnswered', merge: about, table, yes, by, standsIn },
        ...(all ? merged(state, { ...merge, yes: [...merge.yes, { table, by, standsIn }] }, context) : []),
      )
    },
  }),

  /** Taken back while it waits for an answer. */
  dropMerge: command({
    who: organiser,
    phases: outsideTables,
    schema: z.strictObject({ merge: id }),
    rule: (state, { merge }) =>
      state.harvest.merges.some((one) => one.id === merge)
        ? accept({ type: 'MergeDropped', merge })
        : refuse('no_such_merge'),
  }),

  unmerge: command({
    who: organiser,
    phases: outsideTables,
    schema: z.strictObject({ agreement: id }),
    rule: (state, { agreement: about }, { now }) => {
      if (!isShared(state)) return refuse('not_shared')
      const agreement = agreementNamed(state, about)
      if (!agreement) return refuse('no_such_agreement')
      if (agreement.origins.length === 0 || agreement.state === 'withdrawn') return refuse('not_merged')
      if (agreement.state === 'merged') return refuse('merged_elsewhere')
      if (isOffered(state)) return refuse('set_offered')
      if (mergeOf(state, about)) return refuse('merge_waits')
      return accept(...unmerged(state, agreement, now))
    },
  }),
}
