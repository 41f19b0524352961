import type { PersonId } from '../../shared/dialogue/model.ts'
import { textRights } from '../../shared/dialogue/agreements/textRights.ts'
import type { Documents } from '../documents/documents.ts'
import type { Channel } from '../live/channel.ts'
import type { LiveSession } from '../live/session.ts'
import type { Sessions } from '../live/sessions.ts'
import type { Media } from '../media/media.ts'
import type { Cluster } from '../nodes/cluster.ts'
import { SIGNED_OUT } from '../nodes/topics.ts'
import type { PersonRow } from '../store/store.ts'

export interface Doors {
  channel: Channel
  sessions: Sessions
  media: Media
  documents: Documents
  cluster: Cluster | null
}
export type SignOut = (person: Pick<PersonRow, 'id' | 'dialogue'>, code: number) => Promise<void>

/**
 * Sign out whoever is in as this person: on the control channel, in sound and picture, and at the texts. At the other nodes too; one
 * that is not told finds within seconds that the login no longer stands.
 */
export function createSignOut({ channel, sessions, media, documents, cluster }: Doors): SignOut {
  async function here(person: PersonId, dialogue: string, session: LiveSession | null) {
    if (!session) return
    media.dismiss(session.dialogue.session, person)
    const rightOf = (id: PersonId, table: string) =>
      id === person ? null : textRights(session.state(), id, table)
    await documents.recheck(dialogue, rightOf)
  }

  cluster?.bus.subscribe(SIGNED_OUT, ({ person, dialogue, code }) => {
    channel.evict(person, code)
    here(person, dialogue, sessions.running(dialogue)).catch(() => undefined)
  })

  return async ({ id: person, dialogue }, code) => {
    channel.evict(person, code)
    cluster?.bus.publish(SIGNED_OUT, { person, dialogue, code })
    await here(person, dialogue, await sessions.of(dialogue))
  }
}
