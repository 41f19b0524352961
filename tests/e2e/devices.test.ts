import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Voice } from '../../server/voices/voice.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { launchChromium } from '../support/chromium.ts'
import { listen, soundBytes, type Ear } from '../support/ear.ts'
import { direct, emptyFloor, organise } from '../support/leading.ts'
import { until } from '../support/until.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enter, PARTICIPANT, press } from '../support/resident.ts'
import { sfuOf, type SfuView } from '../support/sfuView.ts'

declare global {
  interface Window {
    /** Every track of a device, and the clones of it. */
    devices?: Set<MediaStreamTrack>
    /** The device goes away: ends what there is of it. */
    unplug?(kind: 'audio' | 'video'): void
  }
}

const ROOM = 'plenary'
/** What happened to a device is said within so long. */
const SAID_MS = 2_000

let product: Product
let sfu: SfuView
let organiser: Voice
let browser: Browser
let own: LinkRow
let neighbour: { page: Page; ear: Ear }
/** The one whose headset comes loose. */
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
  const { page } = await enter(browser, first.url)
  neighbour = { page, ear: await listen(page) }
  const loose = await enter(browser, own.url, PARTICIPANT, (opened) => opened.addInitScript(rememberDevices))
  speaker = loose.page
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([browser?.close(), organiser?.close()])
  await product?.stop()
}, 120_000)

/** Runs in the page, before anything else does. */
function rememberDevices(): void {
  const known = (window.devices = new Set())
  const ask = MediaDevices.prototype.getUserMedia
  MediaDevices.prototype.getUserMedia = async function (wanted) {
    const stream = await ask.call(this, wanted)
    for (const track of stream.getTracks()) known.add(track)
    return stream
  }
  const clone = MediaStreamTrack.prototype.clone
  MediaStreamTrack.prototype.clone = function () {
    const made = clone.call(this)
    if (known.has(this)) known.add(made)
    return made
  }
  window.unplug = (kind) => {
    for (const track of known) {
      if (track.kind !== kind || track.readyState === 'ended') continue
      // a page that stops its own track is not told; a device that goes away tells
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
  }
}

const unplug = (kind: 'audio' | 'video') => speaker.evaluate((gone) => window.unplug?.(gone), kind)
const button = (name: string) => speaker.getByRole('button', { name })
const turnOff = () => button('Zet microfoon uit')
const turnOn = () => button('Zet microfoon aan')
const said = () => speaker.getByRole('alert').filter({ hasText: 'Uw microfoon is weggevallen' })

/** Presses, and waits for the sound itself in the other browser: played, and bytes of it. */
async function pressAndBeHeard(): Promise<void> {
  const from = await neighbour.ear.now()
  const bytes = await soundBytes(neighbour.page)
  await turnOn().click()
  await until('the neighbour hears it', () => neighbour.ear.firstSoundAfter(from), 30_000)
  await until('it keeps coming', async () => (await soundBytes(neighbour.page)) > bytes + 2_000, 30_000)
}

/** Said in words in time, and nothing sounds: not on the screen, not at the SFU, not in the other browser. */
async function isOffAndSaysSo(): Promise<void> {
  await said().waitFor({ timeout: SAID_MS })
  expect(await said().innerText()).toContain('We horen u niet')
  await turnOn().waitFor({ timeout: SAID_MS })
  await until('nothing sounds at the SFU', async () => !(await sfu.sounding(own.person)), 5_000)
  await pause(500)
  const from = await neighbour.ear.now()
  await pause(2_500)
  expect(await neighbour.ear.firstSoundAfter(from)).toBeNull()
  expect(await sfu.sounding(own.person)).toBe(false)
}

async function mute(): Promise<void> {
  await turnOff().click()
  await until('the sound stops', async () => !(await sfu.sounding(own.person)), 20_000)
}

test('[F4] a microphone that goes away while speaking is off and says so; a press is heard again', async () => {
  await pressAndBeHeard()
  await unplug('audio')
  await isOffAndSaysSo()
  await pressAndBeHeard()
  expect(await said().count()).toBe(0)
  await mute()
})

test('[F4] it goes away while muted: said, and the next press is heard', async () => {
  await unplug('audio')
  await isOffAndSaysSo()
  await pressAndBeHeard()
  await mute()
})

test('[F4] what was published ended while muted: the next press is heard', async () => {
  await pressAndBeHeard()
  await mute()
  await speaker.evaluate(() => {
    const [newest] = [...(window.devices ?? [])].filter(({ kind }) => kind === 'audio').slice(-1)
    newest?.stop()
    newest?.dispatchEvent(new Event('ended'))
  })
  await pressAndBeHeard()
  await mute()
})

test('[F4] a microphone ready for a turn goes away before it begins: said, and Begin is heard', async () => {
  await direct(organiser, 'setMode', { room: ROOM, mode: 'firstCome' })
  await emptyFloor(organiser, ROOM)
  await direct(organiser, 'grantFloor', { room: ROOM, person: own.person })
  await button('Begin').waitFor()
  await pause(1_000)
  await unplug('audio')
  await said().waitFor({ timeout: SAID_MS })
  const from = await neighbour.ear.now()
  await button('Begin').click()
  await until('the neighbour hears it', () => neighbour.ear.firstSoundAfter(from), 30_000)
  expect(await said().count()).toBe(0)
  await button('Ik ben klaar').click()
  await until('the sound stops', async () => !(await sfu.sounding(own.person)), 20_000)
  await direct(organiser, 'setMode', { room: ROOM, mode: 'free' })
})

test('a camera that goes away is off and says so, and a press brings the picture back', async () => {
  const pictures = () => neighbour.page.locator('video').count()
  const before = await until('the picture is there', async () => (await pictures()) || null, 20_000)
  await unplug('video')
  await speaker.getByText('Uw camera is weggevallen').waitFor({ timeout: SAID_MS })
  await until('the neighbour sees a face less', async () => (await pictures()) < before, 20_000)
  await button('Zet camera aan').click()
  await until('the picture is back', async () => (await pictures()) === before, 30_000)
  expect(await speaker.getByText('Uw camera is weggevallen').count()).toBe(0)
})

test('[V14] another microphone, chosen while one is heard: heard with it, and it is the one after a reload', async () => {
  await pressAndBeHeard()
  await press(speaker, /^Anders/)
  await speaker.getByRole('menuitem', { name: 'Camera, microfoon en geluid kiezen' }).click()
  await button('Andere microfoon kiezen').click()
  await speaker.getByRole('menuitemradio').last().or(speaker.getByRole('menuitem').last()).first().click()
  const chosen = () => speaker.evaluate(() => localStorage.getItem('dt.device.microphone') ?? '')
  // ids are other ones after a reload, and names are not
  const { label } = JSON.parse(await until('it is chosen', chosen)) as { label: string }
  const opened = () =>
    speaker.evaluate(() =>
      [...(window.devices ?? [])]
        .filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live')
        .map((track) => track.label),
    )
  await until('only it is open', async () => [...new Set(await opened())].join() === label, 10_000)
  await speaker.keyboard.press('Escape')
  const bytes = await soundBytes(neighbour.page)
  await until('it is heard', async () => (await soundBytes(neighbour.page)) > bytes + 2_000, 30_000)
  await speaker.reload()
  await pressAndBeHeard()
  expect([...new Set(await opened())]).toEqual([label])
})
