import { parseCookie, stringifySetCookie } from 'cookie'
import type { IncomingMessage } from 'node:http'
import type { PersonId } from '../../shared/dialogue/model.ts'
import type { Claim } from '../dialogues/visitors.ts'
import type { Outside } from './outside.ts'

const COOKIE = 'dt'

export async function claimOf(req: IncomingMessage, { identify }: Outside): Promise<Claim> {
  if (!identify) return { cookie: parseCookie(req.headers.cookie ?? '')[COOKIE] ?? null }
  return { host: (await identify(req))?.person ?? null }
}

/** The session cookie. It is bound to the person's own path, so that several people can sit in one browser. */
export function cookieHeader(outside: Outside, person: PersonId, value: string): string {
  const secure = outside.publicUrl.startsWith('https:')
  const framed = secure && outside.frameAncestors.length > 0
  return stringifySetCookie({
    name: COOKIE,
    value,
    path: `${outside.basePath}/p/${person}/`,
    httpOnly: true,
    maxAge: 30 * 24 * 3_600,
    sameSite: framed ? 'none' : 'lax',
    secure,
    partitioned: framed,
  })
}
