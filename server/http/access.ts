import type { IncomingMessage } from 'node:http'
import type { PersonId } from '../../shared/dialogue/model.ts'
import { isId } from '../../shared/dialogue/text.ts'
import type { DialogueRow, PersonRow } from '../store/store.ts'
import { hashOf } from './links.ts'
import type { House, Outside } from './options.ts'

const COOKIE = 'dt'

/** Somebody who is who they say, at their own address. */
export interface Visitor {
  person: PersonRow
  dialogue: DialogueRow
  /** Hash of the cookie in hexadecimal, or 'host' when the host's application said who this is. */
  login: string
}

function cookieOf(req: IncomingMessage): string | null {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=')
    if (name === COOKIE && value) return value
  }
  return null
}

async function byCookie(
  house: House,
  req: IncomingMessage,
): Promise<{ person: PersonRow; login: string } | null> {
  const cookie = cookieOf(req)
  if (cookie === null) return null
  const hash = hashOf(cookie)
  const person = await house.store.people.login(hash)
  return person && { person, login: hash.toString('hex') }
}

async function byHost(
  house: House,
  req: IncomingMessage,
): Promise<{ person: PersonRow; login: string } | null> {
  const known = await house.outside.identify?.(req)
  const person = known && isId(known.person) ? await house.store.people.person(known.person) : null
  return person && { person, login: 'host' }
}

/** Who is at this person's address? Null when there is no valid cookie, or it is somebody else's. Rejects when the database is away. */
export async function visitorOf(
  house: House,
  req: IncomingMessage,
  person: PersonId,
): Promise<Visitor | null> {
  if (!isId(person)) return null
  const found = await (house.outside.identify ? byHost(house, req) : byCookie(house, req))
  if (found?.person.id !== person) return null
  const dialogue = await house.store.people.dialogue(found.person.dialogue)
  return dialogue && { ...found, dialogue }
}

/** Does this login still stand? Asked again while a socket stays open. */
export async function isValid(house: Pick<House, 'store'>, login: string): Promise<boolean> {
  return login === 'host' || (await house.store.people.login(Buffer.from(login, 'hex'))) !== null
}

/** The session cookie. It is bound to the person's own path, so that several people can sit in one browser. */
export function cookieHeader(outside: Outside, person: PersonId, value: string): string {
  const secure = outside.publicUrl.startsWith('https:')
  const framed = secure && outside.frameAncestors.length > 0
  return [
    `${COOKIE}=${value}`,
    `Path=${outside.basePath}/p/${person}/`,
    'HttpOnly',
    `Max-Age=${30 * 24 * 3_600}`,
    `SameSite=${framed ? 'None' : 'Lax'}`,
    ...(secure ? ['Secure'] : []),
    ...(framed ? ['Partitioned'] : []),
  ].join('; ')
}
