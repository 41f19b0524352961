import type { Request, Response } from 'express'
import * as z from 'zod'
import { id, isId } from '../../shared/dialogue/text.ts'
import { LOCALES } from '../../shared/protocol.ts'
import type { Invitations } from '../dialogues/invitations.ts'
import type { Post } from '../dialogues/post.ts'
import { lettersPage } from '../mail/letters.ts'
import type { DialogueRow } from '../store/store.ts'
import { field } from './form.ts'
import { refuse, type Handler } from './guards.ts'
import type { Outside } from './outside.ts'

/** As many as one dialogue may have. */
const MANY = 2_000
export const inviteBody = z.strictObject({ people: z.array(id).max(MANY) })
export const bouncedBody = z.strictObject({ bounced: z.boolean() })
const language = z.enum(LOCALES).catch('nl')

export const listMail =
  (post: Post): Handler =>
  async ({ dialogue }, _req, res) =>
    res.json(await post.overview(dialogue))

export const sendInvitations =
  (post: Post): Handler =>
  async ({ dialogue }, req, res) => {
    const parsed = inviteBody.safeParse(req.body)
    if (!parsed.success) return refuse(res, 400, 'malformed')
    res.status(202).json({ sending: await post.invite(dialogue, parsed.data.people) })
  }

export const markBounced =
  (post: Post): Handler =>
  async ({ dialogue }, req, res) => {
    const parsed = bouncedBody.safeParse(req.body)
    if (!parsed.success) return refuse(res, 400, 'malformed')
    const known = await post.setBounced(dialogue, String(req.params['other']), parsed.data.bounced)
    if (!known) return refuse(res, 404, 'not_found')
    res.json({})
  }

/** Their ids with commas between, as a form sends them: an address would be too long for everybody of a large dialogue. */
const chosen = (req: Request): string[] => field(req, 'people').split(',').filter(isId)

/** The letters as a page of their own, to be printed: everybody's when it is asked for, and theirs who are named in a form. */
export const sendLetters =
  (invitations: Invitations, { basePath }: Outside): Handler =>
  async ({ dialogue }, req, res) => {
    const letters = await invitations.of(dialogue, req.method === 'POST' ? chosen(req) : undefined)
    const at = `${basePath}/post`
    res.type('html').send(
      lettersPage({
        title: dialogue.title,
        locale: language.parse(req.query['language']),
        letters,
        sheet: `${at}/stijl.css`,
        script: `${at}/druk.js`,
      }),
    )
  }

export async function sendCalendarOf(
  invitations: Invitations,
  dialogue: DialogueRow,
  req: Request,
  res: Response,
): Promise<void> {
  const file = await invitations.calendar(dialogue, language.parse(req.query['language']))
  if (file === null) return refuse(res, 404, 'not_found')
  res.attachment('bijeenkomst.ics').type('text/calendar').send(file)
}

export const sendCalendar =
  (invitations: Invitations): Handler =>
  ({ dialogue }, req, res) =>
    sendCalendarOf(invitations, dialogue, req, res)
