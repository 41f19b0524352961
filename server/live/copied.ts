import { leads } from '../../shared/dialogue/places.ts'
import type { PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import type { Viewer } from './viewers.ts'

/** Somebody took part with a copy of this person's pass (threat 1). `noticed`: the person's own device knows. */
export interface Copy {
  room: RoomId
  person: PersonId
  noticed: boolean
}

/** A device may say it as often as it likes; whoever leads the room is not kept from their work by it. */
const ONCE_MS = 10_000

/**
 * Who is told: whoever leads the room, the organiser, and the person where their device did not notice. With no device of theirs, here or
 * at another node (`elsewhere`), it may have been their own line that came back before them: it was put out all the same, and nobody is
 * alarmed.
 */
export function createCopyNotice(now: () => number) {
  const last = new Map<PersonId, number>()
  return (
    viewers: Iterable<Viewer>,
    state: SessionState,
    { room, person, noticed }: Copy,
    elsewhere: boolean,
  ): Viewer[] => {
    const all = [...viewers]
    if (!elsewhere && !all.some((viewer) => viewer.person === person)) return []
    const before = last.get(person)
    if (before !== undefined && now() - before < ONCE_MS) return []
    last.set(person, now())
    return all.filter((viewer) =>
      viewer.person === person
        ? !noticed
        : leads(state, viewer.person, room) || state.people[viewer.person]?.role === 'organiser',
    )
  }
}
