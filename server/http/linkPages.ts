import express, { Router, type Request, type Response } from 'express'
import type { Entrance, Shut } from '../dialogues/entrance.ts'
import type { Invitations } from '../dialogues/invitations.ts'
import { createBuckets } from '../kit/bucket.ts'
import { qrSvg } from '../mail/qr.ts'
import type { DialogueRow } from '../store/store.ts'
import { cookieOf, letIn } from './access.ts'
import { askedFrom } from './network.ts'
import { mayChange } from './origin.ts'
import type { Outside } from './outside.ts'
import { field } from './form.ts'
import { sendError, type SendPage } from './page.ts'
import { sendCalendarOf } from './post.ts'

/** Wrong links that one address gets a page for; a right link is let in whatever the others behind that address try. */
const WRONG_LINKS = { perSecond: 1, burst: 300 }

interface LinkPages {
  entrance: Entrance
  invitations: Invitations
}

const secretOf = (req: Request): string => String(req.params['secret'])

/** `/j/<secret>`: looking changes nothing, pressing the button lets in. */
export function linkPages(
  { entrance: { look, enter, dialogueOf }, invitations }: LinkPages,
  outside: Outside,
  send: SendPage,
): Router {
  const router = Router()
  const wrongLinks = createBuckets(WRONG_LINKS)

  /** Counted: whoever guesses for long gets no pages any more. */
  async function turnAway(req: Request, res: Response, { shut }: Shut): Promise<void> {
    if (shut === 'unknown_link' && !wrongLinks(askedFrom(req)).take())
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

  /** Files that go with a link: for whoever has it, and looking uses nothing up. */
  const withLink =
    (give: (dialogue: DialogueRow, req: Request, res: Response) => unknown) =>
    async (req: Request, res: Response) => {
      const dialogue = await dialogueOf(secretOf(req))
      return dialogue ? give(dialogue, req, res) : turnAway(req, res, { shut: 'unknown_link' })
    }

  router.get(
    '/j/:secret/qr.svg',
    withLink((_dialogue, req, res) =>
      res.type('svg').send(qrSvg(`${outside.publicUrl}${outside.basePath}/j/${secretOf(req)}`)),
    ),
  )
  router.get(
    '/j/:secret/bijeenkomst.ics',
    withLink(async (dialogue, req, res) => sendCalendarOf(invitations, dialogue, req, res)),
  )
  router.get('/j/:secret', (req, res) => show(req, res))
  router.post('/j/:secret', express.urlencoded({ extended: false, limit: '32kb', parameterLimit: 10 }), goIn)
  return router
}
