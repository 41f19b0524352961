import { Router } from 'express'
import type { PublicPage } from '../dialogues/publicPage.ts'
import { notPublic, publicPage } from '../exports/publicPage.ts'
import { PUBLIC_SHEET } from '../exports/publicSheet.ts'
import type { Outside } from './outside.ts'

/** Seconds. Short: what is taken down is to be gone. */
const PAGE_SECONDS = 60
const SHEET_SECONDS = 3_600

/** `/openbaar/<dialogue>`: for anybody, with no cookie and no script, once the organiser has published it (H4). */
export function publicPages(find: PublicPage, { basePath }: Outside): Router {
  const router = Router()
  const sheet = `${basePath}/openbaar/stijl.css`

  router.get('/openbaar/stijl.css', (_req, res) => {
    res.setHeader('Cache-Control', `public, max-age=${SHEET_SECONDS}`)
    res.type('css').send(PUBLIC_SHEET)
  })
  router.get('/openbaar/:dialogue', async (req, res) => {
    const found = await find(req.params.dialogue)
    if (!found?.listed) res.setHeader('X-Robots-Tag', 'noindex')
    if (!found) return void res.status(404).type('html').send(notPublic('nl', sheet))
    res.setHeader('Cache-Control', `public, max-age=${PAGE_SECONDS}`)
    res.type('html').send(publicPage({ ...found, sheet }))
  })
  return router
}
