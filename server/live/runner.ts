import type { Command } from '../../shared/dialogue/commands.ts'
import { decide } from '../../shared/dialogue/decide.ts'
import type { Context, RefusalCode } from '../../shared/dialogue/decision.ts'
import type { PersonId } from '../../shared/dialogue/model.ts'
import { hash } from '../kit/hash.ts'
import { newId } from '../kit/newId.ts'
import { createSerial } from '../kit/serial.ts'
import { shuffle } from '../kit/shuffle.ts'
import type { EventLog } from '../store/store.ts'
import type { History } from './history.ts'
import type { HeldStill } from './holding.ts'
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
  context(): Omit<Context, 'actor' | 'newId' | 'hash' | 'frozen' | 'shuffle'>
  /** Holds still what the command is about until it has been carried out, or does nothing. */
  hold(command: Command): Promise<HeldStill>
  /** Right after the commit: sound, picture and documents follow before the answer. */
  settle(steps: readonly Step[]): Promise<void>
  /** After the answer. */
  tell(steps: readonly Step[]): void
  failed(error: unknown): void
}

/** An append that lost the race this often in a row has a reason that trying again will not mend. */
const ATTEMPTS = 10

/** One session's commands, one at a time: decide, append, fold, answer, tell. */
export function createRunner({ log, history, context, hold, settle, tell, failed }: RunnerInput): Runner {
  const turns = createSerial()
  /** The log may know more than we do: somebody else appended, or we do not know whether our own append came through. */
  let behind = false

  async function catchUp(session: string): Promise<void> {
    const missed = history.add(await log.read(session, history.state().seq))
    behind = false
    if (missed.length === 0) return
    await settle(missed)
    tell(missed)
  }

  async function attempt(
    { actor, command, commandId }: Order,
    frozen: Context['frozen'],
  ): Promise<Outcome | { steps: Step[] } | null> {
    const state = history.state()
    if (behind) await catchUp(state.id)
    const earlier = commandId && (await log.answered(state.id, commandId, actor))
    if (earlier) return earlier.ok ? { ok: true } : { ok: false, code: earlier.code }
    const before = history.state()
    const known = context()
    const decision = decide(before, command, { ...known, frozen, actor, newId, hash, shuffle })
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
    const still = await hold(order.command)
    try {
      for (let tried = 0; tried < ATTEMPTS; tried++) {
        const result = await attempt(order, still.frozen)
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
    } finally {
      still.release()
    }
    return answered({ ok: false, code: 'not_saved' })
  }

  return {
    busy: turns.busy,
    idle: turns.idle,
    run: (order, reply = () => undefined) => turns.run(() => carryOut(order, reply)),
  }
}
