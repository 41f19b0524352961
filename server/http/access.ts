import { parseCookie, stringifySetCookie } from 'cookie'
import type { Response } from 'express'
import type { IncomingMessage } from 'node:http'
import type { PersonId } from '../../shared/dialogue/model.ts'
import type { Claim } from '../dialogues/visitors.ts'
import type { Outside } from './outside.ts'

const COOKIE = 'dt'

interface Entered {
  person: PersonId
  /** Of the link they came in with. */
  secret: string
  value: string
}

export async function claimOf(req: IncomingMessage, { identify }: Outside): Promise<Claim> {
  if (!identify) return { cookie: cookieOf(req) }
  return { host: (await identify(req))?.person ?? null }
}

/** Our cookie, where a browser sends it to this path. */
export const cookieOf = (req: IncomingMessage): string | null =>
  parseCookie(req.headers.cookie ?? '')[COOKIE] ?? null

/**
 * To their own page, with the session cookie. It is bound to the person's own path, so that several people can sit in one browser, and to their link, which so
 * knows the browser that is in already.
 */
export function letIn(res: Response, outside: Outside, entered: Entered): void {
  signIn(res, outside, entered)
  res.redirect(303, `${outside.basePath}/p/${entered.person}/`)
}

/** The same without leaving the page that they are at. */
export function signIn(res: Response, outside: Outside, { person, secret, value }: Entered): void {
  res.setHeader('Set-Cookie', [
    cookieHeader(outside, `/p/${person}/`, value),
    cookieHeader(outside, `/j/${secret}`, value),
  ])
}

function cookieHeader(outside: Outside, path: string, value: string): string {
  const secure = outside.publicUrl.startsWith('https:')
  const framed = secure && outside.frameAncestors.length > 0
  return stringifySetCookie({
    name: COOKIE,
    value,
    path: outside.basePath + path,
    httpOnly: true,
    maxAge: 30 * 24 * 3_600,
    sameSite: framed ? 'none' : 'lax',
    secure,
    partitioned: framed,
  })
}
