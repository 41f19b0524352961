import express, { Router } from 'express'
import { nameIn } from '../../shared/dialogue/names.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { createGuards, refuse, type Handler } from './guards.ts'
import {
  deleteDialogue,
  editDialogue,
  sendJson,
  sendMarkdown,
  startDialogue,
  startNextSession,
} from './ownDialogue.ts'
import type { House } from './options.ts'
import { importPeople, listLinks, renewLink } from './ownPeople.ts'

/** REST of one person, under `/p/<personId>/api/`. What changes something takes JSON only. */
export function rest(house: House): Router {
  const router = Router({ mergeParams: true })
  const { known, organiser } = createGuards(house)
  const body = express.json({ limit: '1mb', type: 'application/json' })

  router.get('/me', known(me(house)))
  router.get('/balance', known(balance(house)))
  router.get('/links', organiser(listLinks(house)))
  router.post('/links/:other/renew', organiser(renewLink(house)))
  router.post('/people', body, organiser(importPeople(house)))
  router.post('/dialogue', body, organiser(startDialogue(house)))
  router.patch('/dialogue', body, organiser(editDialogue(house)))
  router.post('/session', body, organiser(startNextSession(house)))
  router.delete('/dialogue', organiser(deleteDialogue(house)))
  router.get('/export.md', organiser(sendMarkdown(house)))
  router.get('/export.json', organiser(sendJson(house)))
  router.use((_req, res) => refuse(res, 404, 'not_found'))
  return router
}

/** Balance looked back on, made for whoever asks. */
const balance =
  (house: House): Handler =>
  async ({ person, dialogue }, _req, res) => {
    const session = await house.sessions.of(dialogue.id)
    if (!session) return refuse(res, 404, 'not_found')
    res.json(await session.balance(person.id))
  }

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

const me =
  (house: House): Handler =>
  async ({ person, dialogue }, _req, res) => {
    const session = await house.sessions.of(dialogue.id)
    const state = session?.state()
    const epochs: MeReply['epochs'] = {}
    for (const table of state?.tableOrder ?? []) {
      epochs[table] = await house.documents.epoch(table, dialogue.id)
    }
    const { title, startsAt, endsAt, promise, demo } = dialogue
    const reply: MeReply = {
      person: { id: person.id, name: nameIn(state, person), role: person.role },
      dialogue: { id: dialogue.id, title, date: iso(startsAt), until: iso(endsAt), promise },
      session: dialogue.session,
      epochs,
      demo,
    }
    res.json(reply)
  }
