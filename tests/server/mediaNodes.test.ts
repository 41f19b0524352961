import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHub } from '../../server/bus/hub.ts'
import { createLiveKitMedia, type LiveKitMedia } from '../../server/media/livekit.ts'
import { createSfu } from '../../server/media/sfu.ts'
import { shareLeases } from '../../server/media/sharedLeases.ts'
import type { GivenLease, MediaLeaseStore } from '../../server/store/nodeStore.ts'
import { findSfu, startSfu, type RunningSfu } from '../../server/start/sfu.mjs'
import type { MediaPass } from '../../shared/protocol.ts'
import { inPlenary, mode } from '../domain/support/sentence.ts'
import { joinAs, type Bot } from '../support/bot.ts'
import { roomsInMemory, stateAfter } from '../support/media.ts'
import { deaf } from '../support/nodes.ts'
import { until } from '../support/until.ts'

/** Several nodes at one SFU: one leads a session and watches over its rooms, and any of them gives passes. */
let dir: string
let sfu: RunningSfu
let opened: LiveKitMedia[] = []
const bots: Bot[] = []

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-sfu-'))
  sfu = await startSfu({ binary: await findSfu(), dir })
})
afterAll(async () => {
  await Promise.allSettled(bots.map((bot) => bot.leave()))
  await Promise.all(opened.map((media) => media.close()))
  await sfu.stop()
  rmSync(dir, { recursive: true, force: true })
})

