import type { PersonId } from '../../shared/dialogue/model.ts'
import { textRights } from '../../shared/dialogue/agreements/textRights.ts'
import type { Documents } from '../documents/documents.ts'
import type { Channel } from '../live/channel.ts'
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
 *
 * What is told may come late, when they are rightly in again: the stored logins decide who goes there. Of sound and picture nothing is told,
 * for which leases have ended is stored as well and the node that leads the session hears of it.
 */
export function createSignOut({ channel, sessions, media, documents, cluster }: Doors): SignOut {
  async function here(person: PersonId, dialogue: string) {
    const session = await sessions.of(dialogue)
    if (!session) return
    media.dismiss(session.dialogue.session, person)
    const rightOf = (id: PersonId, table: string) =>
      id === person ? null : textRights(session.state(), id, table)
    await documents.recheck(dialogue, rightOf)
  }

  cluster?.bus.subscribe(SIGNED_OUT, ({ person, code }) => {
    channel.evictLapsed(person, code).catch(() => undefined)
    documents.recheckLogins(person).catch(() => undefined)
  })

  return async ({ id: person, dialogue }, code) => {
    channel.evict(person, code)
    cluster?.bus.publish(SIGNED_OUT, { person, code })
    await here(person, dialogue)
  }
}
