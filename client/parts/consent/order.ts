import { stillAsked } from '../../../shared/dialogue/consent/round.ts'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import { onPhone } from '../../../shared/dialogue/places.ts'
import { standingOf, type Standing } from '../../core/room/standing.ts'
import { floorOf, nameOf, type RoomView } from '../../core/room/view.ts'

/** That somebody has answered, is asked now, or why not yet; never what (C2). */
export type Mark = 'answered' | 'now' | Exclude<Standing, 'here'> | 'phone' | 'again' | 'waits'

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
  const standing = standingOf(view.state, view.present, person)
  if (standing !== 'here') return standing
  if (onPhone(view.state, person)) return 'phone'
  return round?.passed.includes(person) ? 'again' : 'waits'
}

export const isAbsent = (mark: Mark): mark is Exclude<Standing, 'here'> => mark === 'away' || mark === 'never'
