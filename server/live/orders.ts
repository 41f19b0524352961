import type { Command } from '../../shared/dialogue/commands.ts'
import type { RefusalCode } from '../../shared/dialogue/decision.ts'
import type { PersonId } from '../../shared/dialogue/model.ts'
import { needsWords } from './holding.ts'

export type Outcome = { ok: true } | { ok: false; code: RefusalCode }

export interface Order {
  actor: PersonId | 'system'
  command: Command
  /** Null for the server's own. */
  commandId: string | null
  /** The lead of the session under which the server decides this by itself. */
  fence?: number | undefined
}

/** An order that was not carried out yet, and how to answer it. */
export interface Waiting {
  order: Order
  answer(outcome: Outcome): void
}

/** So many go together at most, so that the first of a storm does not wait for the last. */
const MOST = 64

/** Orders in the order they came in. */
export function createOrders() {
  let waiting: Waiting[] = []

  /** How many of those in front can be carried out as one: a text that has to stand still is held for one command alone. */
  function goTogether(): number {
    const ids = new Set<string>()
    const end = waiting.findIndex(({ order: { command, commandId } }) => {
      // sent again while it waits: the second time it is answered from the log
      const again = commandId !== null && ids.has(commandId)
      if (commandId !== null) ids.add(commandId)
      return again || needsWords(command)
    })
    return Math.min(MOST, end === -1 ? waiting.length : Math.max(1, end))
  }

  return {
    /** Resolves with what `reply` is called with. */
    add: (order: Order, reply: (outcome: Outcome) => void): Promise<Outcome> =>
      new Promise((resolve) => {
        const answer = (outcome: Outcome) => {
          reply(outcome)
          resolve(outcome)
        }
        waiting.push({ order, answer })
      }),
    /** Those that are to be carried out now, as one; none when somebody took them already. */
    take(): Waiting[] {
      const taken = waiting.slice(0, goTogether())
      waiting = waiting.slice(taken.length)
      return taken
    },
  }
}
