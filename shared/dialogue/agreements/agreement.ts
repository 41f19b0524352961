import type { Words } from '../../agreement/canonical.ts'
import type { AgreementId, PersonId, TableId } from '../ids.ts'

/** What an agreement is; its words, while they are being written, stand in the table's document. */
export interface Agreement {
  id: AgreementId
  table: TableId
  /** Given when it is made, never used again: the same on every screen and in every export. */
  number: number
  state: AgreementState
  /** Every version that was kept, oldest first; their words are read from the log. */
  versions: Version[]
  /** The words that were put before everybody; null while they are being written. */
  presented: Presented | null
  /** What people said to the words that are presented; null until a consent round on them has ended with a result. */
  consent: GivenConsent | null
  /** What the objectors want to be read beside it (C6); null without a deadlock. */
  note: string | null
  /** Consent rounds that ended with objections, since these words were last agreed (C6). */
  deadlocks: number
  /** Where it stands in the set for the council, from 1; null outside it. */
  place: number | null
  /** The agreements that were merged into it (H2); none for one that was written at a table. */
  origins: AgreementId[]
  /** What is lost by the merging, in words (H2). */
  lost: string | null
  /** Who said yes to the merging, table by table (H2). */
  yes: TableYes[]
  /** What whoever leads the table says beside the text, in order; they are numbered from 1. */
  remarks: Remark[]
}

/** Never in the words, nor in what goes to the council. */
export interface Remark {
  by: PersonId
  at: number
  text: string
  /** Dealt with; it is not shown any more. */
  done: boolean
}

export interface TableYes {
  table: TableId
  by: PersonId
  /** By the organiser, since nobody who leads the table was there. */
  standsIn: boolean
}

export const VERDICTS = ['adopted', 'changed', 'declined'] as const
/** `adopted`: letter for letter; `changed`: in other words; `declined`: the council's text does not have it (H3). */
export type Verdict = (typeof VERDICTS)[number]

export const FOLLOW_STATES = ['done', 'evaluated'] as const
/** What came of it afterwards (H4). */
export type FollowState = (typeof FOLLOW_STATES)[number]

/**
 * `inSet`: agreed, and in the set for the council. `merged`: lives on in another one, as a trace. `withdrawn`: taken away
 * while it was being written, or apart again after a merging; its number is not given again. From `offered` on the set
 * lies with the council: it takes the words over, changes or declines them, and later they are carried out (H4).
 */
export const AGREEMENT_STATES = [
  'draft',
  'presented',
  'agreed',
  'agreedWithNote',
  'inSet',
  'merged',
  'withdrawn',
  'offered',
  ...VERDICTS,
  ...FOLLOW_STATES,
] as const
export type AgreementState = (typeof AGREEMENT_STATES)[number]

export interface Presented {
  version: number
  words: Words
  /** SHA-256 of the canonical words, in hexadecimal (H3). */
  hash: string
}

/** C7: lists of people, never a count; outside their own table people have no name in it. All others who were asked can live with it. */
export interface GivenConsent {
  objects: PersonId[]
  aside: PersonId[]
  /** Asked, and not heard (C4). */
  absent: PersonId[]
}

/** Why a version was kept: put before everybody, by hand, at a recall or at the end of a session. */
export const KEPT_FOR = ['presented', 'kept', 'recalled', 'ended'] as const
export type KeptFor = (typeof KEPT_FOR)[number]

/** What H1 asks of every line: when it was so, and who wrote in it. */
export interface Version {
  number: number
  at: number
  hash: string
  authors: PersonId[]
  keptFor: KeptFor
}

/** From a state, by an event, to another, or to whichever of several it has grounds for. What is not here does not happen. */
export const ARROWS = {
  AgreementWithdrawn: { draft: 'withdrawn' },
  AgreementRestored: { withdrawn: 'draft' },
  AgreementPresented: { draft: 'presented' },
  AgreementRevised: { presented: 'draft', agreed: 'draft', agreedWithNote: 'draft' },
  // what is merged stands in the set before there is consent on it
  // objected to between two sessions: what was merged is written at no table
  ConsentVoided: {
    presented: 'presented',
    agreed: 'presented',
    agreedWithNote: 'presented',
    inSet: 'presented',
  },
  AgreementAgreed: { presented: ['agreed', 'inSet'] },
  AgreementNoted: { presented: ['agreedWithNote', 'inSet'] },
  AgreementTaken: { agreed: 'inSet', agreedWithNote: 'inSet' },
  AgreementLeftOut: { inSet: ['agreed', 'agreedWithNote'] },
  AgreementsMerged: { inSet: 'merged', presented: 'merged' },
  // the sources come back, and what they were merged into goes
  AgreementsUnmerged: {
    merged: ['inSet', 'presented'],
    presented: 'withdrawn',
    agreed: 'withdrawn',
    agreedWithNote: 'withdrawn',
    inSet: 'withdrawn',
  },
  SetOffered: { agreed: 'offered', agreedWithNote: 'offered', inSet: 'offered' },
  SetTakenBack: { offered: 'inSet', adopted: 'inSet', changed: 'inSet', declined: 'inSet' },
  // a text may be compared anew until something has followed from it
  CouncilDecided: { offered: VERDICTS, adopted: VERDICTS, changed: VERDICTS, declined: VERDICTS },
  AgreementFollowed: {
    adopted: FOLLOW_STATES,
    changed: FOLLOW_STATES,
    done: FOLLOW_STATES,
    evaluated: FOLLOW_STATES,
  },
} as const satisfies Record<string, Arrows>

type Arrows = { readonly [S in AgreementState]?: AgreementState | readonly AgreementState[] }

/** The states this event can lead to; none when it is not possible in the state before. */
export function arrows(from: AgreementState, event: keyof typeof ARROWS): readonly AgreementState[] {
  const row: Arrows = ARROWS[event]
  return [row[from] ?? []].flat()
}

const WITH_COUNCIL: readonly AgreementState[] = ['offered', ...VERDICTS, ...FOLLOW_STATES]

/** It lies with the council, or the council has spoken about it: these words stay as they are. */
export const isWithCouncil = ({ state }: Pick<Agreement, 'state'>): boolean => WITH_COUNCIL.includes(state)

/** What its consent and its place make of an agreement whose words are fixed. */
export function standing({ consent, note, place }: Agreement): AgreementState {
  if (!consent || (consent.objects.length > 0 && note === null)) return 'presented'
  if (place !== null) return 'inSet'
  return note === null ? 'agreed' : 'agreedWithNote'
}
