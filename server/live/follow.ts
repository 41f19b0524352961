import type { SessionState } from '../../shared/dialogue/model.ts'
import { textRights } from '../../shared/dialogue/agreements/textRights.ts'
import type { Documents } from '../documents/documents.ts'
import type { Media } from '../media/media.ts'
import type { Step } from './viewers.ts'

/** What can move people between rooms or change what they may write. */
const PLACES = ['phase', 'seating', 'tables', 'people', 'attending', 'beside', 'shared', 'takenOut'] as const
export const movedIn = ({ before, after }: Step): boolean => PLACES.some((key) => before[key] !== after[key])

export interface FollowInput {
  state(): SessionState
  media: Pick<Media, 'follow'>
  documents: Pick<Documents, 'recheck'>
  failed(error: unknown): void
}

/** Sound, picture and texts follow what was stored; when they do not, what was stored stands all the same. */
export function createFollow({ state, media, documents, failed }: FollowInput) {
  return async (steps: readonly Step[]): Promise<void> => {
    try {
      media.follow(state())
      if (!steps.some((step) => movedIn(step) || step.before.agreements !== step.after.agreements)) return
      await documents.recheck(state().dialogue.id, (person, table) => textRights(state(), person, table))
    } catch (error) {
      failed(error)
    }
  }
}
