import * as z from 'zod'
import { RATINGS } from '../../shared/dialogue/evaluation/evaluation.ts'
import { anyProse } from '../../shared/dialogue/text.ts'
import type { Evaluations } from '../dialogues/evaluation.ts'
import { refuse, type Handler } from './guards.ts'

const rating = z.enum(RATINGS).optional()

/** Questions may be passed over; of empty words nothing is kept. */
export const evaluationBody = z.strictObject({
  ratings: z.strictObject({ equality: rating, transparency: rating, involvement: rating, empathy: rating }),
  words: anyProse(2_000),
})

export const askEvaluation =
  (evaluations: Evaluations): Handler =>
  async ({ person, dialogue }, _req, res) =>
    res.json({ evaluation: await evaluations.asked(dialogue, person) })

export const takeEvaluation =
  (evaluations: Evaluations): Handler =>
  async ({ person, dialogue }, req, res) => {
    const body = evaluationBody.safeParse(req.body)
    if (!body.success) return refuse(res, 400, 'malformed')
    const { ratings, words } = body.data
    const given = { ratings, words: words.trim() === '' ? null : words.trim() }
    const outcome = await evaluations.answer(dialogue, person, given)
    if (outcome !== 'ok') return refuse(res, 409, outcome)
    res.status(201).json({})
  }

export const reportEvaluations =
  (evaluations: Evaluations): Handler =>
  async ({ dialogue }, _req, res) =>
    res.json({ sessions: await evaluations.report(dialogue) })
