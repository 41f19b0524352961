import type { AgreementId } from '../../../shared/dialogue/model.ts'
import type { Carried, TouchDrag } from '../ui/useTouchDrag.ts'
import type { Put } from './drops.ts'

/** An agreement in a finger's hold, and the role it is of. */
interface Held {
  id: AgreementId
  role: string
}
export type CarriedCard = Carried<Held, Put>

export const heldCard: TouchDrag<Held, Put>['held'] = (on) => {
  const card = on.closest<HTMLElement>('[data-agreement]')
  const id = card?.dataset['agreement']
  const role = card?.closest<HTMLElement>('[data-zone]')?.dataset['role']
  const grip = card?.querySelector('.dt-harvest-grip')?.getBoundingClientRect()
  return id === undefined || role === undefined || !grip ? null : { thing: { id, role }, grip }
}

/** A card has a place before it and one after it only among those of its own role. */
const BESIDE = 0.25

export const overCard: TouchDrag<Held, Put>['overAt'] = (found, { y }, { id, role }) => {
  const list = found.closest<HTMLElement>('[data-zone]')
  if (!list) return null
  const zone = list.dataset['zone'] === 'set' ? 'set' : 'loose'
  const isOwn = list.dataset['role'] === role
  const card = found.closest<HTMLElement>('[data-agreement]')
  const key = card?.dataset['agreement']
  if (!card || key === undefined) return isOwn ? { id, zone, target: null } : null
  if (key === id) return null
  const { top, height } = card.getBoundingClientRect()
  const part = (y - top) / height
  const side = !isOwn ? 'on' : part < BESIDE ? 'before' : part > 1 - BESIDE ? 'after' : 'on'
  return { id, zone, target: { key, side } }
}
