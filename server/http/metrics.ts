import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Metrics } from '../metrics/metrics.ts'
import { isAtThisComputer } from './origin.ts'

/** Who may read the figures: whoever knows the token, or programs on this computer with nothing in between. */
export type MetricsAccess = { token: string } | 'loopback'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

function mayRead(req: Request, access: MetricsAccess): boolean {
  if (access === 'loopback') return isAtThisComputer(req)
  const [, given = ''] = /^Bearer (\S+)$/.exec(req.headers.authorization ?? '') ?? []
  return timingSafeEqual(digest(given), digest(access.token))
}

/** The figures; to everybody else it is an address like any that is not there. */
export const sendMetrics =
  (metrics: Metrics, access: MetricsAccess): RequestHandler =>
  async (req, res, next) => {
    if (!mayRead(req, access)) return next()
    res.type(metrics.contentType).send(await metrics.text())
  }
