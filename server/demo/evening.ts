import type { Words } from '../../shared/agreement/canonical.ts'
import { apply } from '../../shared/dialogue/apply.ts'
import type { Answer } from '../../shared/dialogue/consent/round.ts'
import type { Command, CommandType } from '../../shared/dialogue/commands.ts'
import { decide, type Context } from '../../shared/dialogue/decide.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import type { DialogueEvent } from '../../shared/dialogue/events.ts'
import type { AgreementId, PersonId, SessionState, TableId } from '../../shared/dialogue/model.ts'
import type { PastStep } from '../dialogues/past.ts'
import { hash } from '../kit/hash.ts'
import { newId } from '../kit/newId.ts'

/** Between two things that somebody does, in milliseconds. */
const BETWEEN_MS = 20_000

/** A session that is lived through by the rules of every other, on a clock of its own. */
export interface Evening {
  state(): SessionState
  steps: PastStep[]
  /** Throws when the rules refuse it. */
  does(actor: PersonId | 'system', type: CommandType, payload: object): void
  wait(ms: number): void
  /** From now on these are the words that stand in the agreement. */
  writes(agreement: AgreementId, words: Words, authors: PersonId[]): void
}

/** What somebody says to an agreement; the others can live with it. */
export interface Said {
  answer: Answer
  reason: string
}

/** `begun`: the first event of its log, which is its first step. */
export function evening(begun: DialogueEvent, at: number): Evening {
  const steps: PastStep[] = [{ at, actor: 'system', events: [begun] }]
  const frozen: Context['frozen'] = {}
  let now = at
  let state = apply(emptySession, { seq: 1, at, event: begun })

  const context = (actor: Context['actor']): Context => ({
    actor,
    now,
    present: new Set(Object.keys(state.people)),
    newId,
    hash,
    shuffle: (things) => [...things],
    leaderLastSeen: {},
    spokenMs: {},
    frozen,
  })

  return {
    state: () => state,
    steps,
    does(actor, type, payload) {
      now += BETWEEN_MS
      const decision = decide(state, { type, payload } as Command, context(actor))
      if (!decision.ok) throw new Error(`${type} was refused: ${decision.code}`)
      steps.push({ at: now, actor, events: decision.events })
      for (const event of decision.events) state = apply(state, { seq: state.seq + 1, at: now, event })
    },
    wait: (ms) => void (now += ms),
    writes(agreement, words, authors) {
      frozen[agreement] = { words, hash: hash(words), authors, seq: 1 }
    },
  }
}

/** A round at its table on an agreement that was put forward, until all answers are open. */
export function round(
  { does, state }: Evening,
  leader: PersonId,
  about: { table: TableId; agreement: AgreementId },
  said: Readonly<Record<PersonId, Said>> = {},
): void {
  const room = about.table
  does(leader, 'beginConsent', { room, agreement: about.agreement })
  for (const step of ['react', 'read']) does(leader, 'stepConsent', { room, step })
  does(leader, 'askConsent', { room })
  for (;;) {
    const person = state().floors[room]?.turn?.person
    if (person === undefined) break
    const { answer, reason } = said[person] ?? { answer: 'canLive', reason: '' }
    does(person, 'answerConsent', { room, answer, reason })
  }
  does(leader, 'openConsent', { room })
}
