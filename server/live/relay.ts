import { asideOf, asideRoom } from '../../shared/dialogue/aside.ts'
import type { PersonId, RoomId, SessionState, TableId } from '../../shared/dialogue/model.ts'
import { documentRight, leads, openRooms, placeOf } from '../../shared/dialogue/places.ts'
import { visibleRooms } from '../../shared/dialogue/project.ts'
import { createCopyNotice, type Copy } from './copied.ts'
import { createHelped, type Helped } from './helped.ts'
import type { Viewer } from './viewers.ts'
import { createWritten, type Written } from './written.ts'

/** What is of the moment and in no log, passed on to whoever may know it. */
export interface Relay extends Written, Helped {
  speaking(room: RoomId, people: PersonId[]): void
  typing(person: PersonId, table: TableId, typing: boolean): void
  /** Somebody else took part with this person's sound and was put out. */
  copied(copy: Copy): void
  /** The devices of these two stand in one room. */
  throughAir(room: RoomId, person: PersonId, of: PersonId): void
  /** There is another SFU room behind this room. */
  renewed(room: RoomId): void
  mediaAvailable(available: boolean): void
}

export interface RelayInput {
  /** Is there a device of this person at another node? */
  elsewhere?(person: PersonId): boolean
  viewers: ReadonlySet<Viewer>
  state(): SessionState
  now(): number
}

/** Whoever leads has been told once, and needs a while to do something about it. */
const AIR_AGAIN_MS = 5 * 60_000

export interface Talk {
  /** To a new viewer what is so now: who talks, and to whoever helps or is helped what they told each other. */
  greet(viewer: Viewer): void
  /** What is known of the moment, told once more for a node that has just opened the session. */
  tellAgain(to: Pick<Relay, 'speaking' | 'callBack' | 'ownDevice' | 'apart'>): void
  /** Only what was typed in calls for help: a line that is known already changes nothing. */
  tellLinesAgain(to: Pick<Relay, 'apart'>): void
  /** Who is in which room may have changed: whoever hears a room that they did not is told who talks there now. */
  moved(): void
}

export function createRelay({ viewers, state, now, elsewhere = () => false }: RelayInput): Relay & Talk {
  const talking = new Map<RoomId, PersonId[]>()
  /** The rooms each viewer has been told of since they hear them. */
  const heard = new WeakMap<Viewer, ReadonlySet<RoomId>>()
  const written = createWritten(viewers, state)
  const toldOfAir = new Map<string, number>()
  const helped = createHelped(viewers, state)
  const toldOfCopy = createCopyNotice(now)

  /** Who talks is shown in the room and to whoever follows it. */
  const hears = ({ person }: Viewer, room: RoomId): boolean =>
    placeOf(state(), person) === room || visibleRooms(state(), person).includes(room)

  const isIn = ({ person }: Viewer, room: RoomId): boolean => {
    const call = asideOf(state(), person)
    return placeOf(state(), person) === room || (call !== null && asideRoom(call.person) === room)
  }

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
    ...written,
    ...helped,
    greet(viewer) {
      written.greet(viewer)
      catchUp(viewer, undefined)
      helped.greet(viewer)
    },
    tellLinesAgain: helped.tellLinesAgain,
    tellAgain(to) {
      for (const [room, people] of talking) to.speaking(room, people)
      helped.tellAgain(to)
    },
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
      for (const viewer of toldOfCopy(viewers, state(), copy, elsewhere(copy.person)))
        viewer.send({ kind: 'putOut', person: copy.person })
    },
    throughAir(room, person, of) {
      const people = [person, of].toSorted() as [PersonId, PersonId]
      const last = toldOfAir.get(people.join(' '))
      if (last !== undefined && now() - last < AIR_AGAIN_MS) return
      toldOfAir.set(people.join(' '), now())
      for (const viewer of viewers)
        if (leads(state(), viewer.person, room)) viewer.send({ kind: 'throughAir', people })
    },
    renewed(room) {
      for (const viewer of viewers) if (isIn(viewer, room)) viewer.send({ kind: 'renewed' })
    },
    mediaAvailable(available) {
      for (const viewer of viewers) viewer.send({ kind: 'media', available })
    },
  }
}
