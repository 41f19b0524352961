import { createHash } from 'node:crypto'
import { codeWords } from '../../shared/dialogue/people/code.ts'
import type { PersonId } from '../../shared/dialogue/model.ts'
import { nameIn } from '../../shared/dialogue/people/names.ts'
import { calendarFile } from '../../shared/dialogue/session/calendar.ts'
import type { Locale } from '../../shared/protocol.ts'
import type { Sessions } from '../live/sessions.ts'
import type { Invited } from '../mail/invitation.ts'
import { sayingMail } from '../mail/words.ts'
import type { DialogueRow, PersonRow, Store } from '../store/store.ts'
import type { Links } from './links.ts'

/** What people of a dialogue have to know to come in, for mails and letters alike. */
export interface Invitations {
  /** These people, or everybody, in the order of the list; the name is the one they go by now. */
  of(dialogue: DialogueRow, people?: readonly PersonId[]): Promise<(Invited & { row: PersonRow })[]>
  /** The session as a calendar file, the same for everybody; null when it has no date. */
  calendar(dialogue: DialogueRow, locale: Locale): Promise<string | null>
}

export interface InvitationsInput {
  store: Pick<Store, 'people' | 'mail'>
  links: Links
  sessions: Sessions
  /** Whom to call for help. */
  phone: string | null
  now(): number
}

export function createInvitations({ store, links, sessions, phone, now }: InvitationsInput): Invitations {
  const codeUrl = links.codeUrl.replace(/^https:\/\//, '')
  return {
    async of({ id, title, startsAt, endsAt }, people) {
      const state = (await sessions.of(id))?.state()
      const rows = (await store.people.people(id)).filter(
        (row) => !row.out && (people?.includes(row.id) ?? true),
      )
      return rows.map((row) => ({
        row,
        name: nameIn(state, row),
        title,
        startsAt,
        endsAt,
        url: links.url(row),
        code: codeWords(links.code(row)),
        codeUrl,
        phone,
      }))
    },
    async calendar({ id, session, title, startsAt, endsAt }, locale) {
      if (startsAt === null) return null
      const { host } = new URL(links.codeUrl)
      return calendarFile({
        // the session's own id stays inside
        uid: `${createHash('sha256').update(session).digest('hex').slice(0, 32)}@${host}`,
        sequence: await store.mail.edits(id),
        startsAt,
        endsAt,
        at: now(),
        title,
        description: sayingMail(locale)('calendar', { address: codeUrl }),
        url: links.codeUrl,
      })
    },
  }
}
