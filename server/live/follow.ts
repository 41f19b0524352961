import { rightsMayDiffer } from '../../shared/dialogue/decisive.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { textRights } from '../../shared/dialogue/agreements/textRights.ts'
import type { Documents } from '../documents/documents.ts'
import type { Step } from './viewers.ts'

export interface FollowInput {
  state(): SessionState
  media: { follow(state: SessionState): unknown }
  documents: Pick<Documents, 'recheck'>
  failed(error: unknown): void
}

/** Sound, picture and texts follow what was stored; when they do not, what was stored stands all the same. */
export function createFollow({ state, media, documents, failed }: FollowInput) {
  return async (steps: readonly Step[]): Promise<void> => {
    try {
      media.follow(state())
      if (!steps.some(rightsMayDiffer)) return
      await documents.recheck(state().dialogue.id, (person, table) => textRights(state(), person, table))
    } catch (error) {
      failed(error)
    }
  }
}
