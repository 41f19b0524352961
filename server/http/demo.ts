import { Router, type Request } from 'express'
import type { DemoReply } from '../../shared/protocol.ts'
import type { Services } from '../dialogues/services.ts'
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
export function demoApi(
  { dialogues, people }: Pick<Services, 'dialogues' | 'people'>,
  demo: boolean,
): Router {
  const router = Router()
  router.get('/api/demo', async (req, res) => {
    const shown = demo && isAtThisComputer(req)
    const dialogue = shown ? (await dialogues.all()).find((each) => each.demo) : undefined
    if (!dialogue) return void res.status(404).json({ error: 'not_found' })
    const links = (await people.shown(dialogue.id)).map(({ row: { role, detail, group }, ...rest }) => ({
      role,
      detail: detail ?? group,
      ...rest,
    }))
    const reply: DemoReply = { title: dialogue.title, links }
    res.json(reply)
  })
  return router
}
