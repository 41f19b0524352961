import * as fc from 'fast-check'
import { COMMANDS, type Command, type CommandType } from '../../../shared/dialogue/commands.ts'
import { ANSWERS } from '../../../shared/dialogue/consent/round.ts'
import { NUDGE_ANSWERS } from '../../../shared/dialogue/model.ts'
import type { RecordedEvent } from '../../../shared/dialogue/events.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { PROPOSAL_FIELDS } from '../../../shared/dialogue/council/proposal.ts'
import { choose, randomPart } from './randomAgenda.ts'
import { towardsObjection } from './randomBetween.ts'
import { foundByComparing } from './randomCouncil.ts'
import { mergeInto, towardsHarvest } from './randomHarvest.ts'
import { towardsHelp } from './randomHelp.ts'
import { towardsConsent, type Asked } from './randomRound.ts'
import {
  AGREEMENTS,
  fireTimers,
  give,
  lobby,
  pass,
  PARTICIPANTS,
  PEOPLE,
  TABLES,
  type World,
} from './world.ts'

/** One random thing: a command by somebody, somebody's line, or time. Numbers choose among what there is at that moment. */
type Step =
  | { do: 'command'; actor: number; type: CommandType; pick: number[] }
  | { do: 'away' | 'back'; who: number }
  | { do: 'wait'; ms: number }
  /** Some steps on the way to consent, in one room, at the harvest, or of a call for help. */
  | { do: 'consent' | 'harvest' | 'help'; room: number; picks: number[][] }

export interface Stepped {
  before: World
  after: World
  /** The command that was accepted, if this step was one. */
  accepted: CommandType | null
  /** What this step and the timers after it added to the log. */
  lines: RecordedEvent[]
}

const TYPES = Object.keys(COMMANDS) as CommandType[]
/** Common things are common: floors see most of the traffic. */
const OFTEN: CommandType[] = [
  'raiseHand',
  'raiseHand',
  'raiseHand',
  'startTurn',
  'startTurn',
  'nextTurn',
  'nextTurn',
  'lowerHand',
  'lowerHand',
  'restoreHand',
  'restoreHand',
  'restoreHand',
  'grantFloor',
  'setMode',
  'endTurn',
  'passTurn',
]
const MOVING: CommandType[] = [
  'spreadEvenly',
  'announceSplit',
  'extendSplit',
  'changePart',
  'cancelSplit',
  'startTables',
  'announceRecall',
  'finishRecall',
  'cancelRecall',
  'takeHelp',
  'closeHelp',
  'tellLine',
  'setPhone',
  'raiseFor',
  'nudge',
  'answerNudge',
  'inviteReply',
  'endReply',
  'pauseTurn',
  'resumeTurn',
]
const WRITING: CommandType[] = [
  'addAgreement',
  'addAgreement',
  'presentAgreement',
  'reviseAgreement',
  'withdrawAgreement',
  'restoreAgreement',
  'keepVersion',
  'remarkOnAgreement',
  'resolveRemark',
]

const pick = fc.array(fc.nat(1_000), { minLength: 3, maxLength: 3 })
const picked = (
  what: 'consent' | 'harvest' | 'help',
  minLength: number,
  maxLength: number,
): fc.Arbitrary<Step> =>
  fc.record({
    do: fc.constant(what),
    room: fc.nat(4),
    picks: fc.array(fc.array(fc.nat(1_000), { minLength: 2, maxLength: 2 }), { minLength, maxLength }),
  })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      actor: fc.nat(1_000),
      type: fc.constantFrom(...OFTEN),
      pick,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      actor: fc.nat(1_000),
      type: fc.constantFrom(...MOVING),
      pick,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      actor: fc.nat(1_000),
      type: fc.constantFrom(...WRITING),
      pick,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      actor: fc.nat(1_000),
      type: fc.constantFrom(...TYPES.filter((type) => type !== 'endSession')),
      pick,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      actor: fc.constant(0),
      type: fc.constantFrom<CommandType>('endSession', 'repeatSeating', 'stopClock', 'endReply'),
      pick,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('away' as const, 'back' as const, 'back' as const),
      who: fc.nat(1_000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 500, 5_000, 21_000, 65_000),
    }),
  },
  {
    weight: 3,
    // a harvest is a long way: some sessions walk it
    arbitrary: fc.oneof(
      { weight: 4, arbitrary: picked('consent', 1, 20) },
      { weight: 1, arbitrary: picked('harvest', 50, 90) },
      { weight: 1, arbitrary: picked('help', 3, 9) },
    ),
  },
)
export const anySteps = (length: number) => fc.array(anyStep, { minLength: length / 2, maxLength: length })

