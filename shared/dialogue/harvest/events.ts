import type * as z from 'zod'
import type { Agreement } from '../agreements/agreement.ts'
import { moved } from '../agreements/agreements.ts'
import { toAll, toSet, type EventDeclarations } from '../event.ts'
import { each, plain } from '../give.ts'
import type { AgreementId, MergeId, SessionState } from '../model.ts'
import * as shown from '../shown.ts'
import type { harvestSchemas } from './eventSchemas.ts'
import type { EndedMerge, Merge } from './merge.ts'
import { putIn, takeOut } from './order.ts'

const ids = each<string>(plain)
const wordsShown = { words: shown.words, hash: plain, lost: plain }

const onMerge = (state: SessionState, id: MergeId, change: (merge: Merge) => Merge): SessionState => ({
  ...state,
  harvest: {
    ...state.harvest,
    merges: state.harvest.merges.map((merge) => (merge.id === id ? change(merge) : merge)),
  },
})

/** Nothing waits any more; how it ended is told. */
const ended = (state: SessionState, last: EndedMerge): SessionState => ({
  ...state,
  harvest: { merges: state.harvest.merges.filter(({ id }) => id !== last.merge), last },
})

const fromOf = (state: SessionState, merge: MergeId): AgreementId[] =>
  state.harvest.merges.find(({ id }) => id === merge)?.from ?? []

/** The set for the council and how it comes about; nothing of it happens while people sit at tables (H2). */
export const harvestEvents: EventDeclarations<typeof harvestSchemas> = {
  AgreementTaken: {
    audience: toSet,
    shown: { agreement: plain, place: plain },
    apply: (state, { agreement, place }) =>
      moved(putIn(state, agreement, place), agreement, 'AgreementTaken'),
  },

  AgreementLeftOut: {
    audience: toSet,
    shown: { agreement: plain },
    apply: (state, { agreement }) => moved(takeOut(state, agreement), agreement, 'AgreementLeftOut'),
  },

  AgreementPlaced: {
    audience: toSet,
    shown: { agreement: plain, place: plain },
    apply: (state, { agreement, place }) => putIn(takeOut(state, agreement), agreement, place),
  },

  MergeProposed: {
    audience: toSet,
    shown: { merge: plain, from: ids, tables: ids, ...wordsShown },
    apply: (state, { merge: id, from, tables, words, hash, lost }) => ({
      ...state,
      harvest: {
        ...state.harvest,
        merges: [...state.harvest.merges, { id, from, tables, words, hash, lost, yes: [] }],
      },
    }),
  },

  // one no, and all stay as they are
  MergeAnswered: {
    audience: toSet,
    shown: { merge: plain, table: plain, yes: plain, by: plain, standsIn: plain },
    apply: (state, { merge, table, yes, by, standsIn }) =>
      yes
        ? onMerge(state, merge, (one) => ({ ...one, yes: [...one.yes, { table, by, standsIn }] }))
        : ended(state, { merge, from: fromOf(state, merge), how: 'refused', table, agreement: null }),
  },

  MergeDropped: {
    audience: toSet,
    shown: { merge: plain },
    apply: (state, { merge }) =>
      ended(state, { merge, from: fromOf(state, merge), how: 'dropped', table: null, agreement: null }),
  },

  // C3: other words, so they are put before everybody anew
  AgreementsMerged: {
    audience: toSet,
    shown: {
      merge: plain,
      agreement: plain,
      table: plain,
      number: plain,
      place: plain,
      from: ids,
      ...wordsShown,
      authors: ids,
      yes: each(shown.tableYes),
      deadlocks: plain,
    },
    apply: (state, event, at) => {
      const { merge, agreement: id, from, place } = event
      const gone = from.reduce((next, one) => moved(takeOut(next, one), one, 'AgreementsMerged'), state)
      const made = { ...gone, agreements: { ...gone.agreements, [id]: madeOf(event, at) } }
      return ended(putIn(made, id, place), { merge, from, how: 'merged', table: null, agreement: id })
    },
  },

  AgreementsUnmerged: {
    audience: toSet,
    shown: { agreement: plain, from: ids, place: plain },
    apply: (state, { agreement, from, place }) => {
      const gone = moved(takeOut(state, agreement), agreement, 'AgreementsUnmerged')
      const back = from.reduce(
        (next, one, index) => moved(putIn(next, one, place + index), one, 'AgreementsUnmerged'),
        gone,
      )
      return ended(back, { merge: null, from, how: 'apart', table: null, agreement })
    },
  },

  HarvestAimSet: {
    audience: toAll,
    shown: { aim: plain },
    apply: (state, { aim }) => ({ ...state, settings: { ...state.settings, harvestAim: aim } }),
  },
}

/** Its words are fixed from the beginning: no table's document holds them. */
function madeOf(event: z.output<typeof harvestSchemas.AgreementsMerged>, at: number): Agreement {
  const { agreement: id, table, number, from, words, hash, authors, lost, yes, deadlocks } = event
  return {
    id,
    table,
    number,
    state: 'presented',
    versions: [{ number: 1, at, hash, authors, keptFor: 'presented' }],
    presented: { version: 1, words, hash },
    consent: null,
    note: null,
    deadlocks,
    place: null,
    origins: from,
    lost,
    yes,
    remarks: [],
  }
}
