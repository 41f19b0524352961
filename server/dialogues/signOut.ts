import type { PersonId } from '../../shared/dialogue/model.ts'
import { textRights } from '../../shared/dialogue/agreements/textRights.ts'
import type { Documents } from '../documents/documents.ts'
import type { Channel } from '../live/channel.ts'
import type { Sessions } from '../live/sessions.ts'
import type { Media } from '../media/media.ts'
import type { PersonRow } from '../store/store.ts'

export interface Doors {
  channel: Channel
  sessions: Sessions
  media: Media
  documents: Documents
}
export type SignOut = (person: Pick<PersonRow, 'id' | 'dialogue'>, code: number) => Promise<void>

/** Sign out whoever is in as this person: on the control channel, in sound and picture, and at the texts. */
export function createSignOut({ channel, sessions, media, documents }: Doors): SignOut {
  return async ({ id: person, dialogue }, code) => {
    channel.evict(person, code)
    const session = await sessions.of(dialogue)
    if (!session) return
    media.dismiss(session.dialogue.session, person)
    const rightOf = (id: PersonId, table: string) =>
      id === person ? null : textRights(session.state(), id, table)
    await documents.recheck(dialogue, rightOf)
  }
}