/** A payload that often makes sense: real rooms, real turns, real people. */
function payloadFor(
  { state }: World,
  type: CommandType,
  actor: string,
  [a = 0, b = 0, c = 0]: number[],
): unknown {
  const seat = state.seating?.seats[actor]
  const rooms = Object.keys(state.floors)
  const room = a % 3 === 0 ? choose(rooms, b, 'plenary') : a % 3 === 1 ? 'plenary' : (seat ?? 'plenary')
  const floor = state.floors[room]
  const asking = type === 'takeHelp' || type === 'closeHelp' ? state.help : (floor?.queue ?? [])
  const out = type === 'takeBack' ? state.takenOut : []
  const phoning = PARTICIPANTS.filter((name) => state.people[name]?.phone)
  const forSomebody = type === 'raiseFor' || type === 'lowerFor'
  const hands = forSomebody ? phoning : [...out, ...asking.map(({ person }) => person)]
  const made = type === 'addAgreement' ? AGREEMENTS : Object.keys(state.agreements)
  const agreement = choose(made, a, 'a1')
  const about = c % 7 === 6 ? undefined : state.agreements[agreement]
  const values: Record<string, unknown> = {
    room,
    turn: type === 'nudge' && c % 2 ? null : c % 9 === 8 ? 'old' : (floor?.turn?.id ?? 'none'),
    person: c % 2 ? choose(hands, b, choose(PARTICIPANTS, b, 'Ans')) : choose(PEOPLE, b, PEOPLE[0]!).id,
    table: about?.table ?? (type === 'addAgreement' ? seat : undefined) ?? choose(state.tableOrder, c, 't1'),
    helper: c % 3 ? 'Henk' : choose(PARTICIPANTS, b, 'Ans'),
    guest: c % 3 ? 'Loes' : choose(PARTICIPANTS, a, 'Ans'),
    speaks: c % 3 > 0,
    screen: c % 2 === 0,
    first: choose(PARTICIPANTS, a, 'Ans'),
    second: choose(PARTICIPANTS, c, 'Bram'),
    ms: 1_000 + (c % 60) * 1_000,
    kind: choose(['turn', 'turn', 'turn', 'reply', 'process'], c, 'turn'),
    mode: choose(['firstCome', 'round', 'quietFirst', 'firstCome', 'round', 'free'], c, 'free'),
    role: choose(['lawful', 'networking'], c, 'lawful'),
    pinned: c % 2 === 0,
    version: c % 5 === 4 ? 1 + (c % 3) : (state.seating?.version ?? 1),
    text: 'Nog vijf minuten.',
    name: choose(['Ans', 'Nieuw', 'Begeleider'], c, 'Ans'),
    note: '',
    answers: { signalling: 'good', udp: choose(['good', 'bad'], c, 'good'), tcp: 'absent', turn: 'good' },
    until: type === 'allowObjections' ? choose([null, 9_000_000], a, null) : (floor?.silence?.until ?? 0),
    field: choose(PROPOSAL_FIELDS, a, 'subject'),
    typed: c % 4 === 0,
    startsAt: choose([null, 2_000_000], a, null),
    phone: c % 3 !== 0,
    from: 1_000_000,
    to: 1_000_000 + 1_000 * (1 + c),
    reason: 'dit was de tv',
    answer: type === 'answerNudge' ? choose(NUDGE_ANSWERS, c, 'listen') : choose(ANSWERS, c, 'aside'),
    step: choose(['clear', 'react', 'read'], c, 'clear'),
    why: choose(['silent', 'long'], c, 'silent'),
    on: c % 3 !== 0,
    agreement,
    keptFor: choose(['kept', 'recalled', 'ended'], c, 'kept'),
    silentMs: (2 + (a % 59)) * 60_000,
    longMs: (2 + (b % 29)) * 60_000,
    number: 1 + (c % 3),
    place: 1 + (c % 4),
    aim: 5 + (c % 10),
    merge: c % 9 === 8 ? 'old' : (state.harvest.merges[0]?.id ?? 'none'),
    yes: c % 3 > 0,
    by: 'Amendement A2',
    part:
      c % 9 === 8
        ? 'old'
        : choose(
            state.programme.map(({ id }) => id),
            b,
            'none',
          ),
    parts: [randomPart(c)],
    ...randomPart(b),
    listed: c % 2 === 0,
    state: choose(['done', 'evaluated'], c, 'done'),
    judged: foundByComparing(state, a + b),
    changes: [
      {
        person: choose(PEOPLE, b, PEOPLE[0]!).id,
        name: choose(['Ans', 'Nieuw', 'Dina'], c, 'Ans'),
        role: choose(['participant', 'participant', 'facilitator', 'helper', 'observer'], a, 'participant'),
        group: choose(['inwoner', 'raad'], c, 'inwoner'),
      },
    ],
    people: [
      {
        id: `new${a % 4}`,
        name: 'Nieuwe',
        role: choose(['participant', 'facilitator'], b, 'participant'),
        group: 'inwoner',
        detail: null,
      },
    ],
  }
  if (type === 'mergeAgreements') return mergeInto([agreement, choose(made, b, 'a2')])
  const keys = Object.keys(COMMANDS[type].schema.shape)
  return Object.fromEntries(keys.map((key) => [key, values[key]]))
}

