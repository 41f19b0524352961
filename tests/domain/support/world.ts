import { apply } from '../../../shared/dialogue/apply.ts'
import { emptySession } from '../../../shared/dialogue/emptySession.ts'
import { COMMANDS, type Command, type CommandType } from '../../../shared/dialogue/commands.ts'
import { createSession, roleTables } from '../../../shared/dialogue/session/create.ts'
import { paragraphs } from '../../../shared/agreement/richText.ts'
import { decide, type Context, type Decision } from '../../../shared/dialogue/decide.ts'
import type { Frozen } from '../../../shared/dialogue/decision.ts'
import { timers } from '../../../shared/dialogue/timers.ts'
import type { DialogueEvent, RecordedEvent } from '../../../shared/dialogue/events.ts'
import type { Group, PersonId, Role, RoomId, SessionState } from '../../../shared/dialogue/model.ts'

/** A session of seventeen people whose ids are their names, four tables t1..t4, and a clock that only the test moves. */
export interface World {
  state: SessionState
  log: RecordedEvent[]
  now: number
  present: ReadonlySet<PersonId>
  leaderLastSeen: Record<RoomId, number | undefined>
  spokenMs: Record<RoomId, Record<PersonId, number>>
  frozen: Record<string, Frozen | undefined>
  made: number
}

/** What stands stored in an agreement, with the words as their own hash. */
export const frozen = (title: string, ...authors: string[]): Frozen => ({
  words: { title, text: paragraphs(`${title}.`), why: [] },
  hash: `hash of ${title}`,
  authors,
  seq: 1,
})

const person = (name: string, role: Role, group: Group | null = null) => {
  return { id: name, name, role, group, detail: null }
}
export const PARTICIPANTS = ['Ans', 'Bram', 'Cees', 'Dina', 'Eva', 'Gijs', 'Ilse', 'Joop', 'Kees', 'Loes']
export const PEOPLE = [
  person('Olga', 'organiser'),
  person('Femke', 'facilitator'),
  person('Frank', 'facilitator'),
  person('Henk', 'helper'),
  person('Toos', 'observer'),
  person('Tariq', 'interpreter'),
  person('Griet', 'clerk'),
  ...PARTICIPANTS.slice(0, 6).map((name) => person(name, 'participant', 'inwoner')),
  person('Ilse', 'participant', 'college'),
  person('Joop', 'participant', 'raad'),
  person('Kees', 'participant', 'raad'),
  person('Loes', 'participant', 'ambtenaar'),
]
export const TABLES = ['t1', 't2', 't3', 't4']
/** Ids that stand for an agreement in which something is written. */
export const AGREEMENTS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']
export const START = 1_000_000

/** The log may only grow through here: every event is folded in at the world's time. */
export function record(world: World, events: readonly DialogueEvent[]): World {
  let { state } = world
  const log = [...world.log]
  for (const event of events) {
    const line = { seq: state.seq + 1, at: world.now, event }
    log.push(line)
    state = apply(state, line)
  }
  return { ...world, state, log }
}

/** In the lobby: nobody has joined yet. */
export const lobby = (): World =>
  record(
    {
      state: emptySession,
      log: [],
      now: START,
      present: new Set(PEOPLE.map(({ id }) => id)),
      leaderLastSeen: {},
      spokenMs: {},
      frozen: Object.fromEntries(AGREEMENTS.map((id) => [id, frozen(`Afspraak ${id}`, 'Ans')])),
      made: 0,
    },
    [
      createSession({
        session: 'ses',
        dialogue: 'dia',
        title: 'Samen beslissen',
        promise: null,
        startsAt: null,
        people: PEOPLE,
        tables: roleTables(TABLES),
      }),
    ],
  )

/** A command with its defaults filled in, as it would come from the wire. */
export function command(type: CommandType, payload: unknown): Command {
  return { type, payload: COMMANDS[type].schema.parse(payload) } as Command
}

/** Decide and record; the decision is handed back beside the world it made. */
export function give(
  world: World,
  actor: PersonId | 'system',
  asked: Command,
): { world: World; decision: Decision } {
  let { made } = world
  const context: Context = {
    ...world,
    actor,
    newId: (prefix) => `${prefix}${(made += 1)}`,
    hash: ({ title }) => `hash of ${title}`,
    // no chance in a test: the last comes first
    shuffle: (things) => things.toReversed(),
  }
  const decision = decide(world.state, asked, context)
  const next = decision.ok ? record(world, decision.events) : world
  return { world: { ...next, made }, decision }
}

/** Give every command of the server's that is due, until none is left. Throws when that never ends. */
export function fireTimers(start: World): World {
  let world = start
  for (let round = 0; round < 100; round += 1) {
    const due = timers(world.state, world, world.now).find(({ at }) => at <= world.now)
    if (!due) return world
    world = give(world, 'system', due.command).world
  }
  throw new Error(`timers never come to rest: ${JSON.stringify(timers(world.state, world, world.now))}`)
}

/** Let time go by, timer by timer. */
export function pass(start: World, ms: number): World {
  const end = start.now + ms
  let world = fireTimers(start)
  for (;;) {
    const next = timers(world.state, world, world.now)
      .map(({ at }) => at)
      .filter((at) => at > world.now && at <= end)
      .toSorted((a, b) => a - b)[0]
    if (next === undefined) return fireTimers({ ...world, now: end })
    world = fireTimers({ ...world, now: next })
  }
}
