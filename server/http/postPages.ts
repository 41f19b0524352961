import { Router, type Request, type Response } from 'express'
import { isId } from '../../shared/dialogue/text.ts'
import type { Post } from '../dialogues/post.ts'
import { noMailPage, type NoMail } from '../mail/noMailPage.ts'
import { MAIL_SHEET, PRINT_SCRIPT } from '../mail/sheet.ts'
import type { Outside } from './outside.ts'
import { localeOf } from './page.ts'

const KEPT_SECONDS = 3_600

const file = (type: string, text: string) => (_req: Request, res: Response) => {
  res.setHeader('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
  res.type(type).send(text)
}

/** What stands beside mails and letters, for whoever has no login: how to stop mail, and how a letter looks. */
export function postPages(post: Post, { basePath }: Outside): Router {
  const router = Router()
  const show = (req: Request, res: Response, shown: NoMail) =>
    res
      .status(shown.state === 'wrong' ? 404 : 200)
      .type('html')
      .send(noMailPage(shown, localeOf(req), `${basePath}/post/stijl.css`))

  const asked = (stop: boolean) => async (req: Request, res: Response) => {
    const { person, seal } = { person: String(req.params['person']), seal: String(req.params['seal']) }
    const dialogue = isId(person) ? await post.noMail(person, seal, stop) : null
    if (!dialogue) return show(req, res, { state: 'wrong' })
    return show(req, res, { state: stop ? 'done' : 'asked', title: dialogue.title })
  }

  router.get('/post/stijl.css', file('css', MAIL_SHEET))
  router.get('/post/druk.js', file('js', PRINT_SCRIPT))
  router.get('/geen-mail/:person/:seal', asked(false))
  // a mail program presses for somebody without any page of ours (RFC 8058): what lets it is the address itself
  router.post('/geen-mail/:person/:seal', asked(true))
  return router
}
