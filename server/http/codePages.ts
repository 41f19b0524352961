import express, { Router, type Request, type Response } from 'express'
import { mailAddress } from '../../shared/dialogue/people/mail.ts'
import type { CodeTold } from '../../shared/protocol.ts'
import type { Entrance } from '../dialogues/entrance.ts'
import type { Post } from '../dialogues/post.ts'
import { errorText } from '../kit/errorText.ts'
import { createBucket, createBuckets } from '../kit/bucket.ts'
import { qrSvg } from '../mail/qr.ts'
import { field } from './form.ts'
import { askedFrom } from './network.ts'
import { mayChange } from './origin.ts'
import type { Outside } from './outside.ts'
import { sendError, type SendPage } from './page.ts'

/**
 * Wrong codes: from one address (of IPv6 one network), and from all together. There are some 280 thousand million codes, so at half a guess a second a
 * year of guessing finds one of a thousand people's with a chance of one in twenty. Right codes cost nothing: a hall full of
 * people behind one address comes in.
 */
const WRONG_FROM_ONE = { perSecond: 1 / 30, burst: 20 }
const WRONG_FROM_ALL = { perSecond: 1 / 2, burst: 200 }
/** Asking for one's link by mail: from one address, and to one. */
const ASKED_FROM_ONE = { perSecond: 1 / 60, burst: 10 }
const ASKED_FOR_ONE = { perSecond: 1 / 1_200, burst: 3 }

const STATUS: Record<CodeTold, number> = { wrong: 404, over: 410, often: 429, mailed: 200 }

interface CodePages {
  entrance: Pick<Entrance, 'byCode'>
  post: Post
  log: { warn(fields: object, text: string): void }
}

const typedIn = (req: Request): string => field(req, 'code').slice(0, 100)

/** `/code`: the code from a letter leads to the link of the same letter. It is pressed there, like the link itself. */
export function codePages({ entrance, post, log }: CodePages, outside: Outside, send: SendPage): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 10 })
  const fromAll = createBucket(WRONG_FROM_ALL)
  const fromOne = createBuckets(WRONG_FROM_ONE)
  const asking = createBuckets(ASKED_FROM_ONE)
  const askedFor = createBuckets(ASKED_FOR_ONE)

  const show = (req: Request, res: Response, told: CodeTold | null, typed = '') =>
    send(req, res, told ? STATUS[told] : 200, {
      page: 'code',
      code: { told, mails: outside.mails ?? false, typed },
    })

  /** Counted before it is looked up, so that many at once are no way round; given back when it was right. */
  async function find(req: Request): Promise<{ secret: string } | CodeTold> {
    const counted = [fromOne(askedFrom(req)), fromAll]
    if (!counted.every((bucket) => bucket.wait() === 0)) return 'often'
    for (const bucket of counted) bucket.spend()
    const found = await entrance.byCode(typedIn(req))
    if (typeof found !== 'string') for (const bucket of counted) bucket.spend(-1)
    return found
  }

  router.get('/code/qr.svg', (_req, res) =>
    res.type('svg').send(qrSvg(`${outside.publicUrl}${outside.basePath}/code`)),
  )
  router.get('/code', (req, res) => show(req, res, null))
  router.post('/code', form, async (req, res) => {
    if (!mayChange(req, outside)) return sendError(send, req, res, 'forbidden')
    const found = await find(req)
    if (typeof found === 'string') return show(req, res, found, typedIn(req))
    res.redirect(303, `${outside.basePath}/j/${found.secret}`)
  })
  router.post('/code/mail', form, async (req, res) => {
    if (!mayChange(req, outside)) return sendError(send, req, res, 'forbidden')
    if (!outside.mails || !asking(askedFrom(req)).take()) return show(req, res, 'often')
    const address = mailAddress(field(req, 'mail').slice(0, 300))
    // not waited for: how long it takes would tell whether anybody has this address
    if (address !== null && askedFor(address).take())
      post.sendLost(address).catch((error: unknown) => {
        log.warn({ error: errorText(error) }, 'a link that was asked for could not be sent')
      })
    return show(req, res, 'mailed')
  })
  return router
}
