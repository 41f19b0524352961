import { setTimeout as pause } from 'node:timers/promises'
import { RoomEvent } from '@livekit/rtc-node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personGrant } from '../../server/media/grants.ts'
import type { PersonId, SessionState } from '../../shared/dialogue/model.ts'
import { inPlenary, leaves, mode } from '../domain/support/sentence.ts'
import { joinAs, tone, type Bot } from '../support/bot.ts'
import { sessionsIn, startMediaWorld, type MediaWorld } from '../support/media.ts'
import { until } from '../support/until.ts'

/** Threat 25: the SFU renews the token of whoever is in, so an old one lets people in long after their right to be there ended. */
let world: MediaWorld
let session: ReturnType<typeof sessionsIn>
beforeAll(async () => {
  world = await startMediaWorld()
  session = sessionsIn(world)
})
afterAll(() => world.close())

const renewals = (id: string) => world.told.filter((one) => one.kind === 'renewed' && one.session === id)

/** One that is put out while it is still coming in may not say so for long, and is not waited for. */
const PATIENCE_MS = 4_000

/** Comes in again each second with this token. Resolves with how long they were in, all together, and when last. */
async function keepsTrying(token: () => string | Promise<string>, forMs: number) {
  const began = Date.now()
  let insideMs = 0
  let entries = 0
  let lastMs = 0
  async function tryOnce() {
    const bot = await joinAs(world.sfu.url, await token())
    const since = Date.now()
    entries += 1
    lastMs = since - began
    if (bot.room.isConnected) await new Promise((out) => bot.room.once(RoomEvent.Disconnected, out))
    insideMs += Date.now() - since
  }
  while (Date.now() - began < forMs) {
    const next = pause(1_000)
    await Promise.race([tryOnce().catch(() => undefined), pause(PATIENCE_MS)])
    await next
  }
  return { insideMs, entries, lastMs }
}

/** Somebody who comes over when the room is renewed, as the product's client does: first the new room, then out of the old one. */
async function resident(id: string, state: () => SessionState, person: PersonId, speaks = false) {
  let bot: Bot = await world.join(state(), person)
  const speak = async (one: Bot) => {
    if (!speaks) return
    await one.publish()
    one.play(tone(40))
  }
  await speak(bot)
  let seen = renewals(id).length
  const old: Bot[] = []
  let stopped = false
  const following = (async () => {
    while (!stopped) {
      await pause(50)
      if (renewals(id).length === seen) continue
      seen = renewals(id).length
      const next = await world.join(state(), person)
      old.push(bot)
      if (speaks) await bot.unpublish().catch(() => undefined)
      await speak(next)
      bot = next
    }
  })()
  return {
    /** Heard now, in the room or in the one it is coming from. */
    hears: async (ms: number) => {
      const levels = await Promise.all([bot, ...old].map((one) => one.loudestIn(ms)))
      return Math.max(...levels) > 0.05
    },
    room: () => bot.room,
    async stop() {
      stopped = true
      await following
    },
  }
}

/** The longest time without sound. */
async function longestSilence({ hears }: { hears(ms: number): Promise<boolean> }, forMs: number) {
  const end = Date.now() + forMs
  let last = Date.now()
  let longest = 0
  while (Date.now() < end) {
    if (await hears(50)) last = Date.now()
    longest = Math.max(longest, Date.now() - last)
  }
  return longest
}

test('whoever was removed and keeps coming back is shut out, and the others talk on', async () => {
  const { id, state, goesOn } = session(inPlenary, mode('free'))
  const bram = await resident(id, state, 'Bram', true)
  const ilse = await resident(id, state, 'Ilse')
  const ans = await world.join(state(), 'Ans', { hears: false })
  let refreshed = ''
  ans.room.on(RoomEvent.TokenRefreshed, () => (refreshed = ans.room.token ?? ''))
  await until('Ilse hears Bram', () => ilse.hears(100))
  await until('the SFU has given Ans another token', () => refreshed !== '', 15_000)
  goesOn(leaves('Ans'))
  await until('Ans is out', () => !ans.room.isConnected)
  const silence = longestSilence(ilse, 25_000)
  const { insideMs, entries, lastMs } = await keepsTrying(() => refreshed, 25_000)
  expect(entries).toBeGreaterThan(0)
  expect(lastMs).toBeLessThan(17_000)
  // threat 25: five seconds in all
  expect(insideMs).toBeLessThanOrEqual(5_000)
  expect(await silence).toBeLessThanOrEqual(1_000)
  expect(renewals(id)).toHaveLength(1)
  expect((await world.store.all(id)).map(({ room }) => room)).toEqual(['plenary'])
  await Promise.all([bram.stop(), ilse.stop()])
}, 60_000)

test('a device that comes back once with a pass that is over moves nobody', async () => {
  const { id, state } = session(inPlenary, mode('free'))
  const ans = await world.join(state(), 'Ans', { hears: false })
  const name = ans.room.name ?? ''
  world.media.dismiss(id, 'Ans')
  const token = await world.rooms.mint(ans.identity, personGrant(name, { microphone: false, camera: false }))
  await keepsTrying(() => token, 1_000)
  await pause(3_000)
  expect(renewals(id)).toEqual([])
})

test('one person can make everybody come over only now and then', async () => {
  const { id, state } = session(inPlenary, mode('free'))
  const began = Date.now()
  await keepsTrying(async () => {
    const pass = await world.media.pass(state(), 'Ans')
    await world.media.pass(state(), 'Ans')
    return pass?.token ?? ''
  }, 25_000)
  const times = renewals(id).length
  expect(times).toBeGreaterThan(0)
  expect(times).toBeLessThanOrEqual(1 + Math.floor((Date.now() - began) / 10_000))
}, 60_000)

test('a server that begins anew while people come over ends it: the old room goes, the new one stays', async () => {
  const { id, state } = session(inPlenary, mode('free'))
  const ans = await world.join(state(), 'Ans', { hears: false })
  const old = ans.room.name ?? ''
  const token = await world.rooms.mint(ans.identity, personGrant(old, { microphone: false, camera: false }))
  world.media.dismiss(id, 'Ans')
  const trying = keepsTrying(() => token, 12_000)
  await until('the room is renewed', () => renewals(id).length > 0, 15_000)
  await world.restart()
  world.media.follow(state())
  await until('the old room is gone', async () => (await world.rooms.existing([old])).size === 0, 20_000)
  const bram = await world.join(state(), 'Bram', { hears: false })
  expect(await world.store.all(id)).toMatchObject([{ name: bram.room.name, replaced: false }])
  await trying
}, 60_000)
