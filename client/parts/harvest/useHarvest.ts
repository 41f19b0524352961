import { theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import type { AgreementId, SessionState } from '../../../shared/dialogue/model.ts'
import { announce } from '../ui/Announcer.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

/** What the organiser does to the set, by a menu, a key or a drag: the same commands, and each says what came of it. */
export interface Harvesting {
  busy: boolean
  /** Into the set, at its end or at this place. */
  take(id: AgreementId, place?: number): Promise<boolean>
  move(id: AgreementId, place: number): Promise<void>
  leaveOut(id: AgreementId): Promise<void>
  unmerge(id: AgreementId): Promise<void>
}

export function useHarvest(state: SessionState): Harvesting {
  const t = useT()
  const { busy, run } = useCommand()
  const title = (id: AgreementId): string =>
    state.agreements[id]?.presented?.words.title || t('agreement.untitled')
  return {
    busy: busy !== null,
    async take(id, place) {
      const last = theSet(state).length + 1
      if (!(await run('takeIntoSet', { agreement: id }))) return false
      const wanted = Math.min(place ?? last, last)
      if (wanted < last && !(await run('moveInSet', { agreement: id, place: wanted }))) return false
      announce(t('harvest.taken', { title: title(id), place: wanted }))
      return true
    },
    async move(id, place) {
      if (state.agreements[id]?.place === place) return
      if (await run('moveInSet', { agreement: id, place }))
        announce(t('harvest.moved', { title: title(id), place }))
    },
    async leaveOut(id) {
      if (await run('leaveOut', { agreement: id })) announce(t('harvest.leftOut', { title: title(id) }))
    },
    async unmerge(id) {
      await run('unmerge', { agreement: id })
    },
  }
}
