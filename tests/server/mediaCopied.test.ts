import { setTimeout as pause } from 'node:timers/promises'
import { DisconnectReason, RoomEvent } from '@livekit/rtc-node'
import { SimulateScenarioKind } from '@livekit/rtc-ffi-bindings'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { MediaPass } from '../../shared/protocol.ts'
import { inPlenary, mode } from '../domain/support/sentence.ts'
import { joinAs, tone, type Bot } from '../support/bot.ts'
import { sessionsIn, startMediaWorld, type MediaWorld } from '../support/media.ts'
import { until } from '../support/until.ts'

/** Threat 1: whoever copies a pass joins as the person it was for, and the SFU puts that person out. */
let world: MediaWorld
let session: ReturnType<typeof sessionsIn>
beforeAll(async () => {
  world = await startMediaWorld()
  session = sessionsIn(world)
})
afterAll(() => world.close())

const copies = (since: number) => world.told.filter((one) => one.kind === 'copied' && one.at >= since)

/** Why this bot was put out, once it was. */
function ended({ room }: Bot): Promise<DisconnectReason> {
  return new Promise((resolve) => room.once(RoomEvent.Disconnected, resolve))
}

/** As the product's own client: says which connection is its own, and after being displaced comes back by itself. */
async function owner(id: string, state: SessionState, person: string) {
  const bot = await world.join(state, person, { hears: false })
  const says = () =>
    world.media.joined(id, person, bot.pass.lease, bot.room.localParticipant?.sid ?? 'unknown')
  says()
  return { ...bot, says }
}

async function speaker(state: SessionState) {
  const bram = await world.join(state, 'Bram', { hears: false })
  await bram.publish()
  bram.play(tone(30))
}

const steal = (pass: MediaPass) => joinAs(pass.url, pass.token)

test('a copied pass: the device that was displaced asks for another, and the copy is out and hears nothing more', async () => {
  const { id, state } = session(inPlenary, mode('free'))
  await speaker(state())
  const ans = await owner(id, state(), 'Ans')
  const wasEnded = ended(ans)
  const began = Date.now()
  const thief = await steal(ans.pass)
  expect(await wasEnded).toBe(DisconnectReason.DUPLICATE_IDENTITY)
  const fresh = await world.media.pass(state(), 'Ans', ans.pass.lease)
  const back = await joinAs(fresh?.url ?? '', fresh?.token ?? '')
  await until('the copy is out', () => !thief.room.isConnected, 5_000)
  expect(Date.now() - began).toBeLessThan(5_000)
  expect(await thief.loudestIn(1_000)).toBe(0)
  expect(back.room.isConnected).toBe(true)
  await until('Ans hears Bram again', async () => (await back.loudestIn(200)) > 0.1)
  expect(copies(began)).toMatchObject([{ room: 'plenary', person: 'Ans', noticed: true }])
  await Promise.all([thief.leave(), back.leave()])
})

test('also when nothing is heard of the device: the copy is out within five seconds, and it is told', async () => {
  const { id, state } = session(inPlenary, mode('free'))
  await speaker(state())
  const ans = await owner(id, state(), 'Ans')
  const began = Date.now()
  const thief = await steal(ans.pass)
  await until('the copy hears', async () => (await thief.loudestIn(200)) > 0.1)
  await until('the copy is out', () => !thief.room.isConnected, 5_000)
  expect(Date.now() - began).toBeLessThan(5_000)
  expect(await thief.loudestIn(1_000)).toBe(0)
  expect(copies(began)).toMatchObject([{ room: 'plenary', person: 'Ans', noticed: false }])
  await thief.leave()
})

test('many connections one after the other with a copy are judged as one', async () => {
  const { id, state } = session(inPlenary, mode('free'))
  const ans = await owner(id, state(), 'Ans')
  const began = Date.now()
  await until(
    'copies are put out',
    async () => {
      const thief = await steal(ans.pass)
      const held = thief.room.isConnected
      await pause(700)
      await thief.leave()
      return held && copies(began).length > 0
    },
    6_000,
  )
  expect(copies(began)).toHaveLength(1)
})

test('a device that makes its connection anew with its own pass stays in, and nobody is told', async () => {
  const { id, state } = session(inPlenary, mode('free'))
  const ans = await owner(id, state(), 'Ans')
  const first = await connectionOf(ans)
  const again = new Promise<void>((resolve) => ans.room.once(RoomEvent.Reconnected, () => resolve()))
  const began = Date.now()
  await ans.room.simulateScenario(SimulateScenarioKind.SIMULATE_FULL_RECONNECT)
  await again
  const second = await connectionOf(ans)
  expect(second).not.toBe(first)
  world.media.joined(id, 'Ans', ans.pass.lease, second)
  await pause(6_000)
  expect(await connectionOf(ans)).toBe(second)
  expect(ans.room.isConnected).toBe(true)
  expect(copies(began)).toEqual([])
})

test('a second device with a pass of its own is no copy', async () => {
  const { id, state } = session(inPlenary, mode('free'))
  const began = Date.now()
  const first = await owner(id, state(), 'Ans')
  const second = await owner(id, state(), 'Ans')
  await until('the first device is out', () => !first.room.isConnected)
  await pause(4_000)
  expect(second.room.isConnected).toBe(true)
  expect(copies(began)).toEqual([])
})

async function connectionOf({ room, identity }: Bot): Promise<string> {
  const there = await world.rooms.participants(room.name ?? '')
  return there.find((one) => one.identity === identity)?.sid ?? 'nobody'
}
