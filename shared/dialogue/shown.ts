import type { PlainWords, Words } from '../agreement/canonical.ts'
import type { Block, Mark, Span } from '../agreement/richText.ts'
import type { Agreement, GivenConsent, Presented, Remark, TableYes, Version } from './agreements/agreement.ts'
import type { ClosedRound, ConsentAnswer, ConsentRound } from './consent/round.ts'
import type { Objection, Objections } from './between/objection.ts'
import type { Council, CouncilDecision, Followed, Judged, Published } from './council/council.ts'
import type { Proposal } from './council/proposal.ts'
import type { LineAnswers, LineTest } from './help/line.ts'
import type { EndedMerge, Harvest, Merge } from './harvest/merge.ts'
import { byKey, each, eachOf, fields, orNull, plain, type Give } from './give.ts'
import type {
  Aside,
  AgendaItem,
  AgendaPart,
  Announcement,
  Clock,
  Correction,
  Floor,
  GivenPromise,
  Hand,
  HelpCall,
  LoweredHand,
  Nudge,
  Person,
  Phase,
  Round,
  RoundSummary,
  SeatingPlan,
  SessionState,
  Table,
  Turn,
  TypedTurn,
} from './model.ts'
import type { Settings } from './settings.ts'

/** What each thing of the domain shows of itself to whoever may see it at all. */

const people = each<string>(plain)

export const dialogue = fields<SessionState['dialogue']>({ id: plain, title: plain, promise: plain })

export const person = fields<Person>({
  id: plain,
  name: plain,
  role: plain,
  group: plain,
  detail: plain,
  joined: plain,
  left: plain,
  phone: plain,
})

export const table = fields<Table>({ id: plain, number: plain, role: plain, facilitators: people })

export const hand = fields<Hand>({ person: plain, kind: plain, raisedAt: plain, typed: plain })

export const turn = fields<Turn>({
  id: plain,
  person: plain,
  kind: plain,
  state: plain,
  deadline: plain,
  extended: plain,
  countedMs: plain,
  runningSince: plain,
  targetMs: plain,
  paused: plain,
  raisedAt: plain,
  override: plain,
  typed: plain,
})

export const consentAnswer = fields<ConsentAnswer>({ person: plain, answer: plain, reason: plain, by: plain })

const consentRound = fields<ConsentRound>({
  agreement: plain,
  version: plain,
  hash: plain,
  round: plain,
  step: plain,
  order: people,
  answered: people,
  answers: each(consentAnswer),
  note: plain,
})

const closedRound = fields<ClosedRound>({
  agreement: plain,
  version: plain,
  how: plain,
  unopened: each(consentAnswer),
})

/** Times and answers of others are taken out for most viewers before it comes here (S3, C2). */
export const floor = fields<Floor>({
  mode: plain,
  queue: each(hand),
  lowered: each(fields<LoweredHand>({ hand, behind: people, until: plain })),
  turn: orNull(turn),
  reply: plain,
  round: orNull(fields<Round>({ order: people, done: people, passed: people, spoke: people, second: plain })),
  lastRound: orNull(fields<RoundSummary>({ spoke: people, passed: people, missed: people })),
  consent: orNull(consentRound),
  lastConsent: orNull(closedRound),
  typed: each(fields<TypedTurn>({ turn: plain, person: plain, at: plain, text: plain })),
  silence: orNull(fields<NonNullable<Floor['silence']>>({ until: plain })),
  steering: plain,
  heldMs: byKey(plain),
})

export const seating = fields<SeatingPlan>({ version: plain, seats: byKey(plain), pinned: people })

type PhaseOf<N extends Phase['name']> = Extract<Phase, { name: N }>
const PHASES: { [N in Phase['name']]: Give<PhaseOf<N>> } = {
  lobby: fields({ name: plain }),
  plenary: fields({ name: plain }),
  announced: fields({ name: plain, version: plain, deadline: plain }),
  tables: fields({ name: plain, version: plain }),
  recalling: fields({ name: plain, version: plain, deadline: plain }),
  ended: fields({ name: plain }),
}
const phaseNamed = <N extends Phase['name']>(name: N, value: PhaseOf<N>): PhaseOf<N> => PHASES[name](value)
export const phase: Give<Phase> = (value) => phaseNamed(value.name, value)

export const clock = fields<Clock>({ endsAt: plain, leftMs: plain, totalMs: plain })

export const agendaItem = fields<AgendaItem>({
  title: plain,
  where: plain,
  startedAt: plain,
  endedAt: plain,
  part: plain,
})

