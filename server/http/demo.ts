import { Router, type Request } from 'express'
import { nameIn } from '../../shared/dialogue/names.ts'
import type { DemoReply } from '../../shared/protocol.ts'
import type { PersonRow } from '../store/store.ts'
import type { House } from './options.ts'
import { isLoopback } from './origin.ts'

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
]

/** All links on one page: only for somebody at this very computer, with nothing in between. */
function isAtThisComputer(req: Request): boolean {
  if (!isLoopback(req.headers.host ?? '')) return false
  if (FORWARDED.some((name) => req.headers[name] !== undefined)) return false
  const from = req.socket.remoteAddress ?? ''
  return from === '::1' || from.startsWith('127.') || from.startsWith('::ffff:127.')
}

/** `GET api/demo`: everybody's link. A plain 404 whenever this is not a demonstration on one's own computer. */
export function demoApi(house: House): Router {
  const router = Router()
  router.get('/api/demo', async (req, res) => {
    const shown = house.outside.demo && isAtThisComputer(req)
    const dialogue = shown ? (await house.store.people.dialogues()).find((each) => each.demo) : undefined
    if (!dialogue) return void res.status(404).json({ error: 'not_found' })
    const people = await house.store.people.people(dialogue.id)
    const session = await house.sessions.of(dialogue.id)
    const row = (person: PersonRow): DemoReply['links'][number] => ({
      role: person.role,
      name: nameIn(session?.state(), person),
      url: house.links.url(person),
      detail: person.detail ?? person.group,
    })
    const reply: DemoReply = { title: dialogue.title, links: people.map(row) }
    res.json(reply)
  })
  return router
}
