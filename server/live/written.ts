import type { PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import { placeOf, roomVersion } from '../../shared/dialogue/places.ts'
import { visibleRooms } from '../../shared/dialogue/project.ts'
import type { CaptionLine, Draft } from '../../shared/protocol.ts'
import type { Viewer } from './viewers.ts'

/** Whoever comes in later reads so many lines back. */
const KEPT_LINES = 30

/** Words that are read while they are written: kept in no log, and in memory as long as they are of use. */
export interface Written {
  /** What somebody types in their turn so far; nothing from anybody else, and nothing before the turn has begun. */
  draft(person: PersonId, turn: string, text: string): void
  /** What an interpreter writes in the room they are in. */
  caption(person: PersonId, text: string, done: boolean): void
}

interface Lane {
  /** Of the room: after the next split other people sit there. */
  version: number
  /** How many lines there were. */
  begun: number
  /** The line each interpreter is in now. */
  open: Map<PersonId, number>
  lines: CaptionLine[]
}

export function createWritten(viewers: ReadonlySet<Viewer>, state: () => SessionState) {
  const drafts = new Map<RoomId, Draft>()
  const lanes = new Map<RoomId, Lane>()

  const reads = ({ person }: Viewer, room: RoomId): boolean => visibleRooms(state(), person).includes(room)
  const readers = (room: RoomId, but: PersonId): Viewer[] =>
    [...viewers].filter((viewer) => viewer.person !== but && reads(viewer, room))

  const turnIn = (room: RoomId | null) => (room === null ? null : (state().floors[room]?.turn ?? null))

  function laneIn(room: RoomId): Lane {
    const version = roomVersion(state(), room)
    const found = lanes.get(room)
    if (found?.version === version) return found
    const fresh: Lane = { version, begun: 0, open: new Map(), lines: [] }
    lanes.set(room, fresh)
    return fresh
  }

  const written: Written = {
    draft(person, turn, text) {
      const room = placeOf(state(), person)
      const now = turnIn(room)
      if (room === null || now?.id !== turn || now.person !== person || now.state !== 'speaking') return
      const draft: Draft = { turn, person, text }
      drafts.set(room, draft)
      for (const viewer of readers(room, person)) viewer.send({ kind: 'draft', room, ...draft })
    },
    caption(person, text, done) {
      const room = placeOf(state(), person)
      if (room === null || state().people[person]?.role !== 'interpreter') return
      const lane = laneIn(room)
      const line: CaptionLine = { line: lane.open.get(person) ?? (lane.begun += 1), by: person, text }
      lane.open.set(person, line.line)
      if (done) lane.open.delete(person)
      lane.lines = [...lane.lines.filter((one) => one.line !== line.line), line].slice(-KEPT_LINES)
      for (const viewer of readers(room, person)) viewer.send({ kind: 'caption', room, ...line })
    },
  }
  return {
    ...written,
    /** A new viewer reads what is being written now, and what was written a moment ago. */
    greet(viewer: Viewer) {
      for (const [room, draft] of drafts) {
        if (turnIn(room)?.id !== draft.turn) drafts.delete(room)
        else if (draft.person !== viewer.person && reads(viewer, room))
          viewer.send({ kind: 'draft', room, ...draft })
      }
      for (const room of lanes.keys()) {
        if (!reads(viewer, room)) continue
        for (const line of laneIn(room).lines) viewer.send({ kind: 'caption', room, ...line })
      }
    },
  }
}
