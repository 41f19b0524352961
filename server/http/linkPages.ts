import express, { Router, type Request, type Response } from 'express'
import type { PageError } from '../../shared/protocol.ts'
import type { Entrance, Shut } from '../dialogues/entrance.ts'
import { createBuckets } from '../kit/bucket.ts'
import { cookieOf, letIn } from './access.ts'
import { mayChange } from './origin.ts'
import type { Outside } from './outside.ts'
import type { SendPage } from './page.ts'

/** Wrong links that one address gets a page for; a right link is let in whatever the others behind that address try. */
const WRONG_LINKS = { perSecond: 1, burst: 300 }

const STATUS: Record<PageError, number> = {
  unknown_link: 404,
  link_expired: 410,
  link_used: 410,
  taken_out: 410,
  open_link_again: 401,
  not_found: 404,
  forbidden: 403,
  broken: 503,
}

export const sendError = (send: SendPage, req: Request, res: Response, code: PageError): Promise<void> =>
  send(req, res, STATUS[code], { page: 'error', error: { code } })

const secretOf = (req: Request): string => String(req.params['secret'])

/** `/j/<secret>`: looking changes nothing, pressing the button lets in. */
export function linkPages({ look, enter }: Entrance, outside: Outside, send: SendPage): Router {
  const router = Router()
  const wrongLinks = createBuckets(WRONG_LINKS)

  /** Counted: whoever guesses for long gets no pages any more. */
  async function turnAway(req: Request, res: Response, { shut }: Shut): Promise<void> {
    if (shut === 'unknown_link' && !wrongLinks(req.ip ?? '').take())
      return void res.status(429).type('text/plain').send('429')
    return sendError(send, req, res, shut)
  }

  async function show(req: Request, res: Response, status = 200): Promise<void> {
    const found = await look(secretOf(req), cookieOf(req))
    if ('shut' in found) return turnAway(req, res, found)
    return send(req, res, status, { page: 'link', link: found.link })
  }

  async function goIn(req: Request, res: Response): Promise<void> {
    if (!mayChange(req, outside)) return sendError(send, req, res, 'forbidden')
    const wanted = { name: field(req, 'name').trim().slice(0, 200), takeOver: field(req, 'takeOver') !== '' }
    const came = await enter(secretOf(req), wanted, cookieOf(req))
    if ('shut' in came) return turnAway(req, res, came)
    if ('inUse' in came) return show(req, res, 409)
    letIn(res, outside, { person: came.person.id, secret: secretOf(req), value: came.cookie })
  }

  router.get('/j/:secret', (req, res) => show(req, res))
  router.post('/j/:secret', express.urlencoded({ extended: false, limit: '32kb', parameterLimit: 10 }), goIn)
  return router
}

/** One field of the form; '' when it is missing or there are several. */
function field(req: Request, name: string): string {
  const body: unknown = req.body
  if (typeof body !== 'object' || body === null) return ''
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : ''
}
