import { unheard, whoSaid, type Answer, type ConsentRound } from '../../../shared/dialogue/consent/round.ts'
import type { Group, PersonId } from '../../../shared/dialogue/model.ts'
import { floorOf, nameOf, type RoomView } from '../../core/room/view.ts'

export interface Voice {
  person: PersonId
  name: string
  me: boolean
  group: Group | null
  reason: string
  /** Who wrote it down, when it was said aloud (C5). */
  by: string | null
}

/** All answers, objections first; people and words, and never how many (C7). */
export interface Opened {
  objects: Voice[]
  aside: Voice[]
  canLive: Voice[]
  /** Asked, and not heard: no consent (C4). */
  unheard: Voice[]
  /** Nobody objects, stands aside or was missed. */
  everybody: boolean
}

/** Null until all reasons are open (C2). */
export function openedOf(view: RoomView): Opened | null {
  const { consent } = floorOf(view)
  if (consent?.step !== 'open') return null
  const said = (answer: Answer) => whoSaid(consent, answer).map((person) => voiceOf(view, consent, person))
  const found = {
    objects: said('objects'),
    aside: said('aside'),
    canLive: said('canLive'),
    unheard: unheard(consent).map((person) => voiceOf(view, consent, person)),
  }
  const others = [...found.objects, ...found.aside, ...found.unheard]
  return { ...found, everybody: others.length === 0 && found.canLive.length > 0 }
}

function voiceOf(view: RoomView, { answers }: ConsentRound, person: PersonId): Voice {
  const given = answers.find((answer) => answer.person === person)
  return {
    person,
    name: nameOf(view, person),
    me: person === view.me,
    group: view.state.people[person]?.group ?? null,
    reason: given?.reason ?? '',
    by: given?.by ? nameOf(view, given.by) : null,
  }
}
