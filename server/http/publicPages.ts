import { Router, type Response } from 'express'
import type { Services } from '../dialogues/services.ts'
import { notPublic, publicPage } from '../exports/publicPage.ts'
import { PUBLIC_SCRIPT } from '../exports/publicScript.ts'
import { PUBLIC_SHEET } from '../exports/publicSheet.ts'
import type { Outside } from './outside.ts'

const SHEET_SECONDS = 3_600

/** Whoever keeps it asks each time whether it is still so: what is taken down is gone at once. */
const mayBeKept = (res: Response): void => void res.setHeader('Cache-Control', 'public, no-cache')

/** `/openbaar/<dialogue>`: for anybody, with no cookie and no script that it needs, once the organiser has published it (H4). */
export function publicPages(
  { publicPage: find, publicFiles }: Pick<Services, 'publicPage' | 'publicFiles'>,
  { basePath }: Outside,
): Router {
  const router = Router()
  const sheet = `${basePath}/openbaar/stijl.css`
  const script = `${basePath}/openbaar/voorlezen.js`
  const isNotThere = (res: Response): void => {
    res.setHeader('X-Robots-Tag', 'noindex')
    res.status(404).type('html').send(notPublic('nl', sheet))
  }

  router.get('/openbaar/stijl.css', (_req, res) => {
    res.setHeader('Cache-Control', `public, max-age=${SHEET_SECONDS}`)
    res.type('css').send(PUBLIC_SHEET)
  })
  router.get('/openbaar/voorlezen.js', (_req, res) => {
    res.setHeader('Cache-Control', `public, max-age=${SHEET_SECONDS}`)
    res.type('js').send(PUBLIC_SCRIPT)
  })
  router.get('/openbaar/:dialogue', async (req, res) => {
    const { dialogue } = req.params
    const found = await find(dialogue)
    if (!found) return isNotThere(res)
    if (!found.listed) res.setHeader('X-Robots-Tag', 'noindex')
    mayBeKept(res)
    const files = `${basePath}/openbaar/${encodeURIComponent(dialogue)}/afspraken`
    res.type('html').send(publicPage({ ...found, sheet, script, files }))
  })
  router.get('/openbaar/:dialogue/afspraken.:form', async (req, res) => {
    const { dialogue, form } = req.params
    const file = await publicFiles(dialogue, form)
    if (!file) return isNotThere(res)
    // it is the page that is found
    res.setHeader('X-Robots-Tag', 'noindex')
    mayBeKept(res)
    res.attachment(`afspraken.${form}`).type(file.type)
    res.send(typeof file.bytes === 'string' ? file.bytes : Buffer.from(file.bytes))
  })
  return router
}
