import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import * as z from 'zod'
import { readPeople } from '../../shared/dialogue/import.ts'
import { momentOf } from '../../shared/dialogue/moment.ts'
import { CLOSE, type ImportReply, type LinkRow, type MeReply } from '../../shared/protocol.ts'
import { exportJson, exportMarkdown } from '../exports/export.ts'
import { visitorOf, type Visitor } from './access.ts'
import { addPeople, keepLinks, makeDialogue } from './dialogues.ts'
import { signOut } from './entrance.ts'
import { agreementsOf } from './exported.ts'
import type { House } from './options.ts'
import { mayChange } from './origin.ts'

const LONGEST_LIST = 200_000

const peopleBody = z.strictObject({ text: z.string().max(LONGEST_LIST), check: z.boolean() })
const dialogueBody = z.strictObject({
  title: z.string().trim().min(1).max(200),
  date: z.string(),
  from: z.string(),
  to: z.string(),
})

type Handler = (visitor: Visitor, req: Request, res: Response) => Promise<unknown>

const refuse = (res: Response, status: number, error: string) => void res.status(status).json({ error })
const download = (res: Response, name: string, type: string, text: string) =>
  void res.attachment(name).type(type).send(text)

/** REST of one person, under `/p/<personId>/api/`. Errors are `{ error }` with a word a program can act on. */
export function rest(house: House): Router {
  const router = Router({ mergeParams: true })
  const { store, outside } = house

  /** Only for whoever is at their own address; what changes something comes from our own page, as JSON. */
  const known =
    (handler: Handler): RequestHandler =>
    async (req, res) => {
      if (req.method !== 'GET' && !mayChange(req, outside)) return refuse(res, 403, 'forbidden')
      const visitor = await visitorOf(house, req, String(req.params['person']))
      if (!visitor) return refuse(res, 401, 'open_link_again')
      await handler(visitor, req, res)
    }
  const organiser = (handler: Handler): RequestHandler =>
    known(async (visitor, req, res) => {
      if (visitor.person.role !== 'organiser') return refuse(res, 403, 'forbidden')
      return handler(visitor, req, res)
    })
  const body = express.json({ limit: '1mb', type: 'application/json' })

  router.get(
    '/me',
    known(async ({ person, dialogue }, _req, res) => {
      const session = await house.sessions.of(dialogue.id)
      const state = session?.state()
      const epochs: MeReply['epochs'] = {}
      for (const table of state?.tableOrder ?? [])
        epochs[table] = await house.documents.epoch(table, dialogue.id)
      const reply: MeReply = {
        person: { id: person.id, name: state?.people[person.id]?.name ?? person.name, role: person.role },
        dialogue: {
          id: dialogue.id,
          title: dialogue.title,
          date: dialogue.startsAt === null ? null : new Date(dialogue.startsAt).toISOString(),
          promise: dialogue.promise,
        },
        session: dialogue.session,
        epochs,
        demo: dialogue.demo,
      }
      res.json(reply)
    }),
  )

  router.get(
    '/links',
    organiser(async ({ dialogue }, _req, res) => {
      const people = await store.people.people(dialogue.id)
      const rows = people.map(({ id, name, group, role, opened, generation }): LinkRow => {
        return { person: id, name, group, role, opened, url: house.links.url({ id, generation }) }
      })
      res.json(rows)
    }),
  )

  router.post(
    '/links/:other/renew',
    organiser(async ({ dialogue }, req, res) => {
      const other = await store.people.person(String(req.params['other']))
      if (other?.dialogue !== dialogue.id) return refuse(res, 404, 'not_found')
      const generation = await store.people.raiseGeneration(other.id)
      const renewed = { ...other, generation }
      await keepLinks(house, [renewed])
      await signOut(house, renewed, CLOSE.unknown)
      res.json({ url: house.links.url(renewed) })
    }),
  )

  router.post(
    '/people',
    body,
    organiser(async ({ dialogue }, req, res) => {
      const parsed = peopleBody.safeParse(req.body)
      if (!parsed.success) return refuse(res, 400, 'malformed')
      const { people, errors } = readPeople(parsed.data.text)
      const imported = errors.length === 0 ? people.length : 0
      if (imported > 0 && !parsed.data.check) await addPeople(house, dialogue, people)
      const reply: ImportReply = { errors, imported }
      res.json(reply)
    }),
  )

  router.post(
    '/dialogue',
    body,
    organiser(async ({ person }, req, res) => {
      const wanted = readDialogue(req.body)
      if (!wanted) return refuse(res, 400, 'malformed')
      const { name, role, group, detail } = person
      const made = await makeDialogue(house, {
        ...wanted,
        promise: null,
        demo: false,
        people: [{ name, role, group, detail }],
      })
      const own = made.people[0]
      if (!own) return refuse(res, 500, 'broken')
      res.status(201).json({ url: house.links.url(own) })
    }),
  )

  router.patch(
    '/dialogue',
    body,
    organiser(async ({ person, dialogue }, req, res) => {
      const wanted = readDialogue(req.body)
      if (!wanted) return refuse(res, 400, 'malformed')
      await store.people.editDialogue(dialogue.id, wanted)
      const session = await house.sessions.of(dialogue.id)
      session?.amend({ ...dialogue, ...wanted })
      res.json({ url: house.links.url(person) })
    }),
  )

  router.delete(
    '/dialogue',
    organiser(async ({ dialogue }, _req, res) => {
      await house.sessions.drop(dialogue.id)
      await store.people.deleteDialogue(dialogue.id)
      res.status(204).end()
    }),
  )

  router.get(
    '/export.md',
    organiser(async ({ dialogue }, _req, res) => {
      download(res, 'afspraken.md', 'text/markdown', exportMarkdown(await agreementsOf(house, dialogue)))
    }),
  )
  router.get(
    '/export.json',
    organiser(async ({ dialogue }, _req, res) => {
      download(res, 'afspraken.json', 'application/json', exportJson(await agreementsOf(house, dialogue)))
    }),
  )
  router.use((_req, res) => refuse(res, 404, 'not_found'))
  return router
}

function readDialogue(body: unknown): { title: string; startsAt: number; endsAt: number } | null {
  const parsed = dialogueBody.safeParse(body)
  if (!parsed.success) return null
  const { title, date, from, to } = parsed.data
  const startsAt = momentOf(date, from)
  const endsAt = momentOf(date, to)
  return startsAt === null || endsAt === null || endsAt <= startsAt ? null : { title, startsAt, endsAt }
}
