import * as z from 'zod'
import type { PlainWords, Words } from '../agreement/canonical.ts'
import type { Block, Mark, Span } from '../agreement/richText.ts'
import {
  AGREEMENT_STATES,
  FOLLOW_STATES,
  KEPT_FOR,
  VERDICTS,
  type Agreement,
  type GivenConsent,
  type Presented,
  type Remark,
  type TableYes,
  type Version,
} from './agreements/agreement.ts'
import type { Objections } from './between/objection.ts'
import type { Council, Judged } from './council/council.ts'
import { PROPOSAL_FIELDS, type Proposal } from './council/proposal.ts'
import type { Merge } from './harvest/merge.ts'
import { GOVERNMENT_ROLES, GROUPS, HAND_KINDS, ROLES } from './model.ts'
import type { AgendaPart, GivenPromise, Hand, Person, SeatingPlan, Table, Turn } from './model.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'

/**
 * What lines of the log are made of. Wide where a command is narrow: what was once accepted is read for ever.
 */
export const text = z.string()
export const ms = z.number()
export const flag = z.boolean()
export const count = z.number()
export const kind = z.enum(HAND_KINDS)
/** For what says everything with its name. */
export const nothing: z.ZodType<object> = z.object({})

export const person: z.ZodType<Person> = z.object({
  id: text,
  name: text,
  role: z.enum(ROLES),
  group: z.nullable(z.enum(GROUPS)),
  detail: z.nullable(text),
  joined: flag,
  left: flag,
  phone: flag,
})

export const table: z.ZodType<Table> = z.object({
  id: text,
  number: count,
  role: z.enum(GOVERNMENT_ROLES),
  facilitators: z.array(text),
})

export const seating: z.ZodType<SeatingPlan> = z.object({
  version: count,
  seats: z.record(text, text),
  pinned: z.array(text),
})

export const agendaPart: z.ZodType<AgendaPart> = z.object({
  id: text,
  title: text,
  lengthMs: ms,
  where: z.enum(['plenary', 'tables']),
  questions: z.object({ lawful: text, networking: text, performing: text, participating: text }),
})

export const promise: z.ZodType<GivenPromise> = z.object({ text, at: ms })

export const hand: z.ZodType<Hand> = z.object({ person: text, kind, raisedAt: ms, typed: flag })

export const turn: z.ZodType<Turn> = z.object({
  id: text,
  person: text,
  kind,
  state: z.enum(['offered', 'speaking', 'dropped']),
  deadline: z.nullable(ms),
  extended: flag,
  countedMs: ms,
  runningSince: z.nullable(ms),
  targetMs: ms,
  paused: flag,
  raisedAt: z.nullable(ms),
  override: flag,
  typed: flag,
})

export const settings: z.ZodType<Settings> = z.object({
  offerMs: ms,
  moreMs: ms,
  dropMs: ms,
  undoMs: ms,
  leaderGoneMs: ms,
  turnTargetMs: ms,
  nudgesOn: flag,
  nudgeSilentMs: ms,
  nudgeOverMs: ms,
  nudgeTalkMs: ms,
  nudgeAgainMs: ms,
  nudgeApartMs: ms,
  announceMs: ms,
  recallMs: ms,
  tableSize: count,
  openToObservers: flag,
  // 0.1.0 knew no harvest
  harvestAim: count.default(DEFAULT_SETTINGS.harvestAim),
})

const mark: z.ZodType<Mark> = z.union([z.enum(['strong', 'em']), z.object({ link: text })])
const spans: z.ZodType<Span[]> = z.array(z.object({ text, marks: z.array(mark) }))
const block: z.ZodType<Block> = z.union([
  z.object({ kind: z.literal('paragraph'), spans }),
  z.object({ kind: z.enum(['bullets', 'numbers']), items: z.array(spans) }),
])
export const words: z.ZodType<Words> = z.object({ title: text, text: z.array(block), why: z.array(block) })

export const keptFor = z.enum(KEPT_FOR)
const presented: z.ZodType<Presented> = z.object({ version: count, words, hash: text })
const version: z.ZodType<Version> = z.object({
  number: count,
  at: ms,
  hash: text,
  authors: z.array(text),
  keptFor,
})
const consent: z.ZodType<GivenConsent> = z.object({
  objects: z.array(text),
  aside: z.array(text),
  absent: z.array(text),
})
const remark: z.ZodType<Remark> = z.object({ by: text, at: ms, text, done: flag })
export const tableYes: z.ZodType<TableYes> = z.object({ table: text, by: text, standsIn: flag })
export const agreement: z.ZodType<Agreement> = z.object({
  id: text,
  table: text,
  number: count,
  state: z.enum(AGREEMENT_STATES),
  versions: z.array(version),
  presented: z.nullable(presented),
  consent: z.nullable(consent),
  note: z.nullable(text),
  deadlocks: count,
  place: z.nullable(count).default(null),
  origins: z.array(text).default([]),
  lost: z.nullable(text).default(null),
  yes: z.array(tableYes).default([]),
  remarks: z.array(remark).default([]),
})

export const merge: z.ZodType<Merge> = z.object({
  id: text,
  from: z.array(text),
  tables: z.array(text),
  words,
  hash: text,
  lost: text,
  yes: z.array(tableYes),
})

export const verdict = z.enum(VERDICTS)
export const followState = z.enum(FOLLOW_STATES)
export const plainWords: z.ZodType<PlainWords> = z.object({ title: text, text, why: text })
const judged: z.ZodType<Judged> = z.object({
  agreement: text,
  verdict,
  words: z.nullable(plainWords),
  by: text,
  reason: text,
})
export const council: z.ZodType<Council> = z.object({
  offeredAt: z.nullable(ms),
  decision: z.nullable(z.object({ at: ms, judged: z.array(judged) })),
  published: z.nullable(z.object({ at: ms, listed: flag })),
  follow: z.array(z.object({ agreement: text, state: followState, text, at: ms })),
})

export const proposalField = z.enum(PROPOSAL_FIELDS)
export const proposal: z.ZodType<Proposal> = z.record(proposalField, text)
export const objections: z.ZodType<Objections> = z.object({
  until: z.nullable(ms),
  given: z.array(
    z.object({
      id: text,
      agreement: text,
      version: count,
      tables: z.array(text),
      person: text,
      seated: flag,
      inSet: flag,
      reason: text,
      at: ms,
    }),
  ),
})
