import type { Response } from 'express'
import * as z from 'zod'
import { momentOf } from '../../shared/dialogue/moment.ts'
import { anyLine, line } from '../../shared/dialogue/text.ts'
import { exportJson, exportMarkdown } from '../exports/export.ts'
import { changeDialogue, makeDialogue, nextSession } from './dialogues.ts'
import { agreementsOf } from './exported.ts'
import { refuse, type Handler } from './guards.ts'
import type { House } from './options.ts'

/** A day as YYYY-MM-DD, and times as HH:MM. */
export const whenBody = z.strictObject({ date: anyLine(10), from: anyLine(5), to: anyLine(5) })
export const dialogueBody = whenBody.extend({ title: line(200) })

interface When {
  startsAt: number
  endsAt: number
}

function readWhen({ date, from, to }: z.output<typeof whenBody>): When | null {
  const startsAt = momentOf(date, from)
  const endsAt = momentOf(date, to)
  return startsAt === null || endsAt === null || endsAt <= startsAt ? null : { startsAt, endsAt }
}

function readDialogue(body: unknown): ({ title: string } & When) | null {
  const parsed = dialogueBody.safeParse(body)
  const when = parsed.success ? readWhen(parsed.data) : null
  return parsed.success && when ? { title: parsed.data.title, ...when } : null
}

/** A new dialogue with whoever asks as its organiser; the answer is their link to it. */
export const startDialogue =
  (house: House): Handler =>
  async ({ person }, req, res) => {
    const wanted = readDialogue(req.body)
    if (!wanted) return refuse(res, 400, 'malformed')
    const { name, role, group, detail } = person
    const made = await makeDialogue(house, {
      ...wanted,
      promise: null,
      demo: false,
      people: [{ name, role, group, detail }],
    })
    res.status(201).json({ url: made.people.map((own) => house.links.url(own))[0] })
  }

export const editDialogue =
  (house: House): Handler =>
  async ({ person, dialogue }, req, res) => {
    const wanted = readDialogue(req.body)
    if (!wanted) return refuse(res, 400, 'malformed')
    if (!(await changeDialogue(house, dialogue, wanted))) return refuse(res, 503, 'not_saved')
    res.json({ url: house.links.url(person) })
  }

/** A further session of this dialogue; everybody keeps their link. */
export const startNextSession =
  (house: House): Handler =>
  async ({ dialogue }, req, res) => {
    const parsed = whenBody.safeParse(req.body)
    const when = parsed.success ? readWhen(parsed.data) : null
    if (!when) return refuse(res, 400, 'malformed')
    if (!(await nextSession(house, dialogue, when))) return refuse(res, 409, 'not_ended')
    res.status(201).json({})
  }

/** The dialogue and all that was ever stored of it. */
export const deleteDialogue =
  (house: House): Handler =>
  async ({ dialogue }, _req, res) => {
    await house.sessions.drop(dialogue.id, () => house.store.people.deleteDialogue(dialogue.id))
    res.status(204).end()
  }

const download = (res: Response, name: string, type: string, text: string): void => {
  res.attachment(name).type(type).send(text)
}
export const sendMarkdown =
  (house: House): Handler =>
  async ({ dialogue }, _req, res) =>
    download(res, 'afspraken.md', 'text/markdown', exportMarkdown(await agreementsOf(house, dialogue)))
export const sendJson =
  (house: House): Handler =>
  async ({ dialogue }, _req, res) =>
    download(res, 'afspraken.json', 'application/json', exportJson(await agreementsOf(house, dialogue)))
