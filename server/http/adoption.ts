import type { Request, Response } from 'express'
import * as z from 'zod'
import { anyLine, anyProse } from '../../shared/dialogue/text.ts'
import type { CouncilText } from '../council/read.ts'
import { COUNCIL_LIMITS } from '../council/read.ts'
import type { Adoption } from '../dialogues/adoption.ts'
import { fileBody, isTooBig, jsonBody } from './fileBody.ts'
import { refuse, type Handler } from './guards.ts'

/** The council's text as it is pasted; a file comes as its bytes, with its name in the address. */
export const pastedBody = z.strictObject({ text: anyProse(1_000_000) })
const fileName = anyLine(200).catch('')

const asFile = fileBody(COUNCIL_LIMITS.bytes)
const asJson = jsonBody(COUNCIL_LIMITS.bytes)

async function given(req: Request, res: Response): Promise<CouncilText | null> {
  await asFile(req, res)
  await asJson(req, res)
  const body: unknown = req.body
  if (body instanceof Uint8Array) return { name: fileName.parse(req.query['name']), bytes: body }
  const pasted = pastedBody.safeParse(body)
  return pasted.success ? { pasted: pasted.data.text } : null
}

export const recordCouncil =
  (adoption: Adoption): Handler =>
  async ({ dialogue }, req, res) => {
    try {
      const text = await given(req, res)
      if (!text) return refuse(res, 400, 'malformed')
      const recorded = await adoption(dialogue, text)
      if (!recorded.ok) return refuse(res, 409, recorded.code)
      res.status(201).json({})
    } catch (error) {
      if (!isTooBig(error)) throw error
      refuse(res, 413, 'too_big')
    }
  }
