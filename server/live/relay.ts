import type { PersonId, RoomId, SessionState, TableId } from '../../shared/dialogue/model.ts'
import { documentRight, openRooms, placeOf } from '../../shared/dialogue/places.ts'
import { visibleRooms } from '../../shared/dialogue/project.ts'
import { createCopyNotice, type Copy } from './copied.ts'
import type { Viewer } from './viewers.ts'

/** What is of the moment and in no log, passed on to whoever may know it. */
export interface Relay {
  speaking(room: RoomId, people: PersonId[]): void
  typing(person: PersonId, table: TableId, typing: boolean): void
  /** Somebody else took part with this person's sound and was put out. */
  copied(copy: Copy): void
  /** There is another SFU room behind this room. */
  renewed(room: RoomId): void
  mediaAvailable(available: boolean): void
}

export interface RelayInput {
  viewers: ReadonlySet<Viewer>
  state(): SessionState
  now(): number
}

interface Talk {
  /** To a new viewer: who talks. */
  greet(viewer: Viewer): void
  /** Who is in which room may have changed: whoever hears a room that they did not is told who talks there now. */
  moved(): void
}

export function createRelay({ viewers, state, now }: RelayInput): Relay & Talk {
  const talking = new Map<RoomId, PersonId[]>()
  /** The rooms each viewer has been told of since they hear them. */
  const heard = new WeakMap<Viewer, ReadonlySet<RoomId>>()
  const toldOfCopy = createCopyNotice(now)

  /** Who talks is shown in the room and to whoever follows it. */
  const hears = ({ person }: Viewer, room: RoomId): boolean =>
    placeOf(state(), person) === room || visibleRooms(state(), person).includes(room)

  function catchUp(viewer: Viewer, before: ReadonlySet<RoomId> | undefined) {
    const rooms = openRooms(state()).filter((room) => hears(viewer, room))
    heard.set(viewer, new Set(rooms))
    for (const room of rooms) {
      const people = talking.get(room) ?? []
      // who has just come knows of nobody yet
      if (before ? !before.has(room) : people.length > 0) viewer.send({ kind: 'speaking', room, people })
    }
  }

  return {
    greet: (viewer) => catchUp(viewer, undefined),
    moved() {
      const open = openRooms(state())
      for (const room of talking.keys()) if (!open.includes(room)) talking.delete(room)
      for (const viewer of viewers) catchUp(viewer, heard.get(viewer))
    },
    speaking(room, people) {
      talking.set(room, people)
      for (const viewer of viewers) if (hears(viewer, room)) viewer.send({ kind: 'speaking', room, people })
    },
    typing(person, table, typing) {
      if (documentRight(state(), person, table) !== 'write') return
      for (const viewer of viewers) {
        const reads = documentRight(state(), viewer.person, table) !== 'none'
        if (viewer.person !== person && reads) viewer.send({ kind: 'typing', table, person, typing })
      }
    },
    copied(copy) {
      for (const viewer of toldOfCopy(viewers, state(), copy))
        viewer.send({ kind: 'putOut', person: copy.person })
    },
    renewed(room) {
      for (const viewer of viewers)
        if (placeOf(state(), viewer.person) === room) viewer.send({ kind: 'renewed' })
    },
    mediaAvailable(available) {
      for (const viewer of viewers) viewer.send({ kind: 'media', available })
    },
  }
}
