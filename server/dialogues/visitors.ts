import type { PersonId } from '../../shared/dialogue/model.ts'
import { nameIn } from '../../shared/dialogue/people/names.ts'
import { isId } from '../../shared/dialogue/text.ts'
import type { MeReply } from '../../shared/protocol.ts'
import type { Documents } from '../documents/documents.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow, PersonRow, Store } from '../store/store.ts'
import { createGather } from '../kit/gather.ts'
import { hashOf } from './links.ts'

/** What a request says of who it is: the host's own word where it gives one, else our cookie. */
export type Claim = { host: PersonId | null } | { cookie: string | null }

/** Somebody who is who they say, at their own address. */
export interface Visitor {
  person: PersonRow
  dialogue: DialogueRow
  /** Hash of the cookie in hexadecimal, or whom the host's application let in and with which link. */
  login: string
}

/** Who is asking? */
export interface Visitors {
  /** Who is at this person's address? Null when the claim does not hold, or is somebody else's. Rejects when the database is away. */
  at(person: PersonId, claim: Claim): Promise<Visitor | null>
  /** Does this login still stand? Asked again while a socket stays open. */
  stands(login: string): Promise<boolean>
  /** The same, asked by itself: somebody may have been signed out this moment. */
  standsNow(login: string): Promise<boolean>
  /** What they are told of themselves and their dialogue. */
  about(visitor: Visitor): Promise<MeReply>
}

const HOST = 'host '
/** The host's word holds until the person's link is replaced. */
const isHosts = (login: string) => login.startsWith(HOST)
const hostLogin = ({ id, generation }: Pick<PersonRow, 'id' | 'generation'>) => `${HOST}${id} ${generation}`
/** Every open device is asked about every few seconds: those of this long go to the database together. */
const TOGETHER_MS = 250
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

export function createVisitors({ people }: Store, sessions: Sessions, documents: Documents): Visitors {
  async function known(claim: Claim): Promise<Pick<Visitor, 'person' | 'login'> | null> {
    if ('host' in claim) {
      const person = claim.host !== null && isId(claim.host) ? await people.person(claim.host) : null
      return person && !person.out ? { person, login: hostLogin(person) } : null
    }
    if (!claim.cookie) return null
    const hash = hashOf(claim.cookie)
    const person = await people.login(hash)
    return person && { person, login: hash.toString('hex') }
  }

  async function standing(logins: readonly string[]): Promise<ReadonlySet<string>> {
    const hashes = await people.standing(logins.map((login) => Buffer.from(login, 'hex')))
    return new Set(hashes.map((hash) => hash.toString('hex')))
  }
  async function hostStanding(logins: readonly string[]): Promise<ReadonlySet<string>> {
    const ids = logins.map((login) => login.split(' ')[1] ?? '')
    return new Set((await people.admitted(ids)).map(hostLogin))
  }
  const stands = createGather(TOGETHER_MS, standing)
  const hostStands = createGather(TOGETHER_MS, hostStanding)

  return {
    async at(id, claim) {
      if (!isId(id)) return null
      const found = await known(claim)
      if (found?.person.id !== id) return null
      const dialogue = await people.dialogue(found.person.dialogue)
      return dialogue && { ...found, dialogue }
    },
    stands: (login) => (isHosts(login) ? hostStands(login) : stands(login)),
    async standsNow(login) {
      const found = await (isHosts(login) ? hostStanding([login]) : standing([login]))
      return found.has(login)
    },
    async about({ person, dialogue }) {
      const state = (await sessions.of(dialogue.id))?.state()
      const epochs: MeReply['epochs'] = {}
      const tables = person.role === 'clerk' ? [] : (state?.tableOrder ?? [])
      for (const table of tables) epochs[table] = await documents.epoch(table, dialogue.id)
      const { id, title, startsAt, endsAt, demo, session } = dialogue
      const promise = state?.dialogue.promise ?? null
      return {
        person: { id: person.id, name: nameIn(state, person), role: person.role },
        dialogue: { id, title, date: iso(startsAt), until: iso(endsAt), promise },
        session,
        phase: state?.phase.name ?? 'lobby',
        epochs,
        demo,
      }
    },
  }
}
