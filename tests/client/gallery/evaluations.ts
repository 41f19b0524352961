import {
  OPEN_MS,
  type Counts,
  type SessionEvaluation,
} from '../../../shared/dialogue/evaluation/evaluation.ts'
import type { EvaluationReply } from '../../../shared/protocol.ts'
import { NOW } from '../support/hall.ts'

/** What the server says of the questions after a session. */
export const ASKED: EvaluationReply = { session: 2, until: NOW + OPEN_MS, open: true, answered: false }

const rated = (no: number, little: number, mostly: number, yes: number, unknown: number) => ({
  no,
  little,
  mostly,
  yes,
  unknown,
})
const SECOND: Counts = {
  equality: rated(1, 4, 11, 13, 2),
  transparency: rated(3, 8, 12, 6, 2),
  involvement: rated(0, 3, 10, 18, 0),
  empathy: rated(1, 5, 13, 11, 1),
}
const words = ['De begeleider vroeg wat ik vond. Dat was fijn.', 'Het ging soms te snel voor mij.']

export const EVALUATIONS: SessionEvaluation[] = [
  { session: 1, endedAt: NOW - OPEN_MS, answered: 35, asked: 58, shown: { counts: SECOND, words: [] } },
  { session: 2, endedAt: NOW, answered: 31, asked: 58, shown: { counts: SECOND, words } },
]