function leasesInMemory(): MediaLeaseStore {
  let rows: (GivenLease & { session: string })[] = []
  const without = (gone: (row: (typeof rows)[number]) => boolean) =>
    void (rows = rows.filter((row) => !gone(row)))
  return {
    async give(session, lease) {
      without((row) => row.session === session && row.person === lease.person && row.apart === lease.apart)
      rows.push({ ...lease, session })
    },
    claim: async (identity, connection) =>
      rows.filter((row) => row.identity === identity).forEach((row) => (row.connection = connection)),
    end: async (identity) => without((row) => row.identity === identity),
    endAll: async (session, person) =>
      without((row) => row.session === session && (person === undefined || row.person === person)),
    has: async (identity) => rows.some((row) => row.identity === identity),
    all: async (session) => rows.filter((row) => row.session === session),
  }
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Two nodes that know of one another's leases, with hints or without. */
async function twoNodes(hints: boolean) {
  const hub = createHub()
  const leases = leasesInMemory()
  const mediaRooms = roomsInMemory()
  /** The sessions that the other one leads since. */
  const taken = new Set<string>()
  const node = async (isTaken: (session: string) => boolean) => {
    const bus = hub.join()
    const shared = shareLeases(leases, hints ? bus : deaf(bus))
    const ledElsewhere = (session: string) => Promise.resolve(isTaken(session))
    const media = await createLiveKitMedia({ sfu, mediaRooms, log: quiet, shared, ledElsewhere })
    opened.push(media)
    return media
  }
  const leads = await node((session) => taken.has(session))
  return { leads, other: await node(() => false), leases, mediaRooms, taken }
}

async function comesIn(pass: MediaPass | null): Promise<Bot> {
  const bot = await joinAs(pass?.url ?? '', pass?.token ?? '', { hears: false })
  bots.push(bot)
  return bot
}

/** Does the SFU let this one send sound? */
async function mayTalk({ room }: Bot): Promise<boolean> {
  const rooms = createSfu(sfu)
  const all = await Promise.all([...(await rooms.existing([]))].map((name) => rooms.participants(name)))
  const own = all.flat().find(({ identity }) => identity === room.localParticipant?.identity)
  return own?.sending.microphone ?? false
}

/** As long as it takes the node that leads to have looked at everything twice. */
const LOOKED_MS = 5_000

test.each([true, false])(
  'whoever has a pass of another node stays in the room; hints arrive: %s',
  async (hints) => {
    const { leads, other } = await twoNodes(hints)
    const state = stateAfter([inPlenary, mode('free')], `ses_stays_${hints}`)
    leads.follow(state)
    const bram = await comesIn(await other.pass(state, 'Bram'))
    const ans = await comesIn(await leads.pass(state, 'Ans'))
    await pause(LOOKED_MS)
    expect([bram.room.isConnected, ans.room.isConnected]).toEqual([true, true])
  },
)

test('one lease per person: a pass that is given at one node puts out the device that came in by the other', async () => {
  const { leads, other } = await twoNodes(true)
  const state = stateAfter([inPlenary, mode('free')], 'ses_one')
  leads.follow(state)
  const first = await comesIn(await other.pass(state, 'Bram'))
  const second = await comesIn(await leads.pass(state, 'Bram'))
  await until('the first is out', () => !first.room.isConnected)
  const third = await comesIn(await other.pass(state, 'Bram'))
  await until('the second is out', () => !second.room.isConnected)
  expect(third.room.isConnected).toBe(true)
})

test('whoever has no lease of any node is put out', async () => {
  const { leads, other } = await twoNodes(false)
  const state = stateAfter([inPlenary, mode('free')], 'ses_none')
  leads.follow(state)
  const bram = await comesIn(await other.pass(state, 'Bram'))
  await pause(LOOKED_MS)
  other.dismiss(state.id, 'Bram')
  await until('Bram is out', () => !bram.room.isConnected, 10_000)
})

test('when another node takes the lead everybody stays, and what they may send follows there', async () => {
  const { leads, other } = await twoNodes(true)
  const state = stateAfter([inPlenary], 'ses_over')
  leads.follow(state)
  const bram = await comesIn(await leads.pass(state, 'Bram'))
  leads.release(state.id)
  other.follow(state)
  const free = stateAfter([inPlenary, mode('free')], 'ses_over')
  other.follow(free)
  await until('Bram may talk', () => mayTalk(bram), 10_000)
  expect(bram.room.isConnected).toBe(true)
})

test('a node that was stopped and whose lead has lapsed meanwhile changes nothing at the SFU, and gives passes as any other', async () => {
  const { leads, other } = await twoNodes(false)
  const before = stateAfter([inPlenary], 'ses_lapsed')
  const free = stateAfter([inPlenary, mode('free')], 'ses_lapsed')
  let holds = true
  leads.follow(before, () => holds)
  const bram = await comesIn(await leads.pass(before, 'Bram'))
  holds = false
  other.follow(free)
  await until('Bram may talk', () => mayTalk(bram), 10_000)
  const ans = await comesIn(await other.pass(free, 'Ans'))
  // from here on nobody mends what the first would do on what it knows
  other.release(free.id)
  other.dismiss(free.id, 'Ans')
  await pause(LOOKED_MS)
  expect(await mayTalk(bram)).toBe(true)
  expect(ans.room.isConnected).toBe(true)
  const cees = await comesIn(await leads.pass(free, 'Cees'))
  await pause(LOOKED_MS)
  expect([await mayTalk(bram), await mayTalk(cees)]).toEqual([true, true])
})

test('a node that ends a session deletes none of its rooms once its lead has lapsed', async () => {
  const { leads, other, taken } = await twoNodes(true)
  const state = stateAfter([inPlenary], 'ses_ends_late')
  let holds = true
  leads.follow(state, () => holds)
  const bram = await comesIn(await leads.pass(state, 'Bram'))
  holds = false
  taken.add(state.id)
  other.follow(state)
  await leads.end(state.id)
  await pause(LOOKED_MS)
  expect(bram.room.isConnected).toBe(true)
})

test('a room that could not be deleted at the end is left alone once another node leads the session', async () => {
  const { leads, other, taken, mediaRooms } = await twoNodes(true)
  const state = stateAfter([inPlenary], 'ses_again')
  leads.follow(state)
  await until('it has a room', async () => (await mediaRooms.all(state.id)).length > 0)
  const { remove } = mediaRooms
  mediaRooms.remove = () => Promise.reject(new Error('the database is away'))
  await leads.end(state.id)
  taken.add(state.id)
  mediaRooms.remove = remove
  other.follow(state)
  const bram = await comesIn(await other.pass(state, 'Bram'))
  await pause(LOOKED_MS)
  expect(bram.room.isConnected).toBe(true)
})
