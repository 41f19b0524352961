import type { Role } from '../../shared/dialogue/model.ts'
import { nameIn } from '../../shared/dialogue/people/names.ts'
import { CLOSE, type Boot, type PageError } from '../../shared/protocol.ts'
import type { Channel } from '../live/channel.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow, PersonRow, Redemption, Store } from '../store/store.ts'
import { hashOf, newCookie } from './links.ts'
import type { SignOut } from './signOut.ts'

export interface Shut {
  shut: Extract<PageError, 'unknown_link' | 'link_expired' | 'link_used' | 'taken_out'>
}

/** The way in with a personal link: looking changes nothing, pressing the button lets in. */
export interface Entrance {
  /** `cookie`: of whoever looks, where they came in with this link before. */
  look(secret: string, cookie: string | null): Promise<{ link: NonNullable<Boot['link']> } | Shut>
  /** `inUse`: somebody is in with this link on another device, and nobody asked to take over. */
  enter(
    secret: string,
    wanted: { name: string; takeOver: boolean },
    cookie: string | null,
  ): Promise<{ person: PersonRow; cookie: string } | { inUse: true } | Shut>
}

const LEADS: readonly Role[] = ['organiser', 'facilitator']
const MAY_RENAME: readonly Role[] = ['participant', 'observer']

/** Whoever leads has a link that works once; others can move to another device; in the demonstration all work always. */
function ruleFor({ role }: PersonRow, { demo }: DialogueRow): Redemption['rule'] {
  if (demo) return 'often'
  return LEADS.includes(role) ? 'once' : 'oneDevice'
}

export interface EntranceInput {
  store: Store
  sessions: Sessions
  channel: Channel
  signOut: SignOut
  now(): number
}

export function createEntrance({ store, sessions, channel, signOut, now }: EntranceInput): Entrance {
  const { people } = store

  async function invited(secret: string) {
    const found = await people.byLink(hashOf(secret))
    const dialogue = found && (await people.dialogue(found.person.dialogue))
    return found && dialogue && { ...found, dialogue }
  }

  /** This browser is in already: it goes on as it is. */
  const isInside = async ({ id }: PersonRow, cookie: string): Promise<boolean> =>
    (await people.login(hashOf(cookie)))?.id === id

  const isInUse = async (person: PersonRow, dialogue: DialogueRow): Promise<boolean> => {
    const rule = ruleFor(person, dialogue)
    return rule === 'often' ? channel.active(person.id) : rule === 'oneDevice' && people.hasLogin(person.id)
  }

  return {
    async look(secret, cookie) {
      const found = await invited(secret)
      if (!found) return { shut: 'unknown_link' }
      const { person, dialogue, current, used } = found
      if (person.out) return { shut: 'taken_out' }
      if (!current) return { shut: 'link_expired' }
      const inside = cookie !== null && (await isInside(person, cookie)) ? person.id : null
      if (used && inside === null && !dialogue.demo) return { shut: 'link_used' }
      const { title, startsAt: date } = dialogue
      const inUse = inside === null && (await isInUse(person, dialogue))
      const state = (await sessions.of(dialogue.id))?.state()
      // they may have changed their name when they came in
      const name = nameIn(state, person)
      const { role } = person
      const canRename = inside === null && MAY_RENAME.includes(role)
      const promise = state?.dialogue.promise ?? null
      return { link: { name, title, role, date, promise, inside, inUse, canRename } }
    },
    async enter(secret, { name, takeOver }, cookie) {
      const found = await invited(secret)
      if (!found) return { shut: 'unknown_link' }
      const { person, dialogue, current } = found
      if (person.out) return { shut: 'taken_out' }
      if (cookie !== null && current && (await isInside(person, cookie))) return { person, cookie }
      const fresh = newCookie()
      const rule = ruleFor(person, dialogue)
      const login = { link: hashOf(secret), login: hashOf(fresh), at: now() }
      const outcome = await people.redeem({ ...login, rule, takeOver })
      if (outcome === 'inUse') return { inUse: true }
      if (outcome !== 'ok') return { shut: SHUT[outcome] }
      if (takeOver) await signOut(person, CLOSE.elsewhere)
      const session = await sessions.of(dialogue.id)
      const payload = name === '' ? {} : { name }
      await session?.run({ actor: person.id, command: { type: 'join', payload }, commandId: null })
      return { person, cookie: fresh }
    },
  }
}

const SHUT = { unknown: 'unknown_link', expired: 'link_expired', used: 'link_used' } as const
