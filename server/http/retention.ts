import * as z from 'zod'
import { isoDay, momentOf } from '../../shared/dialogue/session/moment.ts'
import { anyLine } from '../../shared/dialogue/text.ts'
import type { RetentionReply } from '../../shared/protocol.ts'
import type { Retention } from '../dialogues/retention.ts'
import { refuse, type Handler } from './guards.ts'

/** Days as YYYY-MM-DD; erased is what is due when that day begins. */
export const retentionBody = z.strictObject({ names: anyLine(10), all: anyLine(10) })

export const sendRetention =
  (retention: Retention): Handler =>
  async ({ dialogue }, _req, res) => {
    const until = await retention.until(dialogue)
    if (!until) return refuse(res, 404, 'not_found')
    const { named, leftOpen } = until
    const reply: RetentionReply = { names: isoDay(until.names), all: isoDay(until.all), named, leftOpen }
    res.json(reply)
  }

export const changeRetention =
  (retention: Retention): Handler =>
  async ({ dialogue }, req, res) => {
    const body = retentionBody.safeParse(req.body)
    const names = body.success ? momentOf(body.data.names, '00:00') : null
    const all = body.success ? momentOf(body.data.all, '00:00') : null
    if (names === null || all === null) return refuse(res, 400, 'malformed')
    const chosen = await retention.choose(dialogue, { names, all })
    if (chosen !== 'ok') return refuse(res, 409, chosen)
    res.json({})
  }
