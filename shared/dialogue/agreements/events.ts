import type { Audience, EventDeclarations } from '../event.ts'
import { each, plain, type Fields } from '../give.ts'
import type { AgreementId, TableId } from '../model.ts'
import * as shown from '../shown.ts'
import type { KeptFor, Version } from './agreement.ts'
import { moved, onAgreement } from './agreements.ts'
import type { agreementSchemas } from './eventSchemas.ts'

interface OfAgreement {
  table: TableId
  agreement: AgreementId
}
const named: Fields<OfAgreement> = { table: plain, agreement: plain }
const toReaders = ({ table }: OfAgreement): Audience => ({ to: 'text', table })

interface NewVersion {
  version: number
  hash: string
  authors: string[]
}
const versionOf = (
  { version: number, hash, authors }: NewVersion,
  at: number,
  keptFor: KeptFor,
): Version => ({
  number,
  at,
  hash,
  authors,
  keptFor,
})
const people = each<string>(plain)
const versionShown = {
  version: plain,
  words: shown.words,
  hash: plain,
  authors: people,
  seq: plain,
}
const resultShown = { version: plain, hash: plain, aside: people, absent: people }
const heard = ['aside', 'absent'] as const

/** What an agreement is, from the first line on; its words stand in the table's document until they are presented. */
export const agreementEvents: EventDeclarations<typeof agreementSchemas> = {
  AgreementAdded: {
    audience: toReaders,
    shown: { ...named, number: plain },
    apply: (state, { table, agreement: id, number }) => ({
      ...state,
      agreements: {
        ...state.agreements,
        [id]: {
          id,
          table,
          number,
          state: 'draft',
          versions: [],
          presented: null,
          consent: null,
          note: null,
          deadlocks: 0,
          place: null,
          origins: [],
          lost: null,
          yes: [],
          remarks: [],
        },
      },
    }),
  },

  AgreementWithdrawn: {
    audience: toReaders,
    shown: named,
    apply: (state, { agreement }) => moved(state, agreement, 'AgreementWithdrawn'),
  },

  AgreementRestored: {
    audience: toReaders,
    shown: named,
    apply: (state, { agreement }) => moved(state, agreement, 'AgreementRestored'),
  },

  VersionKept: {
    audience: toReaders,
    shown: { ...named, ...versionShown, keptFor: plain },
    apply: (state, event, at) =>
      onAgreement(state, event.agreement, (agreement) => ({
        ...agreement,
        versions: [...agreement.versions, versionOf(event, at, event.keptFor)],
      })),
  },

  AgreementPresented: {
    audience: toReaders,
    shown: { ...named, ...versionShown },
    apply: (state, event, at) =>
      moved(state, event.agreement, 'AgreementPresented', (agreement) => ({
        ...agreement,
        versions: [...agreement.versions, versionOf(event, at, 'presented')],
        presented: { version: event.version, words: event.words, hash: event.hash },
      })),
  },

  AgreementRemarked: {
    audience: toReaders,
    shown: { ...named, number: plain, by: plain, text: plain },
    apply: (state, { agreement, by, text }, at) =>
      onAgreement(state, agreement, (before) => ({
        ...before,
        remarks: [...before.remarks, { by, at, text, done: false }],
      })),
  },

  RemarkResolved: {
    audience: toReaders,
    shown: { ...named, number: plain },
    apply: (state, { agreement, number }) =>
      onAgreement(state, agreement, (before) => ({
        ...before,
        remarks: before.remarks.map((remark, index) =>
          index + 1 === number ? { ...remark, done: true } : remark,
        ),
      })),
  },

  // C6: objections, and words that wait to be written anew
  AgreementReturned: {
    audience: toReaders,
    shown: { ...named, ...resultShown, objects: people },
    namedAtTable: ['objects', ...heard],
    apply: (state, { agreement, objects, aside, absent }) =>
      onAgreement(state, agreement, (before) => ({
        ...before,
        consent: { objects, aside, absent },
        deadlocks: before.deadlocks + 1,
      })),
  },

  AgreementAgreed: {
    audience: toReaders,
    shown: { ...named, ...resultShown },
    namedAtTable: heard,
    apply: (state, { agreement, aside, absent }) =>
      moved(state, agreement, 'AgreementAgreed', (before) => ({
        ...before,
        consent: { objects: [], aside, absent },
      })),
  },

  AgreementNoted: {
    audience: toReaders,
    shown: { ...named, ...resultShown, objects: people, note: plain },
    namedAtTable: ['objects', ...heard],
    apply: (state, { agreement, objects, aside, absent, note }) =>
      moved(state, agreement, 'AgreementNoted', (before) => ({
        ...before,
        consent: { objects, aside, absent },
        note,
        deadlocks: before.deadlocks + 1,
      })),
  },

  // C3, of words that are written at no table: they are put before everybody anew, or merged anew
  ConsentVoided: {
    audience: toReaders,
    shown: named,
    apply: (state, { agreement }) =>
      moved(state, agreement, 'ConsentVoided', (before) => ({
        ...before,
        consent: null,
        note: null,
        deadlocks: before.state === 'presented' ? before.deadlocks : 0,
      })),
  },

  // C3: consent was to these words and to no others; C6: what had been agreed has its rounds anew
  AgreementRevised: {
    audience: toReaders,
    shown: named,
    apply: (state, { agreement }) =>
      moved(state, agreement, 'AgreementRevised', (before) => ({
        ...before,
        presented: null,
        consent: null,
        note: null,
        deadlocks: before.state === 'presented' ? before.deadlocks : 0,
      })),
  },
}
