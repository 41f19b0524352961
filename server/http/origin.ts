import type { IncomingMessage } from 'node:http'
import type { Outside } from './outside.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Is this host name this very computer? */
export function isLoopback(host: string): boolean {
  const name = host === '::1' ? '[::1]' : host.replace(/:\d+$/, '').toLowerCase()
  return LOOPBACK.has(name) || /^127\.\d+\.\d+\.\d+$/.test(name)
}

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
]

/** It came through a proxy, so perhaps from anywhere. */
export const isForwarded = ({ headers }: IncomingMessage): boolean =>
  FORWARDED.some((name) => headers[name] !== undefined)

/** Somebody at this very computer, with nothing in between. */
export function isAtThisComputer(req: IncomingMessage): boolean {
  if (!isLoopback(req.headers.host ?? '')) return false
  if (isForwarded(req)) return false
  const from = req.socket.remoteAddress ?? ''
  return from === '::1' || from.startsWith('127.') || from.startsWith('::ffff:127.')
}

/**
 * Does the request come from a page of our own? Exactly the public origin; on somebody's own computer also the other
 * names of that computer, since people type "localhost" as well as the number.
 */
export function isOwnOrigin(origin: string | undefined, req: IncomingMessage, outside: Outside): boolean {
  if (origin === undefined) return false
  const own = new URL(outside.publicUrl)
  if (origin === own.origin) return true
  const host = req.headers.host ?? ''
  return isLoopback(own.host) && isLoopback(host) && origin === `${own.protocol}//${host}`
}

/** May this request change something? Browsers say where it comes from; what crossed a site's border is refused. */
export function mayChange(req: IncomingMessage, outside: Outside): boolean {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = req.headers
  // a form on a page without referrer says "null"; then the browser's own word above has to be there
  if (origin === undefined || origin === 'null') return site !== undefined
  return isOwnOrigin(origin, req, outside)
}
