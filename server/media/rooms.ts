import type { RoomId, SessionId } from '../../shared/dialogue/model.ts'
import { randomText } from '../kit/newId.ts'
import type { MediaRoomStore } from '../store/store.ts'
import type { Sfu } from './sfu.ts'

/** A room of the dialogue, as it is in one split. */
export interface Place {
  room: RoomId
  version: number
}

/** `ahead`: about to be in use. Its SFU room is made beforehand, so that nobody waits for it; nobody is in it, and nobody listens. */
export interface WantedPlace extends Place {
  ahead: boolean
}

export const samePlace = (one: Place | null, other: Place | null): boolean =>
  one?.room === other?.room && one?.version === other?.version

/** Which SFU rooms a session has: names, making and deleting. Names are random and mean nothing (T3, threat 7). */
export interface RoomBook {
  /** These are in use, or will be in a moment; others are deleted after the overlap. */
  follow(places: WantedPlace[]): void
  /** The SFU room for this place, made if need be. Rejects with `MediaAway`. */
  make(room: RoomId, version: number): Promise<string>
  /** Names and makes what is in use and not there. `existing`: what the SFU has. Rejects with `MediaAway`. */
  mend(existing: Set<string>): Promise<void>
  /** The place behind a name, also of a room that is about to be deleted. */
  at(sfuRoom: string): Place | null
  /**
   * Another SFU room for this one's place, so that every token for it is worth nothing once people have come over: the overlap long both
   * are there. Null when it is not in use, or its place got another one a moment ago. Rejects with `MediaAway`.
   */
  renew(sfuRoom: string): Promise<Place | null>
  /** Another node named one: what is stored is read again at the next mending. */
  learn(): void
  /** All rooms that exist or should, by SFU name. */
  names(): string[]
  /** Those to be listened to: in use, or people are still coming over from them. */
  heard(): string[]
  /** Delete all, now. Rejects when one could not be deleted, once all were tried; it can be asked again. */
  deleteAll(): Promise<void>
  close(): void
}

/** One person must not be able to make everybody change rooms without end. */
const RENEW_MS = 10_000

export interface RoomDeps {
  session: SessionId
  /** Whether a room that is stored is for this book. */
  owns(room: RoomId): boolean
  sfu: Sfu
  store: MediaRoomStore
  overlapMs: number
  attempt(work: () => Promise<unknown>): void
  /** The rooms in use have changed. */
  onChange(): void
}

export function createRoomBook(deps: RoomDeps): RoomBook {
  const { session, owns, sfu, store, overlapMs, attempt, onChange } = deps
  /** By SFU name. */
  const known = new Map<string, Place>()
  const naming = new Map<string, Promise<string>>()
  const timers = new Map<string, NodeJS.Timeout>()
  /** By SFU name: another room has taken its place. */
  const replaced = new Set<string>()
  const closing = new Set<string>()
  /** When a place last got another room. */
  const renewedAt = new Map<string, number>()
  /** By SFU name: is being made, for all who ask meanwhile. */
  const making = new Map<string, Promise<void>>()
  let wanted: WantedPlace[] = []
  let loaded = false
  let begun = false

  const key = ({ room, version }: Place) => `${version} ${room}`
  const find = (place: Place) => wanted.find((one) => key(one) === key(place))
  const isWanted = (place: Place) => find(place) !== undefined
  const isAsBefore = (place: WantedPlace) => find(place)?.ahead === place.ahead
  const isHeard = (place: Place) => find(place)?.ahead === false
  const isInUse = (name: string, place: Place) => isWanted(place) && !replaced.has(name)
  const retireOthers = () => {
    for (const [name, place] of known) if (!isInUse(name, place)) retire(name, place)
  }

  function nameOf(place: Place): Promise<string> {
    const found = naming.get(key(place))
    if (found) return found
    const named = store.name(session, place.room, place.version, randomText()).then((name) => {
      known.set(name, place)
      return name
    })
    naming.set(key(place), named)
    named.catch(() => naming.delete(key(place)))
    return named
  }

  async function make(room: RoomId, version: number): Promise<string> {
    const name = await nameOf({ room, version })
    await create(name)
    return name
  }

  /** Many come at once at a split: the SFU is asked once for all of them. */
  function create(name: string): Promise<void> {
    const made = making.get(name) ?? sfu.createRoom(name).finally(() => making.delete(name))
    making.set(name, made)
    return made
  }

  /** Rooms named before this process began. */
  async function load() {
    if (loaded) return
    const rows = await store.all(session)
    for (const row of rows.filter(({ room }) => owns(room))) {
      const place = { room: row.room, version: row.version }
      known.set(row.name, place)
      if (row.replaced) replaced.add(row.name)
      else naming.set(key(place), Promise.resolve(row.name))
    }
    loaded = true
  }

  function retire(name: string, place: Place) {
    if (timers.has(name)) return
    timers.set(
      name,
      setTimeout(() => {
        timers.delete(name)
        if (!isInUse(name, place)) attempt(() => remove(name, place))
      }, overlapMs),
    )
  }

  async function remove(name: string, place: Place) {
    // the listener goes first: a room that is closed on it would be a gap in the measurement
    closing.add(name)
    onChange()
    await sfu.deleteRoom(name)
    await store.remove(name)
    known.delete(name)
    closing.delete(name)
    if (!replaced.delete(name)) naming.delete(key(place))
  }

  async function renew(name: string): Promise<Place | null> {
    const place = known.get(name)
    if (!place || !isInUse(name, place)) return null
    const last = renewedAt.get(key(place))
    if (last !== undefined && performance.now() - last < RENEW_MS) return null
    renewedAt.set(key(place), performance.now())
    const fresh = await store.replace(name, randomText())
    known.set(fresh, place)
    naming.set(key(place), Promise.resolve(fresh))
    replaced.add(name)
    onChange()
    await create(fresh)
    // counted from when people can come over
    retire(name, place)
    return place
  }

  async function open() {
    await load()
    await Promise.all(wanted.map(({ room, version }) => make(room, version)))
    retireOthers()
    onChange()
  }

  return {
    make,
    renew,
    follow(places) {
      if (begun && places.length === wanted.length && places.every(isAsBefore)) return
      // also when nothing is wanted: rooms from before this process are still to be retired
      begun = true
      wanted = places
      onChange()
      attempt(open)
    },
    async mend(existing) {
      await load()
      const names = await Promise.all(wanted.map(nameOf))
      await Promise.all(names.filter((name) => !existing.has(name)).map(create))
      retireOthers()
    },
    learn: () => void (loaded = false),
    at: (name) => known.get(name) ?? null,
    names: () => [...known.keys()],
    heard: () =>
      [...known].filter(([name, place]) => isHeard(place) && !closing.has(name)).map(([name]) => name),
    async deleteAll() {
      wanted = []
      onChange()
      loaded = false
      await load()
      const removed = await Promise.allSettled([...known].map(([name, place]) => remove(name, place)))
      for (const one of removed) if (one.status === 'rejected') throw one.reason
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
