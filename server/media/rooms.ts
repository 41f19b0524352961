import { randomBytes } from 'node:crypto'
import type { RoomId, SessionId } from '../../shared/dialogue/model.ts'
import type { MediaRoomStore } from '../store/store.ts'
import type { Sfu } from './sfu.ts'

/** A room of the dialogue, as it is in one split. */
export interface Place {
  room: RoomId
  version: number
}

/** Which SFU rooms a session has: names, making and deleting. Names are random and mean nothing (T3, threat 7). */
export interface RoomBook {
  /** These are in use; others are deleted after the overlap. */
  follow(places: Place[]): void
  /** The SFU room for this place, made if need be. Rejects with `MediaAway`. */
  make(room: RoomId, version: number): Promise<string>
  /** Names and makes what is in use and not there. `existing`: what the SFU has. Rejects with `MediaAway`. */
  mend(existing: Set<string>): Promise<void>
  /** The place behind a name, also of a room that is about to be deleted. */
  at(sfuRoom: string): Place | null
  /** All rooms that exist or should, by SFU name. */
  names(): string[]
  /** Those in use. */
  inUse(): string[]
  /** Delete all, now. */
  deleteAll(): Promise<void>
  close(): void
}

export interface RoomDeps {
  session: SessionId
  sfu: Sfu
  store: MediaRoomStore
  overlapMs: number
  attempt(work: () => Promise<unknown>): void
  /** The rooms in use have changed. */
  onChange(): void
}

export function createRoomBook({ session, sfu, store, overlapMs, attempt, onChange }: RoomDeps): RoomBook {
  /** By SFU name. */
  const known = new Map<string, Place>()
  const naming = new Map<string, Promise<string>>()
  const timers = new Map<string, NodeJS.Timeout>()
  let wanted: Place[] = []
  let loaded = false
  let begun = false

  const key = ({ room, version }: Place) => `${version} ${room}`
  const isWanted = (place: Place) => wanted.some((one) => key(one) === key(place))

  function nameOf(place: Place): Promise<string> {
    const found = naming.get(key(place))
    if (found) return found
    const fresh = randomBytes(16).toString('base64url')
    const named = store.name(session, place.room, place.version, fresh).then((name) => {
      known.set(name, place)
      return name
    })
    naming.set(key(place), named)
    named.catch(() => naming.delete(key(place)))
    return named
  }

  async function make(room: RoomId, version: number): Promise<string> {
    const name = await nameOf({ room, version })
    await sfu.createRoom(name)
    return name
  }

  /** Rooms named before this process began. */
  async function load() {
    if (loaded) return
    for (const { name, room, version } of await store.all(session)) {
      known.set(name, { room, version })
      naming.set(key({ room, version }), Promise.resolve(name))
    }
    loaded = true
  }

  function retire(name: string, place: Place) {
    if (timers.has(name)) return
    timers.set(
      name,
      setTimeout(() => {
        timers.delete(name)
        if (!isWanted(place)) attempt(() => remove(name, place))
      }, overlapMs),
    )
  }

  async function remove(name: string, place: Place) {
    await sfu.deleteRoom(name)
    await store.remove(name)
    known.delete(name)
    naming.delete(key(place))
  }

  async function open() {
    await load()
    await Promise.all(wanted.map(({ room, version }) => make(room, version)))
    for (const [name, place] of known) if (!isWanted(place)) retire(name, place)
    onChange()
  }

  return {
    make,
    follow(places) {
      if (begun && places.length === wanted.length && places.every(isWanted)) return
      // also when nothing is wanted: rooms from before this process are still to be retired
      begun = true
      wanted = places
      onChange()
      attempt(open)
    },
    async mend(existing) {
      await load()
      const names = await Promise.all(wanted.map(nameOf))
      await Promise.all(names.filter((name) => !existing.has(name)).map((name) => sfu.createRoom(name)))
      for (const [name, place] of known) if (!isWanted(place)) retire(name, place)
    },
    at: (name) => known.get(name) ?? null,
    names: () => [...known.keys()],
    inUse: () => [...known].filter(([, place]) => isWanted(place)).map(([name]) => name),
    async deleteAll() {
      wanted = []
      onChange()
      await load()
      await Promise.all([...known].map(([name, place]) => remove(name, place)))
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
