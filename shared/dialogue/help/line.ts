import type { PersonId } from '../ids.ts'

/** The ways on which sound and picture reach somebody: the talk with the server, and three for the media. */
export const LINE_WAYS = ['signalling', 'udp', 'tcp', 'turn'] as const
export type LineWay = (typeof LINE_WAYS)[number]

export const LINE_ANSWERS = ['good', 'bad', 'absent'] as const
/** `absent`: this installation does not have that way. */
export type LineAnswer = (typeof LINE_ANSWERS)[number]
export type LineAnswers = Record<LineWay, LineAnswer>

/** How somebody's line did when they last tested it. */
export interface LineTest {
  person: PersonId
  at: number
  answers: LineAnswers
}

/** `good`: all is there. `narrow`: sound comes through, by a way round. `texts`: only reading and writing. `none`: nothing. */
export type LineVerdict = 'good' | 'narrow' | 'texts' | 'none'

export function lineVerdict({ signalling, udp, tcp, turn }: LineAnswers): LineVerdict {
  if (signalling !== 'good') return 'none'
  if (udp === 'good') return 'good'
  return tcp === 'good' || turn === 'good' ? 'narrow' : 'texts'
}

const SIGNS: Record<LineWay, string> = {
  signalling: 'S',
  udp: 'U',
  tcp: 'T',
  turn: 'R',
}

/** Four signs to read to a helper: the letter of each way that works, X where it does not, 0 where there is none. */
export const lineCode = (answers: LineAnswers): string =>
  LINE_WAYS.map((way) => ({ good: SIGNS[way], bad: 'X', absent: '0' })[answers[way]]).join('')
