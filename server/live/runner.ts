import { apply } from '../../shared/dialogue/apply.ts'
import type { Command } from '../../shared/dialogue/commands.ts'
import { decide } from '../../shared/dialogue/decide.ts'
import type { Context } from '../../shared/dialogue/decision.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import { hash } from '../kit/hash.ts'
import { newId } from '../kit/newId.ts'
import { createSerial } from '../kit/serial.ts'
import { shuffle } from '../kit/shuffle.ts'
import type { Answered, Append, Appended, Asked, EventLog } from '../store/store.ts'
import type { History } from './history.ts'
import type { HeldStill } from './holding.ts'
import { createOrders, type Order, type Outcome, type Waiting } from './orders.ts'
import type { Step } from './viewers.ts'

export interface Runner {
  /**
   * Carry out one command after the others. `reply` is called once the outcome is committed and everybody who has to leave
   * a document has left it, before anybody else hears of it.
   */
  run(order: Order, reply?: (outcome: Outcome) => void): Promise<Outcome>
  /** Is there a command in hand? */
  busy(): boolean
  /** Resolves when the commands that are in hand now have been carried out. */
  idle(): Promise<void>
  /**
   * Somebody else brought the log as far as this: what is not known yet is read and told, unless the log was written anew. Rejects when the
   * database does not answer.
   */
  reach(seq: number): Promise<void>
}

export interface RunnerInput {
  log: EventLog
  history: History
  context(): Omit<Context, 'actor' | 'newId' | 'hash' | 'frozen' | 'shuffle'>
  /** Holds still what the command is about until it has been carried out, or does nothing. */
  hold(command: Command): Promise<HeldStill>
  /** Right after the commit: sound, picture and documents follow before the answer. */
  settle(steps: readonly Step[]): Promise<void>
  /** Stored by this runner, as far as this. */
  stored(seq: number): void
  /** Lines of the log have become others: it has to be read from its beginning. */
  rewritten(): void
  /** After the answer. */
  tell(steps: readonly Step[]): void
  failed(error: unknown): void
}

const NOT_SAVED: Outcome = { ok: false, code: 'not_saved' }
const MALFORMED: Outcome = { ok: false, code: 'malformed' }

/** What this runner knows of the log is of before it was written anew. */
class Rewritten extends Error {}

/** What is appended, and what each order is answered once it is. */
interface Decided {
  entries: Append[]
  outcomes: Outcome[]
}

/** 'again': the log had gone on. 'apart': with one of them something is the matter, so each goes by itself. */
type Result = 'again' | 'apart' | { outcomes: Outcome[]; steps: Step[] }

const namedIn = (asked: readonly Order[]): Asked[] =>
  asked.flatMap(({ commandId, actor }) => (commandId === null ? [] : [{ commandId, actor }]))

/**
 * One session's commands, decided one behind the other: decide, append, fold, answer, tell. What came while an append was
 * under way goes into the next one together, so that a hall full of hands waits for few of them.
 */
