import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createVoice, type Voice } from '../../server/voices/voice.ts'
import type { LinkRow, MediaPass } from '../../shared/protocol.ts'
import { joinAs, tone } from '../support/bot.ts'
import { launchChromium } from '../support/chromium.ts'
import { listen, soundBytes, type Ear } from '../support/ear.ts'
import { direct, organise } from '../support/leading.ts'
import { insider, intrude, type Insider, type Intruder, type Label } from '../support/intruder.ts'
import { until } from '../support/until.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enter } from '../support/resident.ts'
import { sfuOf, type SfuView } from '../support/sfuView.ts'

/** Whoever is where or what they may not be is out of the SFU within so long. */
const OUT_MS = 3_000
const ROOM = 'plenary'

interface Listener {
  page: Page
  ear: Ear
}

let product: Product
let sfu: SfuView
let organiser: Voice
let holder: Voice
let ours: Browser
let theirs: Browser
let rows: LinkRow[]
const listeners: Listener[] = []

beforeAll(async () => {
  product = await startProduct()
  sfu = sfuOf(product)
  rows = (await product.everybody()).filter((row) => row.role === 'participant')
  organiser = await organise(product)
  await direct(organiser, 'openPlenary', {})
  ours = await launchChromium()
  theirs = await launchChromium()
  for (const row of rows.slice(0, 2)) {
    const { page } = await enter(ours, row.url)
    listeners.push({ page, ear: await listen(page) })
  }
  holder = await createVoice({ link: rows[2]?.url ?? '', name: 'Spreker' })
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([ours?.close(), theirs?.close(), holder?.close(), organiser?.close()])
  await product?.stop()
}, 120_000)

/** First come, and the floor is somebody else's, who says nothing. */
async function somebodyElseHolds(): Promise<void> {
  const floor = () => organiser.state()?.floors[ROOM]
  if (floor()?.mode !== 'firstCome') await direct(organiser, 'setMode', { room: ROOM, mode: 'firstCome' })
  await until('the old turn is over', () => floor()?.turn?.person === holder.person || !floor()?.turn, 20_000)
  if (floor()?.turn?.state === 'speaking') return
  if (!floor()?.turn) await direct(organiser, 'grantFloor', { room: ROOM, person: holder.person })
  const turn = await until('the floor is offered', () => holder.state()?.floors[ROOM]?.turn, 20_000)
  expect(await holder.send('startTurn', { room: ROOM, turn: turn.id })).toEqual({ ok: true })
}

interface Heard {
  ear: Ear
  page: Page
  from: number
  bytes: number
}

/** From now on: what do the browsers of the product play, and what sound do they receive at all? */
async function listenNow(): Promise<() => Promise<{ played: boolean[]; received: number[] }>> {
  const before: Heard[] = []
  for (const { page, ear } of listeners)
    before.push({ page, ear, from: await ear.now(), bytes: await soundBytes(page) })
  return async () => ({
    played: await Promise.all(
      before.map(async ({ ear, from }) => (await ear.firstSoundAfter(from)) !== null),
    ),
    received: await Promise.all(before.map(async ({ page, bytes }) => (await soundBytes(page)) - bytes)),
  })
}

/** To a microphone that is muted the SFU adds up to a second of silence, which counts as received. */
async function nothingArrives(): Promise<boolean> {
  const heard = await listenNow()
  await pause(1_000)
  return (await heard()).received.every((bytes) => bytes === 0)
}

const NOT_HEARD = { played: [false, false], received: [0, 0] }

/** Milliseconds until the SFU has nobody under this identity any more; rejects when that takes longer than it may. */
async function goneAfter(identity: string, since: number): Promise<number> {
  await until(
    `${identity.slice(-6)} is out of the SFU`,
    async () => !(await sfu.has(identity)),
    OUT_MS + 2_000,
  )
  return Date.now() - since
}

const identityOf = (who: Insider, { lease }: MediaPass) => `${who.person}:${lease}`

