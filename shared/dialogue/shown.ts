import { byKey, each, fields, orNull, plain, type Give } from './give.ts'
import type {
  AgendaItem,
  Announcement,
  Clock,
  Correction,
  Floor,
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

/** `heldMs` is made smaller for most viewers before it comes here (S3). */
export const floor = fields<Floor>({
  mode: plain,
  queue: each(hand),
  lowered: each(fields<LoweredHand>({ hand, behind: people, until: plain })),
  turn: orNull(turn),
  reply: plain,
  round: orNull(fields<Round>({ order: people, done: people, passed: people, spoke: people, second: plain })),
  lastRound: orNull(fields<RoundSummary>({ spoke: people, passed: people, missed: people })),
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

export const agendaItem = fields<AgendaItem>({ title: plain, where: plain, startedAt: plain, endedAt: plain })

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

export const helpCall = fields<HelpCall>({ person: plain, at: plain, note: plain, takenBy: plain })

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
})