/** Whoever most likely may give this command, most of the time. */
function actorFor(world: World, type: CommandType, number: number, payload: Record<string, unknown>): string {
  if (number % 10 === 0) return choose(PEOPLE, Math.floor(number / 10), PEOPLE[0]!).id
  const room = typeof payload.room === 'string' ? payload.room : null
  const turn = room ? world.state.floors[room]?.turn?.person : undefined
  if (['startTurn', 'sayTyped', 'passTurn', 'endTurn', 'moreTime'].includes(type)) return turn ?? 'Ans'
  if (
    [
      'offerExpired',
      'dropExpired',
      'speakerDropped',
      'speakerReturned',
      'silenceOver',
      'goOn',
      'nudge',
      'setDialogue',
      'addPeople',
      'recordDecision',
    ].includes(type)
  )
    return 'system'
  if (type === 'endReply' && room) return world.state.floors[room]?.reply ?? 'Ans'
  if (['raiseHand', 'lowerHand', 'restoreHand', 'join', 'askHelp', 'tellLine'].includes(type)) {
    return choose([...PARTICIPANTS, 'Femke', 'Frank'], number, 'Ans')
  }
  if (type === 'addAgreement') {
    const seats = world.state.seating?.seats ?? {}
    return choose(
      Object.keys(seats).filter((name) => seats[name] === payload.table),
      number,
      'Femke',
    )
  }
  if (['objectTo', 'takeBackObjection', 'allowName', 'leave'].includes(type))
    return choose(PARTICIPANTS, number, 'Ans')
  if (['attendTable', 'askTime'].includes(type)) return choose(['Femke', 'Frank'], number, 'Femke')
  if (['takeHelp', 'closeHelp'].includes(type)) return choose(['Henk', 'Olga', 'Femke'], number, 'Henk')
  if (type === 'setPhone') return choose(['Henk', 'Olga'], number, 'Henk')
  if (type === 'answerNudge') {
    const open = Object.keys(world.state.nudges)
    return choose(open, number, 'Ans')
  }
  const at = room ?? (typeof payload.agreement === 'string' ? payload.table : null)
  const table = typeof at === 'string' && TABLES.includes(at) ? world.state.tables[at] : undefined
  return table?.facilitators[0] ?? 'Olga'
}

/** Everything that happens in a random session, step by step, with the server's timers running. Half of them begin at the tables. */
export function run(steps: readonly Step[]): Stepped[] {
  let world = lobby()
  const out: Stepped[] = []
  for (const name of PEOPLE) {
    if (name.id !== 'Loes') world = give(world, name.id, { type: 'join', payload: {} }).world
  }
  const opening: Command[] = [{ type: 'openPlenary', payload: {} }]
  if (steps.length % 2) {
    opening.push({ type: 'spreadEvenly', payload: {} }, { type: 'announceSplit', payload: {} })
    opening.push({ type: 'startTables', payload: { version: 1 } })
  }
  for (const asked of opening) world = give(world, 'Olga', asked).world
  for (const step of steps) {
    for (const stepped of taken(world, step)) {
      out.push(stepped)
      world = stepped.after
    }
  }
  return out
}

function given(before: World, actor: string, asked: Command): Stepped {
  const { world, decision } = give(before, actor, asked)
  const after = fireTimers(world)
  const accepted = decision.ok ? asked.type : null
  return { before, after, accepted, lines: after.log.slice(before.log.length) }
}

function* taken(before: World, step: Step): Generator<Stepped> {
  if (!('picks' in step)) {
    yield take(before, step)
    return
  }
  const towardsIt = WAYS[step.do]
  let world = before
  for (const numbers of step.picks) {
    const stepped = towards(world, towardsIt(world.state, [step.room, ...numbers]))
    yield stepped
    world = stepped.after
  }
}

/** A harvest may also end before it is over, and people object from home. */
const towardsHarvestOrObjection = (state: SessionState, picks: readonly number[]): Asked | null =>
  towardsObjection(state, picks) ?? towardsHarvest(state, picks)

const WAYS = { consent: towardsConsent, harvest: towardsHarvestOrObjection, help: towardsHelp }

function towards(before: World, next: Asked | null): Stepped {
  return next ? given(before, next.actor, next.command) : { before, after: before, accepted: null, lines: [] }
}

function take(before: World, step: Exclude<Step, { picks: number[][] }>): Stepped {
  if (step.do === 'command') {
    const rough = choose(PARTICIPANTS, step.actor, 'Ans')
    const payload = payloadFor(before, step.type, rough, step.pick) as Record<string, unknown>
    const actor = actorFor(before, step.type, step.actor, payload)
    const asked = { type: step.type, payload: COMMANDS[step.type].schema.parse(payload) } as Command
    return given(before, actor, asked)
  }
  let after = before
  if (step.do === 'wait') after = pass(before, step.ms)
  else {
    const who = choose(PEOPLE, step.who, PEOPLE[0]!).id
    const present = new Set(before.present)
    if (step.do === 'away') present.delete(who)
    else present.add(who)
    const leaderLastSeen = Object.fromEntries(
      Object.keys(before.state.floors).map((room) => [room, before.now]),
    )
    after = fireTimers({ ...before, present, leaderLastSeen })
  }
  return { before, after, accepted: null, lines: after.log.slice(before.log.length) }
}
