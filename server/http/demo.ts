import { Router } from 'express'
import type { DemoReply } from '../../shared/protocol.ts'
import type { Services } from '../dialogues/services.ts'
import { server } from '../../shared/messages/server.ts'
import { letIn } from './access.ts'
import { isAtThisComputer, mayChange } from './origin.ts'
import type { Outside } from './outside.ts'

const EMPTY = {
  title: server['server.ownDialogue'].nl,
  promise: null,
  startsAt: null,
  endsAt: null,
  demo: false,
}
const ORGANISER = {
  name: server['server.ownOrganiser'].nl,
  role: 'organiser',
  group: null,
  detail: null,
} as const

/**
 * `GET api/demo`: everybody's link. `POST api/demo/dialogue`: an empty dialogue, with whoever asked in it as its organiser.
 * A plain 404 whenever this is not a demonstration on one's own computer.
 */
export function demoApi(
  { dialogues, people, entrance }: Pick<Services, 'dialogues' | 'people' | 'entrance'>,
  outside: Outside,
): Router {
  const router = Router()
  router.get('/api/demo', async (req, res) => {
    const shown = outside.demo && isAtThisComputer(req)
    const dialogue = shown ? (await dialogues.all()).find((each) => each.demo) : undefined
    if (!dialogue) return void res.status(404).json({ error: 'not_found' })
    const links = (await people.shown(dialogue.id)).map(
      ({ row: { role, detail, group }, name, url, table }) => ({
        role,
        detail: detail ?? group,
        name,
        url,
        table,
      }),
    )
    const reply: DemoReply = { title: dialogue.title, links }
    res.json(reply)
  })
  router.post('/api/demo/dialogue', async (req, res) => {
    if (!outside.demo || !isAtThisComputer(req) || !mayChange(req, outside)) return void res.sendStatus(404)
    const made = await dialogues.make({ ...EMPTY, people: [ORGANISER] })
    const [row] = made.people
    const secret = row && new URL(people.url(row)).pathname.split('/').at(-1)
    const came = await entrance.enter(secret ?? '', { name: '', takeOver: false }, null)
    if (!('cookie' in came)) return void res.sendStatus(503)
    letIn(res, outside, { person: came.person.id, secret: secret ?? '', value: came.cookie })
  })
  return router
}
