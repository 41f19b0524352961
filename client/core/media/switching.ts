import type { PersonId, RoomId } from '../../../shared/dialogue/model.ts'
import type { MediaPass } from '../../../shared/protocol.ts'
import { NOTHING } from './connection.ts'
import type { Audience, Connect, Connection, ConnectionEvents, Sending } from './connection.ts'

/** Where the person's sound and picture should be: a room and the version of the SFU room behind it. */
export interface Place {
  room: RoomId
  version: number
}

const samePlace = (a: Place | null, b: Place | null): boolean =>
  a?.room === b?.room && a?.version === b?.version

/** Hearing may overlap on the way between plenary and table, never between two tables (T3). */
export const mayOverlap = (from: Place, to: Place): boolean =>
  (from.room === 'plenary') !== (to.room === 'plenary')

/** The old room may be heard this long after the move (T3 allows 2 s in all). */
const OVERLAP_MS = 1_500
const RETRY_MS = [250, 500, 1_000, 2_000, 4_000]

export interface Wishes {
  connect: Connect
  place(): Place | null
  /** `displaced`: the lease with which another connection took this device's place. */
  askPass(displaced?: string): Promise<MediaPass>
  /** Which connection with this lease is ours. */
  joined(lease: string, connection: string): void
  /** Somebody else came in with our pass; a fresh one puts them out. */
  displaced(): void
  hear(room: RoomId, person: PersonId): boolean
  /** About to be heard: connected beforehand, and silent. */
  expect(room: RoomId, person: PersonId): boolean
  see(room: RoomId, person: PersonId): boolean
  /** Whose picture is asked for fluently. */
  fluent?(person: PersonId): boolean
  /** Pictures of screens too. */
  screens?: boolean
  sending(place: Place): Sending
  /** Anything the screens show may have changed. */
  report(switching: Switching): void
}

export interface Switching {
  current: Connection | null
  leaving: Connection | null
  status: 'off' | 'connecting' | 'on' | 'trouble'
}

export interface Keeper {
  update(): void
  /** Behind the room the person is in there is another SFU room: come over to it as to another room. */
  renew(): void
  now(): Switching
  stop(): void
}

/**
 * Keeps this device in the room the person is seated in: make the new connection, move publishing, then break the old one.
 * It never gives up: whatever ends a connection, the loop asks for a fresh pass until the wish is met or gone.
 */
export function keepConnected(wishes: Wishes): Keeper {
  const state: Switching = { current: null, leaving: null, status: 'off' }
  let settling = false
  let stopped = false
  let failures = 0
  let displaced: string | undefined
  /** The current connection is trying again by itself. */
  let mends = false
  /** How often the SFU room was renewed, and how often it had been when the current connection was asked for. */
  let renewals = 0
  let renewalsThen = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const wish = () => (stopped ? null : wishes.place())
  const isIn = (target: Place | null) => samePlace(target, state.current && at(state.current))
  /** In the right room, and in the one that is behind it now. */
  const isThere = (target: Place | null) => isIn(target) && (!state.current || renewals === renewalsThen)

  function leave(connection: Connection | null): void {
    connection?.close()
    if (state.leaving === connection) state.leaving = null
    if (state.current === connection) state.current = null
  }

  function lost(connection: Connection, byAnother: boolean): void {
    const mattered = connection === state.current
    leave(connection)
    // the server may close the room that is being left before we do
    if (!mattered) return wishes.report(state)
    state.status = 'trouble'
    wishes.report(state)
    if (!byAnother) return later()
    displaced = connection.lease
    wishes.displaced()
    void settle()
  }

  /** Throws: whoever waits for it tries again. */
  function gone(connection: Connection, byAnother: boolean): never {
    connection.close()
    if (byAnother) {
      displaced = connection.lease
      wishes.displaced()
    }
    throw new Error('the connection was lost while it was made')
  }

  function later(): void {
    clearTimeout(retry)
    if (stopped) return
    retry = setTimeout(() => void settle(), RETRY_MS[Math.min(failures, RETRY_MS.length - 1)])
    failures += 1
  }

  async function move(target: Place): Promise<void> {
    const old = state.current
    // to the room that takes the place of this one everything sounds on
    const elsewhere = !isIn(target)
    if (old && elsewhere && !mayOverlap(at(old), target)) leave(old)
    if (elsewhere && state.status !== 'trouble') state.status = 'connecting'
    wishes.report(state)
    const renewalsNow = renewals
    const pass = await wishes.askPass(displaced)
    displaced = undefined
    /** While it is being made there is nothing yet to be lost: it counts once it is there. */
    const lostMeanwhile: boolean[] = []
    let made: Connection | null = null
    const events: ConnectionEvents = {
      changed: () => update(),
      trouble: (trouble) => {
        if (!made || state.current !== made) return
        mends = trouble
        state.status = trouble ? 'trouble' : 'on'
        wishes.report(state)
      },
      marked: (connection) => wishes.joined(pass.lease, connection),
      lost: (byAnother) => (made ? lost(made, byAnother) : void lostMeanwhile.push(byAnother)),
    }
    const next = await wishes.connect(pass, events, audienceIn(pass, wishes))
    if (lostMeanwhile.length > 0) return gone(next, lostMeanwhile.includes(true))
    made = next
    failures = 0
    if (state.current) {
      const leaving = state.current
      state.leaving = leaving
      setTimeout(() => (leave(leaving), wishes.report(state)), OVERLAP_MS)
      // what still goes wrong in it goes with it
      void leaving.send(NOTHING).catch(() => undefined)
    }
    state.current = next
    renewalsThen = renewalsNow
    mends = false
    state.status = 'on'
  }

  async function settle(): Promise<void> {
    if (settling) return
    settling = true
    try {
      for (let target = wish(); !isThere(target); target = wish()) {
        if (!target) {
          leave(state.leaving)
          leave(state.current)
          state.status = 'off'
          break
        }
        await move(target)
        const seatedElsewhere = samePlace(wish(), target) && !isIn(target)
        if (seatedElsewhere) break
      }
      // the way elsewhere failed, and is not wanted any more
      if (state.current && isThere(wish()) && !mends) state.status = 'on'
      apply()
    } catch {
      state.status = 'trouble'
      wishes.report(state)
      later()
    } finally {
      settling = false
    }
    if (behind()) later()
  }

  /** The server has seated us elsewhere than we think: our view of the session is behind; look again soon. */
  const behind = () => state.status === 'on' && !isThere(wish()) && !stopped

  function apply(): void {
    const { current } = state
    if (!current) return wishes.report(state)
    const place = at(current)
    // on the way to another room this one keeps sounding as it was, and sends nothing new
    if (samePlace(place, wish())) {
      current.receive(audienceIn(place, wishes))
      void current.send(wishes.sending(place)).catch(() => later())
    }
    wishes.report(state)
  }

  function update(): void {
    apply()
    if (!settling && !isThere(wish())) void settle()
  }

  return {
    update,
    renew() {
      renewals += 1
      update()
    },
    now: () => state,
    stop() {
      stopped = true
      clearTimeout(retry)
      leave(state.leaving)
      leave(state.current)
      state.status = 'off'
      wishes.report(state)
    },
  }
}

const at = (connection: Connection): Place => ({ room: connection.place, version: connection.version })

/** Whom this device takes in there, for as long as it belongs there. */
function audienceIn(place: Place, { place: now, hear, expect, see, screens, fluent }: Wishes): Audience {
  const here = (rule: Wishes['hear']) => (person: PersonId) =>
    samePlace(place, now()) && rule(place.room, person)
  return { hear: here(hear), expect: here(expect), see: here(see), screens, fluent }
}
