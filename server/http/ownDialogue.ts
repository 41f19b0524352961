import type { Response } from 'express'
import * as z from 'zod'
import { meetingOf } from '../../shared/dialogue/session/meeting.ts'
import { anyLine, anyProse, line } from '../../shared/dialogue/text.ts'
import type { NewDialogueReply } from '../../shared/protocol.ts'
import type { Agreements } from '../dialogues/agreements.ts'
import type { When } from '../dialogues/dialogues.ts'
import type { Services } from '../dialogues/services.ts'
import { exportJson, exportMarkdown } from '../exports/export.ts'
import { signIn } from './access.ts'
import { refuse, type Handler } from './guards.ts'
import type { Outside } from './outside.ts'

/** A day as YYYY-MM-DD, and times as HH:MM. */
export const whenBody = z.strictObject({ date: anyLine(10), from: anyLine(5), to: anyLine(5) })
export const dialogueBody = whenBody.extend({ title: line(200) })

/** What is promised may be said later; `like`: set up as the dialogue of whoever asks. */
export const newDialogueBody = dialogueBody.extend({
  promise: anyProse(500).default(''),
  like: z.boolean().default(false),
})

function readWhen(typed: z.output<typeof whenBody>): When | null {
  const meeting = meetingOf(typed)
  if (typeof meeting === 'string') return null
  const { startsAt, endsAt } = meeting
  return { startsAt, endsAt }
}

function readDialogue(body: unknown): ({ title: string } & When) | null {
  const parsed = dialogueBody.safeParse(body)
  const when = parsed.success ? readWhen(parsed.data) : null
  return parsed.success && when ? { title: parsed.data.title, ...when } : null
}

type Own = Pick<Services, 'dialogues' | 'people' | 'entrance'>

/**
 * A new dialogue with whoever asks as its organiser, perhaps set up as this one. The answer is their link to it; this browser
 * is in already, so that it stands among their dialogues there.
 */
export const startDialogue =
  ({ dialogues, people, entrance }: Own, outside: Outside): Handler =>
  async ({ person: { name, role, group, detail }, dialogue }, req, res) => {
    const parsed = newDialogueBody.safeParse(req.body)
    const when = parsed.success ? readWhen(parsed.data) : null
    if (!parsed.success || !when) return refuse(res, 400, 'malformed')
    const { title, promise, like } = parsed.data
    const example = like ? await dialogues.example(dialogue) : undefined
    if (example === null) return refuse(res, 404, 'not_found')
    const made = await dialogues.make({
      ...when,
      title,
      promise: promise.trim() || null,
      demo: false,
      people: [{ name, role, group, detail }],
      like: example,
    })
    const [own] = made.people
    const url = own ? people.url(own) : ''
    const secret = new URL(url).pathname.split('/').at(-1) ?? ''
    const came = outside.identify ? null : await entrance.enter(secret, { name: '', takeOver: false }, null)
    if (came && 'cookie' in came) signIn(res, outside, { person: came.person.id, secret, value: came.cookie })
    const reply: NewDialogueReply = { url, person: own?.id ?? '' }
    res.status(201).json(reply)
  }

export const editDialogue =
  ({ dialogues, people }: Own): Handler =>
  async ({ person, dialogue }, req, res) => {
    const wanted = readDialogue(req.body)
    if (!wanted) return refuse(res, 400, 'malformed')
    if (!(await dialogues.change(dialogue, wanted))) return refuse(res, 503, 'not_saved')
    res.json({ url: people.url(person) })
  }

/** A further session of this dialogue; everybody keeps their link. */
export const startNextSession =
  ({ dialogues }: Own): Handler =>
  async ({ dialogue }, req, res) => {
    const parsed = whenBody.safeParse(req.body)
    const when = parsed.success ? readWhen(parsed.data) : null
    if (!when) return refuse(res, 400, 'malformed')
    if (!(await dialogues.goOn(dialogue, when))) return refuse(res, 409, 'not_ended')
    res.status(201).json({})
  }

export const deleteDialogue =
  ({ dialogues }: Own): Handler =>
  async ({ dialogue }, _req, res) => {
    await dialogues.remove(dialogue)
    res.status(204).end()
  }

export const sendBalance =
  ({ dialogues }: Own): Handler =>
  async ({ person, dialogue }, _req, res) => {
    const balance = await dialogues.balance(dialogue, person.id)
    if (!balance) return refuse(res, 404, 'not_found')
    res.json(balance)
  }

const download = (res: Response, name: string, type: string, text: string): void => {
  res.attachment(name).type(type).send(text)
}
export const sendMarkdown =
  (agreements: Agreements): Handler =>
  async ({ dialogue }, _req, res) =>
    download(res, 'afspraken.md', 'text/markdown', exportMarkdown(await agreements(dialogue)))
export const sendJson =
  (agreements: Agreements): Handler =>
  async ({ dialogue }, _req, res) =>
    download(res, 'afspraken.json', 'application/json', exportJson(await agreements(dialogue)))
