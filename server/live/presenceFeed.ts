import type { PersonId, SessionState } from '../../shared/dialogue/model.ts'
import { maySeePresence } from '../../shared/dialogue/project.ts'
import type { PresenceBook } from './presence.ts'
import type { Viewer } from './viewers.ts'

export interface PresenceFeedInput {
  viewers: ReadonlySet<Viewer>
  state(): SessionState
  presence: Pick<PresenceBook, 'of' | 'all'>
}

/** Who is there, told to each viewer as far as they may know. */
export function createPresenceFeed({ viewers, state, presence }: PresenceFeedInput) {
  return {
    /** Everybody this viewer may see. */
    sendAll(viewer: Viewer) {
      const people = presence.all().filter(({ person }) => maySeePresence(state(), viewer.person, person))
      viewer.send({ kind: 'presence', people, full: true })
    },
    /** This person came, went or changed. */
    tell(person: PersonId) {
      const found = presence.of(person)
      if (!found) return
      for (const viewer of viewers) {
        if (maySeePresence(state(), viewer.person, person)) {
          viewer.send({ kind: 'presence', people: [found], full: false })
        }
      }
    },
  }
}
