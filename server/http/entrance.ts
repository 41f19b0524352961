import express, { Router, type Request, type Response } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { CLOSE, type Boot } from '../../shared/protocol.ts'
import { nameIn } from '../../shared/dialogue/names.ts'
import { documentRight } from '../../shared/dialogue/places.ts'
import type { PersonRow } from '../store/store.ts'
import { cookieHeader } from './access.ts'
import { hashOf, newCookie } from './links.ts'
import type { House } from './options.ts'
import { mayChange } from './origin.ts'
import type { SendPage } from './page.ts'

/** Wrong links a minute that one address gets a page for; a right link is let in whatever the others behind that address try. */
const WRONG_LINKS = 300

type BootError = NonNullable<Boot['error']>['code']

const STATUS: Record<BootError, number> = {
  unknown_link: 404,
  link_expired: 410,
  link_used: 410,
  open_link_again: 401,
  not_found: 404,
  forbidden: 403,
  broken: 503,
}

export const sendError = (send: SendPage, req: Request, res: Response, code: BootError): Promise<void> =>
  send(req, res, STATUS[code], { page: 'error', error: { code } })

/** Whoever leads has a link that works once; others can move to another device; in the demonstration all work always. */
function ruleFor({ role }: PersonRow, demo: boolean): 'once' | 'oneDevice' | 'often' {
  if (demo) return 'often'
  return role === 'organiser' || role === 'facilitator' ? 'once' : 'oneDevice'
}

/** Sign out whoever else is in as this person, on the control channel and at the texts. */
export async function signOut(house: House, person: PersonRow, code: number): Promise<void> {
  house.channel.evict(person.id, code)
  const session = await house.sessions.of(person.dialogue)
  if (!session) return
  house.media.dismiss(session.dialogue.session, person.id)
  await house.documents.recheck(person.dialogue, (id, table) =>
    id === person.id ? 'none' : documentRight(session.state(), id, table),
  )
}

/** `/j/<secret>`: looking changes nothing, pressing the button lets in. */
export function entrance(house: House, send: SendPage): Router {
  const router = Router()
  const wrong = new RateLimiterMemory({ points: WRONG_LINKS, duration: 60 })
  const { store, outside } = house

  async function linkBoot(person: PersonRow): Promise<Boot['link'] | null> {
    const dialogue = await store.people.dialogue(person.dialogue)
    if (!dialogue) return null
    const rule = ruleFor(person, dialogue.demo)
    const inUse =
      rule === 'often'
        ? house.channel.active(person.id)
        : rule === 'oneDevice' && (await store.people.hasLogin(person.id))
    const canRename = person.role === 'participant' || person.role === 'observer'
    return {
      name: await nameOf(person),
      title: dialogue.title,
      role: person.role,
      date: dialogue.startsAt,
      inUse,
      canRename,
    }
  }

  /** The name as it is shown now; people may have changed it when they came in. */
  async function nameOf(person: PersonRow): Promise<string> {
    const session = await house.sessions.of(person.dialogue)
    return nameIn(session?.state(), person)
  }

  /** Counted: whoever guesses for long gets no pages any more. */
  async function unknown(req: Request, res: Response): Promise<void> {
    const many = await wrong.consume(req.ip ?? '').then(
      () => false,
      () => true,
    )
    if (many) return void res.status(429).type('text/plain').send('429')
    return sendError(send, req, res, 'unknown_link')
  }

  async function look(req: Request, res: Response, status = 200): Promise<void> {
    const found = await store.people.byLink(hashOf(String(req.params['secret'])))
    if (!found) return unknown(req, res)
    if (!found.current) return sendError(send, req, res, 'link_expired')
    const link = await linkBoot(found.person)
    if (!link) return sendError(send, req, res, 'unknown_link')
    const dialogue = await store.people.dialogue(found.person.dialogue)
    if (found.used && !dialogue?.demo) return sendError(send, req, res, 'link_used')
    return send(req, res, status, { page: 'link', link })
  }

  async function goIn(req: Request, res: Response): Promise<void> {
    if (!mayChange(req, outside)) return sendError(send, req, res, 'forbidden')
    const hash = hashOf(String(req.params['secret']))
    const found = await store.people.byLink(hash)
    const dialogue = found && (await store.people.dialogue(found.person.dialogue))
    if (!found || !dialogue) return unknown(req, res)
    const { person } = found
    const takeOver = field(req, 'takeOver') !== ''
    const cookie = newCookie()
    const outcome = await store.people.redeem({
      link: hash,
      login: hashOf(cookie),
      at: house.now(),
      rule: ruleFor(person, dialogue.demo),
      takeOver,
    })
    if (outcome === 'inUse') return look(req, res, 409)
    if (outcome === 'used') return sendError(send, req, res, 'link_used')
    if (outcome === 'expired') return sendError(send, req, res, 'link_expired')
    if (outcome === 'unknown') return sendError(send, req, res, 'unknown_link')
    if (takeOver) await signOut(house, person, CLOSE.elsewhere)
    const session = await house.sessions.of(dialogue.id)
    const name = field(req, 'name').trim()
    const payload = name === '' ? {} : { name: name.slice(0, 200) }
    await session?.run({ actor: person.id, command: { type: 'join', payload }, commandId: null })
    res.setHeader('Set-Cookie', cookieHeader(outside, person.id, cookie))
    res.redirect(303, `${outside.basePath}/p/${person.id}/`)
  }

  router.get('/j/:secret', (req, res) => look(req, res))
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
