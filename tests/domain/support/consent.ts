import { apply, replay } from '../../../shared/dialogue/apply.ts'
import { type Answer } from '../../../shared/dialogue/consent/round.ts'
import { redact } from '../../../shared/dialogue/project.ts'
import type { CommandType } from '../../../shared/dialogue/commands.ts'
import type { DialogueEvent } from '../../../shared/dialogue/events.ts'
import { atTables, does, given, leader, phones, type Step } from './sentence.ts'
import { frozen } from './world.ts'

/**
 * Consent rounds (C1-C7). At t1 sit Ans and Eva (residents) and Kees (council) with Femke, at t3 Cees, and Ilse
 * of the college. Chance puts the last first.
 */
export const T1 = ['Kees', 'Eva', 'Ans']
export const of = (room: string, type: CommandType, more: object = {}) => leader(room, type, () => more)
const about = (type: CommandType, table: string) =>
  does('Femke', type, () => ({ table, agreement: table === 't1' ? 'a1' : 'a3' }))
export const presents = (table = 't1') => about('presentAgreement', table)
export const revises = (table = 't1') => about('reviseAgreement', table)
export const begins = (room = 't1', agreement = room === 't3' ? 'a3' : 'a1') =>
  of(room, 'beginConsent', { agreement })
export const steps = (step: string, room = 't1') => of(room, 'stepConsent', { step })
export const asks = (room = 't1') => of(room, 'askConsent')
export const again = of('t1', 'askAgain')
export const opens = (room = 't1') => of(room, 'openConsent')
export const closes = (room = 't1') => of(room, 'closeConsent')
export const answers = (
  who: string,
  answer: Answer = 'canLive',
  reason = '',
  more: object = {},
  room = 't1',
) => does(who, 'answerConsent', () => ({ room, answer, reason, ...more }))
export const aloud = (who: string, answer: Answer = 'canLive', reason = '') =>
  of('t1', 'answerFor', { person: who, answer, reason })
export const notes = (who: string, text = 'Een brief is niet genoeg.', room = 't1') =>
  does(who, 'noteMinority', () => ({ room, text }))
const writes =
  (title: string): Step =>
  (told) => ({
    ...told,
    world: { ...told.world, frozen: { ...told.world.frozen, a1: frozen(title, 'Ans') } },
  })

export const added = (who: string, agreement: string, table: string) =>
  does(who, 'addAgreement', () => ({ agreement, table }))
export const presented: Step[] = [...atTables, added('Ans', 'a1', 't1'), presents()]
export const walked = (room = 't1', agreement?: string) => [
  begins(room, agreement),
  steps('react', room),
  steps('read', room),
  asks(room),
]
export const asked: Step[] = [...presented, ...walked()]
/** Eva objects; the others can live with it. */
export const objected: Step[] = [
  ...asked,
  answers('Kees'),
  answers('Eva', 'objects', 'Niet zonder brief.'),
  answers('Ans'),
]
export const rewritten: Step[] = [revises(), writes('Met een brief'), presents(), ...walked()]
export const secondRound: Step[] = [
  ...objected,
  opens(),
  closes(),
  ...rewritten,
  answers('Kees', 'aside', 'Geen mening'),
  answers('Eva', 'objects', 'Nog steeds niet.'),
  answers('Ans'),
  opens(),
]

export const consentOf = ({ state }: ReturnType<typeof given>, room = 't1') => state.floors[room]?.consent
export const agreementOf = ({ state }: ReturnType<typeof given>) => state.agreements['a1']

/** The event of this type that came last, as this viewer got it. */
export function got({ world }: ReturnType<typeof given>, type: DialogueEvent['type'], viewer: string) {
  const line = world.log.findLast(({ event }) => event.type === type)
  if (!line) throw new Error(`no ${type}`)
  const before = replay(world.log.filter(({ seq }) => seq < line.seq))
  return redact(line, before, apply(before, line), viewer).event
}

/** Eva takes part by telephone. */
export const phoned: Step[] = [...asked.slice(0, -4), phones('Eva'), ...walked()]
