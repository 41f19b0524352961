import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { randomText } from '../kit/newId.ts'
import type { Outside } from './outside.ts'

/** The SFU answers on a WebSocket and on plain requests at the same address. */
function sfuOrigins(urls: readonly string[]): string[] {
  return urls.flatMap((url) => {
    const { host, protocol } = new URL(url)
    const secure = protocol === 'wss:' || protocol === 'https:'
    return secure ? [`wss://${host}`, `https://${host}`] : [`ws://${host}`, `http://${host}`]
  })
}

const nonces = new WeakMap<object, string>()

/** This answer's own number, for the styles that parts of the client add while running. */
export const nonceOf = (res: Response): string => nonces.get(res) ?? ''

/** Everything a browser is told not to do, on our own routes only. */
export function headers(outside: Outside): RequestHandler {
  const secure = outside.publicUrl.startsWith('https:')
  const strict = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_req, res) => `'nonce-${nonces.get(res) ?? ''}'`],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", ...new Set(sfuOrigins(outside.sfuUrls))],
        manifestSrc: ["'self'"],
        frameAncestors: outside.frameAncestors.length > 0 ? [...outside.frameAncestors] : ["'none'"],
        // the page names its own base, since it does not know where it is mounted
        baseUri: ["'self'"],
        formAction: ["'self'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: outside.frameAncestors.length > 0 ? false : { action: 'deny' },
  })
  return (req, res, next) => {
    nonces.set(res, randomText())
    res.setHeader(
      'Permissions-Policy',
      'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
    )
    res.setHeader('Cache-Control', 'no-store')
    strict(req, res, next)
  }
}
