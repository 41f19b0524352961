import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import type { MediaPass } from '../../shared/protocol.ts'
import { createLiveKitMedia, type LiveKitMedia } from '../../server/media/livekit.ts'
import { createSfu, type Sfu } from '../../server/media/sfu.ts'
import { findSfu, startSfu, type RunningSfu } from '../../server/start/sfu.mjs'
import type { MediaRoomRow, MediaRoomStore } from '../../server/store/store.ts'
import { lobby } from '../domain/support/world.ts'
import type { Step } from '../domain/support/sentence.ts'
import { joinAs, type Bot } from './bot.ts'

/** The state after these steps, as session `id`. */
export function stateAfter(steps: readonly (Step | Step[])[], id = 'ses'): SessionState {
  const told = steps.flat().reduce((so, step) => step(so), { world: lobby(), refused: null as string | null })
  if (told.refused) throw new Error(`refused: ${told.refused}`)
  return { ...told.world.state, id }
}

/** Names as the database keeps them: the first wins. */
export function roomsInMemory(): MediaRoomStore {
  const rows: (MediaRoomRow & { session: string })[] = []
  const named: MediaRoomStore['name'] = async (session, room, version, fresh) => {
    const found = rows.find(
      (row) => row.session === session && row.room === room && row.version === version && !row.replaced,
    )
    if (!found) rows.push({ session, room, version, name: fresh, replaced: false })
    return found?.name ?? fresh
  }
  return {
    name: named,
    all: async (session) => rows.filter((row) => row.session === session),
    async replace(name, fresh) {
      const found = rows.find((row) => row.name === name)
      if (!found) throw new Error('no such room')
      const { session, room, version } = found
      found.replaced = true
      return named(session, room, version, fresh)
    },
    async remove(name) {
      const index = rows.findIndex((row) => row.name === name)
      if (index >= 0) rows.splice(index, 1)
    },
  }
}

/** Something the media told, in order. */
export type Told =
  | { kind: 'available'; available: boolean }
  | { kind: 'speaking'; room: RoomId; people: PersonId[]; at: number }
  | { kind: 'muted'; room: RoomId; person: PersonId; atMs: number; at: number }
  | { kind: 'spoke'; room: RoomId; person: PersonId; startMs: number; endMs: number; at: number }
  | { kind: 'throughAir'; room: RoomId; people: PersonId[]; at: number }
  | { kind: 'measuring'; room: RoomId; measuring: boolean; atMs: number }
  | { kind: 'stray'; room: RoomId; person: PersonId; at: number }
  | { kind: 'renewed'; session: string; room: RoomId; at: number }
  | { kind: 'copied'; room: RoomId; person: PersonId; noticed: boolean; at: number }

export interface MediaWorld {
  sfu: RunningSfu
  /** Straight at the SFU, to see what is really so. */
  rooms: Sfu
  media: LiveKitMedia
  store: MediaRoomStore
  told: Told[]
  /** A pass for where the state seats this person, and a bot that uses it. */
  join(
    state: SessionState,
    person: PersonId,
    how?: { hears?: boolean; leadMs?: number },
  ): Promise<Bot & { pass: MediaPass }>
  /** The same for where they talk apart. */
  joinApart(state: SessionState, person: PersonId): Promise<Bot & { pass: MediaPass }>
  /** Nobody plays any more: it takes the time of this process, in which the server looks too. */
  rest(): void
  /** A second `Media` on the same rooms, as after a restart of the server. */
  restart(): Promise<void>
  stopSfu(): Promise<void>
  /** On the same port, with the same keys; it remembers no rooms. */
  startSfu(): Promise<void>
  close(): Promise<void>
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

export async function startMediaWorld(): Promise<MediaWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-sfu-'))
  const binary = await findSfu()
  const sfu = await startSfu({ binary, dir })
  let running = sfu
  // It runs detached, and a test that falls over closes nothing.
  const kill = () => void (running.alive() && process.kill(running.pid, 'SIGKILL'))
  process.once('exit', kill)
  const store = roomsInMemory()
  const told: Told[] = []
  const bots: Bot[] = []
  const open = async () => {
    const media = await createLiveKitMedia({ sfu, mediaRooms: store, log: quiet })
    media.on({
      available: (available) => void told.push({ kind: 'available', available }),
      speaking: (_session, room, people) =>
        void told.push({ kind: 'speaking', room, people, at: Date.now() }),
      muted: (_session, room, person, atMs) =>
        void told.push({ kind: 'muted', room, person, atMs, at: Date.now() }),
      spoke: (_session, room, person, startMs, endMs) =>
        void told.push({ kind: 'spoke', room, person, startMs, endMs, at: Date.now() }),
      throughAir: (_session, room, person, of) =>
        void told.push({ kind: 'throughAir', room, people: [person, of], at: Date.now() }),
      measuring: (_session, room, measuring, atMs) =>
        void told.push({ kind: 'measuring', room, measuring, atMs }),
      stray: (_session, room, person) => void told.push({ kind: 'stray', room, person, at: Date.now() }),
      renewed: (session, room) => void told.push({ kind: 'renewed', session, room, at: Date.now() }),
      copied: (_session, room, person, noticed) =>
        void told.push({ kind: 'copied', room, person, noticed, at: Date.now() }),
    })
    return media
  }
  async function enter(pass: MediaPass | null, person: PersonId, how?: { hears?: boolean; leadMs?: number }) {
    if (!pass) throw new Error(`${person} has no place`)
    const bot = Object.assign(await joinAs(pass.url, pass.token, how), { pass })
    bots.push(bot)
    return bot
  }
  const world: MediaWorld = {
    sfu,
    rooms: createSfu(sfu),
    media: await open(),
    store,
    told,
    join: async (state, person, how) => enter(await world.media.pass(state, person), person, how),
    joinApart: async (state, person) => enter(await world.media.passApart(state, person), person),
    rest: () => bots.forEach((bot) => bot.rest()),
    async restart() {
      await world.media.close()
      world.media = await open()
    },
    stopSfu: () => running.stop(),
    async startSfu() {
      running = await startSfu({ binary, dir, port: sfu.port, keys: sfu })
    },
    async close() {
      await Promise.allSettled(bots.map((bot) => bot.leave()))
      await world.media.close()
      await running.stop()
      process.off('exit', kill)
      rmSync(dir, { recursive: true, force: true })
    },
  }
  return world
}

/** A session of its own for each test, already known to the media. */
export function sessionsIn(world: MediaWorld) {
  let made = 0
  return (...steps: (Step | Step[])[]) => {
    const id = `ses_${(made += 1)}`
    const taken = steps.flat()
    const now = () => stateAfter(taken, id)
    world.media.follow(now())
    return {
      id,
      state: now,
      /** What happens next; the media follow. */
      goesOn(...more: (Step | Step[])[]): SessionState {
        taken.push(...more.flat())
        world.media.follow(now())
        return now()
      },
    }
  }
}
