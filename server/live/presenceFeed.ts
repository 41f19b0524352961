import type { PersonId, SessionState } from '../../shared/dialogue/model.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import { roomsWatched } from '../../shared/dialogue/project.ts'
import type { ServerFrame } from '../../shared/protocol.ts'
import type { PresenceBook } from './presence.ts'
import type { Viewer } from './viewers.ts'

/** Who comes, goes or changes within so long is told together: when a hall comes in, everybody changes several times. */
const WINDOW_MS = 50

type PresenceFrame = Extract<ServerFrame, { kind: 'presence' }>

/** Whom a viewer may know of. Viewers with the same `name` know of the same people. */
interface Sight {
  name: string
  people: ReadonlySet<PersonId>
}

/** Everybody's sight in this state, worked out once for all who have the same. */
function sightsIn(state: SessionState): (viewer: PersonId) => Sight {
  const known = new Map<string, Sight>()
  return (viewer) => {
    const rooms = roomsWatched(state, viewer)
    const place = placeOf(state, viewer)
    const alone = rooms !== 'all' && (place === null || !rooms.includes(place))
    const name = `${String(rooms)}${alone ? ` and ${viewer}` : ''}`
    const found = known.get(name)
    if (found) return found
    const people = state.order.filter((person) => {
      const where = placeOf(state, person)
      return person === viewer || rooms === 'all' || (where !== null && rooms.includes(where))
    })
    const sight = { name, people: new Set(people) }
    known.set(name, sight)
    return sight
  }
}

export interface PresenceFeedInput {
  viewers: ReadonlySet<Viewer>
  state(): SessionState
  presence: Pick<PresenceBook, 'of' | 'all'>
}

/** Who is there, told to each viewer as far as they may know. */
export interface PresenceFeed {
  /** To somebody who came in: everybody they may know of. */
  sendAll(viewer: Viewer): void
  /** This person came, went or changed. */
  tell(person: PersonId): void
  /** Who is in which room may have changed: whoever knows of others than before is told of all of them. */
  moved(): void
  close(): void
}

export function createPresenceFeed({ viewers, state, presence }: PresenceFeedInput): PresenceFeed {
  const changed = new Set<PersonId>()
  /** Whom each viewer was told of; by the name of a sight the one text that all who have it share. */
  const told = new WeakMap<Viewer, string>()
  const texts = new Map<string, string>()
  let waiting: NodeJS.Timeout | null = null

  const textOf = ({ name, people }: Sight): string => {
    const text = [...people].join(' ')
    if (texts.get(name) !== text) texts.set(name, text)
    return texts.get(name) ?? text
  }
  const full = ({ people }: Sight): PresenceFrame => ({
    kind: 'presence',
    people: presence.all().filter(({ person }) => people.has(person)),
    full: true,
  })
  const difference = ({ people }: Sight): PresenceFrame => ({
    kind: 'presence',
    people: [...changed].flatMap((person) => (people.has(person) ? (presence.of(person) ?? []) : [])),
    full: false,
  })

  /** One thing made for each sight, for all who have it. */
  function forEach<T>(make: (sight: Sight) => T, give: (viewer: Viewer, made: T) => void) {
    const sightOf = sightsIn(state())
    const made = new Map<Sight, T>()
    for (const viewer of viewers) {
      const sight = sightOf(viewer.person)
      const found = made.get(sight) ?? make(sight)
      made.set(sight, found)
      give(viewer, found)
    }
  }
  const tellChanged = () => {
    waiting = null
    forEach(difference, (viewer, frame) => void (frame.people.length > 0 && viewer.send(frame)))
    changed.clear()
  }

  return {
    sendAll(viewer) {
      const sight = sightsIn(state())(viewer.person)
      told.set(viewer, textOf(sight))
      viewer.send(full(sight))
    },
    tell(person) {
      changed.add(person)
      waiting ??= setTimeout(tellChanged, WINDOW_MS)
    },
    moved: () =>
      forEach(
        (sight) => ({ text: textOf(sight), frame: full(sight) }),
        (viewer, { text, frame }) => {
          if (told.get(viewer) === text) return
          told.set(viewer, text)
          viewer.send(frame)
        },
      ),
    close() {
      if (waiting) clearTimeout(waiting)
    },
  }
}
