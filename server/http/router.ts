import express, { Router, type ErrorRequestHandler } from 'express'
import { join } from 'node:path'
import { visitorOf } from './access.ts'
import { demoApi } from './demo.ts'
import { entrance, sendError } from './entrance.ts'
import { headers } from './headers.ts'
import type { House } from './options.ts'
import { createPages } from './page.ts'
import { rest } from './rest.ts'

/** Everything of ours over HTTP, to be mounted at the base path. Headers are set on our own routes only. */
export function createRouter(house: House): Router {
  const router = Router()
  const send = createPages(house.outside)

  router.use(headers(house.outside))
  router.get('/healthz', (_req, res) => void res.json({ ok: true }))
  router.get('/readyz', async (_req, res) => {
    const database = await house.store.ping().then(
      () => true,
      () => false,
    )
    res.status(database ? 200 : 503).json({ database, media: house.media.available() })
  })
  router.use(
    '/assets',
    express.static(join(house.outside.clientDir, 'assets'), {
      index: false,
      redirect: false,
      fallthrough: true,
      setHeaders: (res) => res.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  router.use(demoApi(house))
  router.use(entrance(house, send))
  router.use('/p/:person/api', rest(house))
  router.get('/p/:person', async (req, res) => {
    const person = String(req.params.person)
    if (!req.path.endsWith('/'))
      return res.redirect(308, `${house.outside.basePath}/p/${encodeURIComponent(person)}/`)
    const visitor = await visitorOf(house, req, person)
    if (!visitor) return sendError(send, req, res, 'open_link_again')
    return send(req, res, 200, { page: 'session', person })
  })
  router.get('/', async (req, res) => {
    const known = await house.outside.identify?.(req)
    if (known) return res.redirect(303, `${house.outside.basePath}/p/${encodeURIComponent(known.person)}/`)
    return send(req, res, 200, { page: 'front' })
  })
  router.use(express.static(house.outside.clientDir, { index: false, redirect: false }))
  router.use((req, res) => sendError(send, req, res, 'not_found'))
  router.use(failed(house, send))
  return router
}

/** A request that could not be served: a sentence for people, a word for programs, nothing of the inside. */
function failed(house: House, send: ReturnType<typeof createPages>): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const status = statusOf(error)
    if (status >= 500) {
      house.log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'a request failed')
    }
    if (res.headersSent) return next(error)
    if (req.path.includes('/api/') || status < 500) {
      return void res.status(status).json({ error: status < 500 ? 'malformed' : 'broken' })
    }
    return void sendError(send, req, res, 'broken').catch(next)
  }
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 503
  const { status } = error
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 503
}
