import type { Role } from '../../shared/dialogue/model.ts'
import { codeHolds, readCode } from '../../shared/dialogue/people/code.ts'
import { nameIn } from '../../shared/dialogue/people/names.ts'
import { CLOSE, type Boot, type PageError } from '../../shared/protocol.ts'
import type { Channel } from '../live/channel.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow, PersonRow, Redemption, Store } from '../store/store.ts'
import { hashOf, newCookie, type Links } from './links.ts'
import type { SignOut } from './signOut.ts'

export interface Shut {
  shut: Extract<PageError, 'unknown_link' | 'link_expired' | 'taken_out'>
}

/** The way in with a personal link: looking changes nothing, pressing the button lets in. */
export interface Entrance {
  /** `cookie`: of whoever looks, where they came in with this link before. */
  look(secret: string, cookie: string | null): Promise<{ link: NonNullable<Boot['link']> } | Shut>
  /** What somebody is invited to with this link; null when it is none, or was replaced. */
  dialogueOf(secret: string): Promise<DialogueRow | null>
  /** The secret of the link that has this code now. `over`: the session it was for is. */
  byCode(typed: string): Promise<{ secret: string } | 'wrong' | 'over'>
  /** `inUse`: somebody is in with this link on another device, and nobody asked to take over. */
  enter(
    secret: string,
    wanted: { name: string; takeOver: boolean },
    cookie: string | null,
  ): Promise<{ person: PersonRow; cookie: string } | { inUse: true } | Shut>
}

const MAY_RENAME: readonly Role[] = ['participant', 'observer']

/** One device at a time, whatever the role: the link moves to another one. In the demonstration all work always. */
const ruleFor = ({ demo }: DialogueRow): Redemption['rule'] => (demo ? 'often' : 'oneDevice')

export interface EntranceInput {
  store: Store
  links: Links
  sessions: Sessions
  channel: Channel
  signOut: SignOut
  now(): number
}

export function createEntrance({ store, links, sessions, channel, signOut, now }: EntranceInput): Entrance {
  const { people } = store

  async function invited(secret: string) {
    const found = await people.byLink(hashOf(secret))
    const dialogue = found && (await people.dialogue(found.person.dialogue))
    return found && dialogue && { ...found, dialogue }
  }

  /** This browser is in already: it goes on as it is. */
  const isInside = async ({ id }: PersonRow, cookie: string): Promise<boolean> =>
    (await people.login(hashOf(cookie)))?.id === id

  const isInUse = async ({ id }: PersonRow, { demo }: DialogueRow): Promise<boolean> =>
    demo ? channel.active(id) : people.hasLogin(id)

  return {
    async look(secret, cookie) {
      const found = await invited(secret)
      if (!found) return { shut: 'unknown_link' }
      const { person, dialogue, current } = found
      if (person.out) return { shut: 'taken_out' }
      if (!current) return { shut: 'link_expired' }
      const inside = cookie !== null && (await isInside(person, cookie)) ? person.id : null
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
    async dialogueOf(secret) {
      const found = await invited(secret)
      return found?.current && !found.person.out ? found.dialogue : null
    },
    async byCode(typed) {
      const code = readCode(typed)
      const [person, another] = code === null ? [] : await people.byCode(links.codeHash(code))
      // two with the same one is next to impossible; then it lets in neither, for it might be the wrong one
      const dialogue = person && !another ? await people.dialogue(person.dialogue) : null
      if (!person || !dialogue) return 'wrong'
      return codeHolds(dialogue.endsAt, now()) ? { secret: links.secret(person) } : 'over'
    },
    async enter(secret, { name, takeOver }, cookie) {
      const found = await invited(secret)
      if (!found) return { shut: 'unknown_link' }
      const { person, dialogue, current } = found
      if (person.out) return { shut: 'taken_out' }
      if (cookie !== null && current && (await isInside(person, cookie))) return { person, cookie }
      const fresh = newCookie()
      const rule = ruleFor(dialogue)
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

const SHUT = { unknown: 'unknown_link', expired: 'link_expired' } as const