export const questions = fields<AgendaPart['questions']>({
  lawful: plain,
  networking: plain,
  performing: plain,
  participating: plain,
})

export const agendaPart = fields<AgendaPart>({
  id: plain,
  title: plain,
  lengthMs: plain,
  where: plain,
  questions,
})

export const promise = fields<GivenPromise>({ text: plain, at: plain })

export const correction = fields<Correction>({
  room: plain,
  person: plain,
  from: plain,
  to: plain,
  reason: plain,
  by: plain,
  at: plain,
})

export const nudge = fields<Nudge>({
  why: plain,
  at: plain,
  turn: plain,
  answer: plain,
  quiet: fields<Nudge['quiet']>({ silent: plain, long: plain }),
})

export const lineAnswers = fields<LineAnswers>({ signalling: plain, udp: plain, tcp: plain, turn: plain })
export const lineTest = fields<LineTest>({ person: plain, at: plain, answers: lineAnswers })
const aside = fields<Aside>({ version: plain, speaks: plain, screen: plain })
export const helpCall = fields<HelpCall>({
  person: plain,
  at: plain,
  note: plain,
  takenBy: plain,
  aside: orNull(aside),
})

const mark: Give<Mark> = (value) => (typeof value === 'string' ? value : { link: value.link })
const spans = eachOf(fields<Span>({ text: plain, marks: eachOf(mark) }))
const block: Give<Block> = (value) =>
  value.kind === 'paragraph'
    ? { kind: value.kind, spans: spans(value.spans) }
    : { kind: value.kind, items: eachOf(spans)(value.items) }
export const words = fields<Words>({ title: plain, text: eachOf(block), why: eachOf(block) })

const version = fields<Version>({
  number: plain,
  at: plain,
  hash: plain,
  authors: people,
  keptFor: plain,
})

export const tableYes = fields<TableYes>({ table: plain, by: plain, standsIn: plain })

export const agreement = fields<Agreement>({
  id: plain,
  table: plain,
  number: plain,
  state: plain,
  versions: each(version),
  presented: orNull(fields<Presented>({ version: plain, words, hash: plain })),
  consent: orNull(fields<GivenConsent>({ objects: people, aside: people, absent: people })),
  note: plain,
  deadlocks: plain,
  place: plain,
  origins: people,
  lost: plain,
  yes: each(tableYes),
  remarks: each(fields<Remark>({ by: plain, at: plain, text: plain, done: plain })),
})

export const merge = fields<Merge>({
  id: plain,
  from: people,
  tables: people,
  words,
  hash: plain,
  lost: plain,
  yes: each(tableYes),
})

export const harvest = fields<Harvest>({
  merges: each(merge),
  last: orNull(
    fields<EndedMerge>({ merge: plain, from: people, how: plain, table: plain, agreement: plain }),
  ),
})

export const plainWords = fields<PlainWords>({ title: plain, text: plain, why: plain })

const judged = fields<Judged>({
  agreement: plain,
  verdict: plain,
  words: orNull(plainWords),
  by: plain,
  reason: plain,
})

export const council = fields<Council>({
  offeredAt: plain,
  decision: orNull(fields<CouncilDecision>({ at: plain, judged: each(judged) })),
  published: orNull(fields<Published>({ at: plain, listed: plain })),
  follow: each(fields<Followed>({ agreement: plain, state: plain, text: plain, at: plain })),
})

export const proposal = fields<Proposal>({
  subject: plain,
  holder: plain,
  question: plain,
  occasion: plain,
  arguments: plain,
  remarks: plain,
  costs: plain,
})

const objection = fields<Objection>({
  id: plain,
  agreement: plain,
  version: plain,
  tables: people,
  person: plain,
  seated: plain,
  inSet: plain,
  reason: plain,
  at: plain,
})
export const objections = fields<Objections>({ until: plain, given: each(objection) })

export const announcement = fields<Announcement>({ at: plain, text: plain })

export const settings = fields<Settings>({
  offerMs: plain,
  moreMs: plain,
  dropMs: plain,
  undoMs: plain,
  leaderGoneMs: plain,
  turnTargetMs: plain,
  nudgesOn: plain,
  nudgeSilentMs: plain,
  nudgeOverMs: plain,
  nudgeTalkMs: plain,
  nudgeAgainMs: plain,
  nudgeApartMs: plain,
  announceMs: plain,
  recallMs: plain,
  tableSize: plain,
  openToObservers: plain,
  harvestAim: plain,
})