export function createRunner({
  log,
  history,
  context,
  hold,
  settle,
  stored,
  rewritten,
  tell,
  failed,
}: RunnerInput): Runner {
  const turns = createSerial()
  const orders = createOrders()
  /** The log may know more than we do: somebody else appended, or we do not know whether our own append came through. */
  let behind = false

  /** What others stored. */
  function takeUp(lines: readonly RecordedEvent[]): Step[] {
    if (lines.some(({ event }) => event.type === 'PeopleErased')) {
      rewritten()
      throw new Rewritten('the log was written anew')
    }
    behind = false
    return history.add(lines)
  }
  async function tellMissed(missed: readonly Step[]): Promise<void> {
    if (missed.length === 0) return
    await settle(missed)
    tell(missed)
  }
  const catchUp = async (session: string) => tellMissed(takeUp(await log.read(session, history.state().seq)))

  /** Each on the state that those before it lead to. */
  function decideAll(asked: readonly Order[], { frozen, hold: held }: HeldStill, earlier: Answered): Decided {
    const known = context()
    let state = history.state()
    const entries: Append[] = []
    const decideOne = ({ actor, command, commandId, fence }: Order): Outcome => {
      const before = commandId === null ? undefined : earlier[commandId]
      if (before) return before.ok ? { ok: true } : { ok: false, code: before.code }
      const decision = decide(state, command, { ...known, frozen, actor, newId, hash, shuffle })
      if (!decision.ok) return decision
      const { events } = decision
      if (events.length === 0 && commandId === null) return { ok: true }
      const { id: session, seq: after } = state
      state = events.reduce((next, event) => apply(next, { seq: next.seq + 1, at: known.now, event }), state)
      const answer = { ok: true } as const
      entries.push({ session, after, at: known.now, actor, commandId, answer, events, fence, held })
      return answer
    }
    const outcomes = asked.map((order) => {
      try {
        return decideOne(order)
      } catch (error) {
        // what is wrong with one takes nobody else's command along
        failed(error)
        return NOT_SAVED
      }
    })
    return { entries, outcomes }
  }

  function resultOf(appended: Appended, outcomes: Outcome[]): Result {
    if (appended.ok) {
      const steps = history.add(appended.recorded)
      if (steps.length > 0) stored(history.state().seq)
      return { outcomes, steps }
    }
    const { reason } = appended
    if (reason === 'conflict') return 'again'
    if (outcomes.length > 1) return 'apart'
    if (reason === 'repeated') return 'again'
    return { outcomes: [reason === 'foreign' ? MALFORMED : NOT_SAVED], steps: [] }
  }

  /** On what is known here: nearly always nobody else has appended meanwhile. */
  async function atOnce(asked: readonly Order[], still: HeldStill): Promise<Result> {
    const session = history.state().id
    if (behind) await catchUp(session)
    const { entries, outcomes } = decideAll(asked, still, await log.answered(session, namedIn(asked)))
    const [first, ...more] = entries
    return first ? resultOf(await log.append(first, ...more), outcomes) : { outcomes, steps: [] }
  }

  /** Decided while nobody else can append, so that this race cannot be lost, however many nodes have commands in hand. */
  async function inTurn(asked: readonly Order[], still: HeldStill): Promise<Result> {
    const { id: session, seq: after } = history.state()
    let missed: Step[] = []
    let decided: Decided = { entries: [], outcomes: [] }
    const known = { session, after, asked: namedIn(asked) }
    try {
      const appended = await log.appendInTurn(known, (tail, earlier) => {
        missed = takeUp(tail)
        decided = decideAll(asked, still, earlier)
        return decided.entries
      })
      return resultOf(appended, decided.outcomes)
    } finally {
      // not while others wait for the log
      await tellMissed(missed)
    }
  }

  async function carryOut(waiting: readonly Waiting[]): Promise<void> {
    const asked = waiting.map(({ order }) => order)
    const [first] = asked
    if (!first) return
    const still = await hold(first.command)
    try {
      let result = await atOnce(asked, still)
      if (result === 'again') result = await inTurn(asked, still)
      if (result === 'apart') return await apart(waiting)
      if (result !== 'again') {
        const { outcomes, steps } = result
        if (steps.length > 0) await settle(steps)
        waiting.forEach(({ answer }, i) => answer(outcomes[i] ?? NOT_SAVED))
        if (steps.length > 0) tell(steps)
        return
      }
    } catch (error) {
      behind = true
      failed(error)
    } finally {
      still.release()
    }
    for (const { answer } of waiting) answer(NOT_SAVED)
  }

  async function apart(waiting: readonly Waiting[]): Promise<void> {
    for (const one of waiting) await carryOut([one])
  }

  const isBehind = (seq: number) => history.state().seq < seq

  return {
    async reach(seq) {
      if (!isBehind(seq)) return
      const look = () => (isBehind(seq) ? catchUp(history.state().id) : Promise.resolve())
      await turns.run(look).catch((error: unknown) => {
        if (!(error instanceof Rewritten)) throw error
      })
    },
    busy: turns.busy,
    idle: turns.idle,
    run: (order, reply = () => undefined) => {
      const outcome = orders.add(order, reply)
      void turns.run(() => carryOut(orders.take()))
      return outcome
    },
  }
}
