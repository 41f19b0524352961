import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Services } from '../dialogues/services.ts'
import type { Visitors } from '../dialogues/visitors.ts'
import type { Readiness } from '../health/readiness.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { errorText } from '../kit/errorText.ts'
import { TooBusy } from '../kit/tooBusy.ts'
import { claimOf } from './access.ts'
import { demoApi } from './demo.ts'
import { createGuards } from './guards.ts'
import { headers } from './headers.ts'
import { codePages } from './codePages.ts'
import { sendMetrics, type MetricsAccess } from './metrics.ts'
import { linkPages } from './linkPages.ts'
import { isForwarded } from './origin.ts'
import type { Outside } from './outside.ts'
import { createPages, sendError, type SendPage } from './page.ts'
import { packedAssets } from './packedAssets.ts'
import { postPages } from './postPages.ts'
import { publicPages } from './publicPages.ts'
import { rest } from './rest.ts'

export interface RouterInput extends Services {
  outside: Outside
  visitors: Visitors
  /** Is what we need there? */
  readiness(): Promise<Readiness>
  figures?: { metrics: Metrics; access: MetricsAccess } | undefined
  log: Logger
}

/** Everything of ours over HTTP, to be mounted at the base path. Headers are set on our own routes only. */
export function createRouter({
  outside,
  visitors,
  readiness,
  figures,
  log,
  ...services
}: RouterInput): Router {
  const router = Router()
  const send = createPages(outside)

  router.use(headers(outside))
  router.get('/healthz', (_req, res) => void res.json({ ok: true }))
  router.get('/readyz', async (req, res) => {
    const found = await readiness()
    // whoever comes from outside learns no more than whether the app serves
    res.status(found.ready ? 200 : 503).json(isForwarded(req) ? { ready: found.ready } : found)
  })
  if (figures) router.get('/metrics', sendMetrics(figures.metrics, figures.access))
  router.use(
    '/assets',
    packedAssets(join(outside.clientDir, 'assets')),
    express.static(join(outside.clientDir, 'assets'), {
      index: false,
      redirect: false,
      fallthrough: true,
      setHeaders: (res) => res.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  router.use(demoApi(services, outside))
  router.use(publicPages(services, outside))
  router.use(postPages(services.post, outside))
  router.use(codePages({ ...services, log }, outside, send))
  router.use(linkPages(services, outside, send))
  router.use('/p/:person/api', rest(services, visitors, createGuards(visitors, outside), outside))
  router.get('/p/:person', async (req, res) => {
    const person = String(req.params.person)
    if (!req.path.endsWith('/'))
      return res.redirect(308, `${outside.basePath}/p/${encodeURIComponent(person)}/`)
    const visitor = await visitors.at(person, await claimOf(req, outside))
    if (!visitor) return sendError(send, req, res, 'open_link_again')
    return send(req, res, 200, { page: 'session', person })
  })
  router.get('/', async (req, res) => {
    const claim = await claimOf(req, outside)
    if ('host' in claim && claim.host !== null)
      return res.redirect(303, `${outside.basePath}/p/${encodeURIComponent(claim.host)}/`)
    return send(req, res, 200, { page: 'front' })
  })
  router.use(express.static(outside.clientDir, { index: false, redirect: false }))
  router.use((req, res) => sendError(send, req, res, 'not_found'))
  router.use(failed(log, send))
  return router
}

/** A request that could not be served: a sentence for people, a word for programs, nothing of the inside. */
function failed(log: Logger, send: SendPage): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const status = statusOf(error)
    if (status >= 500) {
      log.error({ error: errorText(error) }, 'a request failed')
    }
    if (res.headersSent) return next(error)
    if (error instanceof TooBusy) return void sayBusy(send, req, res).catch(next)
    if (req.path.includes('/api/') || status < 500) {
      return void res.status(status).json({ error: status < 500 ? 'malformed' : 'broken' })
    }
    return void sendError(send, req, res, 'broken').catch(next)
  }
}

/** A file is fetched by a link as often as by a program. */
async function sayBusy(send: SendPage, req: Request, res: Response): Promise<void> {
  res.setHeader('Retry-After', BUSY_SECONDS)
  if (req.accepts(['json', 'html']) === 'html') return sendError(send, req, res, 'busy')
  res.status(429).json({ error: 'busy' })
}
const BUSY_SECONDS = 60

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 503
  const { status } = error
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 503
}
