import { setTimeout as pause } from 'node:timers/promises'
import { TrackSource } from 'livekit-server-sdk'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Voice } from '../../server/voices/voice.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { launchChromium } from '../support/chromium.ts'
import { listen, type Ear } from '../support/ear.ts'
import { direct, organise } from '../support/leading.ts'
import { until } from '../support/until.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enter, openWindow, PARTICIPANT, press } from '../support/resident.ts'
import { sfuOf, type SfuView } from '../support/sfuView.ts'

declare global {
  interface Window {
    signal?: WebSocket
  }
}

const ROOM = 'plenary'
let product: Product
let sfu: SfuView
let organiser: Voice
let browser: Browser
let own: LinkRow
let neighbour: Ear
/** The browser that speaks, mutes, and comes back in every way there is. */
let speaker: Page

beforeAll(async () => {
  product = await startProduct()
  sfu = sfuOf(product)
  const rows = (await product.everybody()).filter((row) => row.role === 'participant')
  const [first, second] = rows as [LinkRow, LinkRow]
  own = second
  organiser = await organise(product)
  await direct(organiser, 'openPlenary', {})
  await direct(organiser, 'setMode', { room: ROOM, mode: 'free' })
  browser = await launchChromium()
  neighbour = await listen((await enter(browser, first.url)).page)
  speaker = (await enter(browser, own.url)).page
  await rememberSignal(speaker)
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([browser?.close(), organiser?.close()])
  await product?.stop()
}, 120_000)

/** The line over which the page talks to the SFU, so that it can be cut. */
function rememberSignal(page: Page): Promise<void> {
  return page.evaluate(() => {
    const real = WebSocket.prototype.send
    WebSocket.prototype.send = new Proxy(real, {
      apply(target, socket: WebSocket, given) {
        if (socket.url.includes('/rtc')) window.signal = socket
        return Reflect.apply(target, socket, given) as unknown
      },
    })
  })
}

const me = () => own.person
const turnOff = () => speaker.getByRole('button', { name: 'Zet microfoon uit' })
const turnOn = () => speaker.getByRole('button', { name: 'Zet microfoon aan' })

/** Speaks, is heard, and mutes. */
async function speakAndMute(): Promise<void> {
  const from = await neighbour.now()
  await turnOn().click()
  await until('the neighbour hears it', () => neighbour.firstSoundAfter(from), 30_000)
  await turnOff().click()
  await until('the sound stops', async () => !(await sfu.sounding(me())), 20_000)
  await pause(1_000)
}

/** In the room again under some identity, and silent for a good while. */
async function comesBackMuted(before: string | null): Promise<void> {
  await until('the speaker is in the SFU again', async () => (await identity()) !== before, 40_000)
  await turnOn().waitFor({ timeout: 40_000 })
  const from = await neighbour.now()
  for (const late = Date.now() + 3_000; Date.now() < late; await pause(200))
    expect(await sfu.sounding(me())).toBe(false)
  expect(await neighbour.firstSoundAfter(from)).toBeNull()
}

const identity = async () =>
  (await sfu.participants()).find((one) => one.identity.startsWith(`${me()}:`))?.identity ?? null

test('[F4] whoever muted themselves stays muted after a break of the line to the SFU (resume)', async () => {
  await speakAndMute()
  await speaker.evaluate(() => window.signal?.close())
  await comesBackMuted(null)
})

test('[F4] whoever muted themselves stays muted after a restart of the server', async () => {
  await speakAndMute()
  product.killServer()
  await until(
    'the organiser is back',
    () =>
      direct(organiser, 'announce', { text: 'Daar zijn we weer.' }).then(
        () => true,
        () => false,
      ),
    40_000,
  )
  await comesBackMuted(null)
})

test('[F4] whoever muted themselves stays muted after a restart of the SFU, where every connection is made anew', async () => {
  await speakAndMute()
  const before = await identity()
  const old = sfu.pid()
  process.kill(old, 'SIGKILL')
  await until('the SFU is another', () => sfu.pid() !== old, 30_000)
  await until('it answers', () => sfu.participants().catch(() => null), 30_000)
  await comesBackMuted(before)
  await until('the neighbour is back', async () => (await sfu.participants()).length > 1, 30_000)
})

test('[F4] whoever muted themselves stays muted after a reload, and whoever was speaking is muted by it', async () => {
  const before = await identity()
  await turnOn().click()
  await until('it sounds', () => sfu.sounding(me()), 20_000)
  await speaker.reload()
  await comesBackMuted(before)
})

test('[F4] the microphone is off on another device, also when the microphone was on; the first one sounds no more', async () => {
  const before = await identity()
  await turnOn().click()
  await until('it sounds', () => sfu.sounding(me()), 20_000)
  const first = speaker
  const other = await openWindow(browser)
  speaker = other.page
  await speaker.goto(own.url)
  for (const name of ['Gebruik dit apparaat', ...PARTICIPANT]) await press(speaker, name)
  await first.getByRole('heading', { level: 1 }).waitFor()
  await comesBackMuted(before)
})

test('[F4] nobody is unmuted from afar: not by the floor, not by a change of mode, not by the SFU', async () => {
  await speakAndMute()
  const there = (await sfu.participants()).find((one) => one.identity.startsWith(`${me()}:`))
  const sid = there?.tracks.find(({ source }) => source === TrackSource.MICROPHONE)?.sid ?? ''
  await expect(sfu.unmute(there?.identity ?? '', sid)).rejects.toThrow()
  const from = await neighbour.now()
  await direct(organiser, 'setMode', { room: ROOM, mode: 'firstCome' })
  await direct(organiser, 'grantFloor', { room: ROOM, person: me() })
  await pause(1_500)
  await direct(organiser, 'setMode', { room: ROOM, mode: 'free' })
  await pause(1_500)
  expect(await sfu.sounding(me())).toBe(false)
  expect(await neighbour.firstSoundAfter(from)).toBeNull()
})
