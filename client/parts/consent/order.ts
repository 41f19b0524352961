import { stillAsked } from '../../../shared/dialogue/consent/round.ts'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import { isHere, onPhone } from '../../../shared/dialogue/places.ts'
import { floorOf, nameOf, type RoomView } from '../../core/room/view.ts'

/** That somebody has answered, is asked now, or why not yet; never what (C2). */
export type Mark = 'answered' | 'now' | 'away' | 'phone' | 'again' | 'waits'

export interface Place {
  person: PersonId
  name: string
  me: boolean
  mark: Mark
}

/** Everybody who is asked, in the order of the round (C1). */
export function orderOf(view: RoomView): Place[] {
  const { consent } = floorOf(view)
  return (consent?.order ?? []).map((person) => ({
    person,
    name: nameOf(view, person),
    me: person === view.me,
    mark: markOf(view, person),
  }))
}

function markOf(view: RoomView, person: PersonId): Mark {
  const { consent, turn, round } = floorOf(view)
  if (consent?.answered.includes(person)) return 'answered'
  if (stillAsked(consent).includes(person) && turn?.person === person) return 'now'
  if (!isHere(view.state, person, view.present)) return 'away'
  if (onPhone(view.state, person)) return 'phone'
  return round?.passed.includes(person) ? 'again' : 'waits'
}