describe('[F9] a client of somebody’s own making, beside the browsers of the product', () => {
  let modified: Insider
  let pass: MediaPass
  const inside: Intruder[] = []

  beforeAll(async () => {
    modified = await insider(rows[3]?.url ?? '', 'Anders')
  })
  beforeEach(async () => {
    await Promise.allSettled(inside.splice(0).map((one) => one.close()))
    await somebodyElseHolds()
    pass = await modified.pass()
  })

  const comeIn = async (given: MediaPass): Promise<Intruder> => {
    const intruder = await intrude(theirs, product.url, given)
    inside.push(intruder)
    return intruder
  }

  test('whoever holds the floor is heard in both browsers, so that silence means something', async () => {
    const heard = await listenNow()
    await until(
      'both browsers play it',
      async () => {
        await holder.say('tests/support/voices/eerlijk-zeggen.wav')
        return (await heard()).played.every(Boolean)
      },
      60_000,
    )
    expect(Math.min(...(await heard()).received)).toBeGreaterThan(1_000)
    await until('the voice is quiet', async () => !(await sfu.sounding(holder.person)), 20_000)
    await until('nothing of it is under way', nothingArrives, 20_000)
  })

  test('a browser that publishes its microphone without permission: nothing arrives', async () => {
    const intruder = await comeIn(pass)
    const heard = await listenNow()
    expect(await intruder.send('microphone')).not.toBe('sent')
    expect(await sfu.sounding(modified.person)).toBe(false)
    expect(await heard()).toEqual(NOT_HEARD)
  })

  test('a client without a browser that does the same: nothing arrives', async () => {
    const bot = await joinAs(pass.url, pass.token, { hears: false })
    const heard = await listenNow()
    bot.play(tone(10))
    void bot.publish().catch(() => undefined)
    await pause(OUT_MS)
    expect(await sfu.sounding(modified.person)).toBe(false)
    expect(await heard()).toEqual(NOT_HEARD)
    await bot.leave()
  })

  test('who is offered the floor and sounds before the turn has begun: played nowhere, and out', async () => {
    await direct(organiser, 'grantFloor', { room: ROOM, person: modified.person })
    const turn = await until(
      'the floor is offered',
      () => {
        const now = organiser.state()?.floors[ROOM]?.turn
        return now?.person === modified.person && now.state === 'offered' ? now : null
      },
      20_000,
    )
    const intruder = await comeIn((pass = await modified.pass()))
    const heard = await listenNow()
    const began = Date.now()
    expect(await intruder.send('microphone')).toBe('sent')
    expect(await goneAfter(identityOf(modified, pass), began)).toBeLessThan(OUT_MS)
    await pause(500)
    expect((await heard()).played).toEqual([false, false])
    await direct(organiser, 'endTurn', { room: ROOM, turn: turn.id })
  })

  const labels: Label[] = ['camera', 'screen_share', 'screen_share_audio', 'unknown']

  test.each(labels)(
    'sound labelled %s is heard nowhere; what arrives takes its sender out',
    async (label) => {
      const intruder = await comeIn(pass)
      const heard = await listenNow()
      const began = Date.now()
      const outcome = await intruder.send(label)
      // the SFU checks the label: only what may be sent as a picture gets in, and that is found out
      if (label === 'camera') expect(await goneAfter(identityOf(modified, pass), began)).toBeLessThan(OUT_MS)
      else expect(outcome).not.toBe('sent')
      expect(await sfu.sounding(modified.person)).toBe(false)
      await pause(500)
      expect(await heard()).toEqual(NOT_HEARD)
    },
  )

  test('in free talk too, where the microphone is allowed, other labels are heard nowhere', async () => {
    await direct(organiser, 'setMode', { room: ROOM, mode: 'free' })
    const intruder = await comeIn(await modified.pass().then((given) => (pass = given)))
    const heard = await listenNow()
    const began = Date.now()
    await intruder.send('camera')
    expect(await goneAfter(identityOf(modified, pass), began)).toBeLessThan(OUT_MS)
    expect(await heard()).toEqual(NOT_HEARD)
  })

  test('a token with a microphone in it, from free talk: useless once the floor is somebody else’s', async () => {
    await direct(organiser, 'setMode', { room: ROOM, mode: 'free' })
    const kept = await modified.pass()
    await somebodyElseHolds()
    const heard = await listenNow()
    const intruder = await comeIn(kept)
    await intruder.send('microphone')
    await until('the microphone is taken', async () => !(await sfu.sounding(modified.person)), OUT_MS)
    await pause(500)
    expect(await heard()).toEqual(NOT_HEARD)
  })

  test('[F9] a token from before a reload: whoever comes with it is out, and nobody heard them', async () => {
    await direct(organiser, 'setMode', { room: ROOM, mode: 'free' })
    const kept = await modified.pass()
    const current = await modified.pass()
    await somebodyElseHolds()
    const heard = await listenNow()
    const intruder = await comeIn(kept).catch(() => null)
    const began = intruder?.since ?? Date.now()
    void intruder?.send('microphone').catch(() => null)
    expect(await goneAfter(identityOf(modified, kept), began)).toBeLessThan(OUT_MS)
    expect(current.lease).not.toBe(kept.lease)
    await pause(1_000)
    expect(await sfu.has(identityOf(modified, kept))).toBe(false)
    expect(await heard()).toEqual(NOT_HEARD)
  })

  test('a token from before a removal: the removal lasts', async () => {
    const first = await comeIn(pass)
    const began = Date.now()
    await first.send('camera')
    await goneAfter(identityOf(modified, pass), began)
    const heard = await listenNow()
    const second = await comeIn(pass).catch(() => null)
    const again = second?.since ?? Date.now()
    void second?.send('camera').catch(() => null)
    expect(await goneAfter(identityOf(modified, pass), again)).toBeLessThan(OUT_MS)
    await pause(1_000)
    expect(await sfu.has(identityOf(modified, pass))).toBe(false)
    expect(await heard()).toEqual(NOT_HEARD)
  })

  test('[T3] a token of a table that is over: there is no such room', async () => {
    await direct(organiser, 'spreadEvenly', {})
    await direct(organiser, 'announceSplit', { ms: 1_000 })
    await until('everybody is at the tables', () => organiser.state()?.phase.name === 'tables', 20_000)
    await until(
      'the intruder is at a table',
      async () => (pass = await modified.pass()).room !== ROOM,
      20_000,
    )
    const table = await comeIn(pass)
    await direct(organiser, 'announceRecall', { ms: 1_000 })
    await until('everybody is back', () => organiser.state()?.phase.name === 'plenary', 20_000)
    await until('the table is over for the intruder', async () => !(await table.connected()), 20_000)
    const heard = await listenNow()
    await expect(comeIn(pass)).rejects.toThrow()
    expect(await sfu.has(identityOf(modified, pass))).toBe(false)
    expect(await heard()).toEqual(NOT_HEARD)
  })
})
