import { randomBytes } from 'node:crypto'
import type { Command } from '../../shared/dialogue/commands.ts'
import { decide } from '../../shared/dialogue/decide.ts'
import type { Context } from '../../shared/dialogue/decision.ts'
import type { PersonId } from '../../shared/dialogue/model.ts'
import type { RefusalCode } from '../../shared/protocol.ts'
import type { EventLog } from '../store/store.ts'
import type { History } from './history.ts'
import type { Step } from './viewers.ts'

export type Outcome = { ok: true } | { ok: false; code: RefusalCode }

export interface Order {
  actor: PersonId | 'system'
  command: Command
  /** Null for the server's own. */
  commandId: string | null
}

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
}

export interface RunnerInput {
  log: EventLog
  history: History
  context(): Omit<Context, 'actor' | 'newId'>
  /** Right after the commit: sound, picture and documents follow before the answer. */
  settle(steps: readonly Step[]): Promise<void>
  /** After the answer. */
  tell(steps: readonly Step[]): void
  failed(error: unknown): void
}

/** An append that lost the race this often in a row has a reason that trying again will not mend. */
const ATTEMPTS = 10

/** `<prefix>_<128 random bits>`. */
export const newId = (prefix: string): string => `${prefix}_${randomBytes(16).toString('base64url')}`

/** One session's commands, one at a time: decide, append, fold, answer, tell. */
export function createRunner({ log, history, context, settle, tell, failed }: RunnerInput): Runner {
  let last: Promise<void> = Promise.resolve()
  let inHand = 0
  /** The log may know more than we do: somebody else appended, or we do not know whether our own append came through. */
  let behind = false

  const inTurn = (work: () => Promise<Outcome>): Promise<Outcome> => {
    inHand += 1
    const result = last.then(work)
    const done = () => void (inHand -= 1)
    last = result.then(done, done)
    return result
  }

  async function catchUp(session: string): Promise<void> {
    const missed = history.add(await log.read(session, history.state().seq))
    behind = false
    if (missed.length === 0) return
    await settle(missed)
    tell(missed)
  }

  async function attempt({ actor, command, commandId }: Order): Promise<Outcome | { steps: Step[] } | null> {
    const state = history.state()
    if (behind) await catchUp(state.id)
    const earlier = commandId && (await log.answered(state.id, commandId, actor))
    if (earlier) return earlier.ok ? { ok: true } : { ok: false, code: earlier.code }
    const before = history.state()
    const known = context()
    const decision = decide(before, command, { ...known, actor, newId })
    if (!decision.ok) return decision
    if (decision.events.length === 0 && !commandId) return { ok: true }
    const appended = await log.append({
      session: before.id,
      after: before.seq,
      at: known.now,
      actor,
      commandId,
      answer: { ok: true },
      events: decision.events,
    })
    if (appended.ok) return { steps: history.add(appended.recorded) }
    if (appended.reason === 'foreign') return { ok: false, code: 'malformed' }
    behind = true
    return null
  }

  async function carryOut(order: Order, reply: (outcome: Outcome) => void): Promise<Outcome> {
    const answered = (outcome: Outcome) => {
      reply(outcome)
      return outcome
    }
    try {
      for (let tried = 0; tried < ATTEMPTS; tried++) {
        const result = await attempt(order)
        if (!result) continue
        if (!('steps' in result)) return answered(result)
        await settle(result.steps)
        const outcome = answered({ ok: true })
        tell(result.steps)
        return outcome
      }
    } catch (error) {
      behind = true
      failed(error)
    }
    return answered({ ok: false, code: 'not_saved' })
  }

  return {
    busy: () => inHand > 0,
    idle: () => last,
    run: (order, reply = () => undefined) => inTurn(() => carryOut(order, reply)),
  }
}
