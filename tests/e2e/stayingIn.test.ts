import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { escape } from '../support/escape.ts'
import type { Voice } from '../../server/voices/voice.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { translate } from '../client/support/translator.ts'
import { fallsAsleep } from '../support/asleep.ts'
import { launchChromium } from '../support/chromium.ts'
import { listen, type Ear } from '../support/ear.ts'
import { direct, emptyFloor, organise, stateOf } from '../support/leading.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enterHall, type Resident } from '../support/resident.ts'
import { sfuOf, type SfuView } from '../support/sfuView.ts'
import { until } from '../support/until.ts'

declare global {
  interface Window {
    /** The microphone of this page, as the browser gave it. */
    microphone?: MediaStreamTrack
    locks?: { held: number }
  }
}

let product: Product
let sfu: SfuView
let organiser: Voice
let browser: Browser
let neighbour: { page: Page; ear: Ear }
let own: LinkRow
let mine: Resident
let page: Page
/** While true no line to the server is let through, as where there is no network. */
let offline = false
const lines = new Set<WebSocketRoute>()

beforeAll(async () => {
  product = await startProduct()
  sfu = sfuOf(product)
  organiser = await organise(product)
  const rows = await product.everybody()
  const { plan } = state()
  const seated = rows.filter(({ role, person }) => role === 'participant' && plan?.seats[person])
  const at = plan?.seats[seated[0]?.person ?? '']
  const [first, second] = seated.filter(({ person }) => plan?.seats[person] === at) as [LinkRow, LinkRow]
  own = second
  await direct(organiser, 'openPlenary', {})
  await direct(organiser, 'setMode', { room: 'plenary', mode: 'free' })
  browser = await launchChromium()
  mine = await enterHall(browser, own.url, async (opened) => {
    await opened.addInitScript(inPage)
    await opened.routeWebSocket(/\/live$/, letThrough)
  })
  page = mine.page
  const other = await enterHall(browser, first.url)
  neighbour = { page: other.page, ear: await listen(other.page) }
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([browser?.close(), organiser?.close()])
  await product?.stop()
}, 120_000)

const state = () => stateOf(organiser)

function letThrough(line: WebSocketRoute): void {
  if (offline) return void line.close({ code: 1001 })
  line.connectToServer()
  lines.add(line)
}

async function goesOffline(is: boolean): Promise<void> {
  offline = is
  if (is) for (const line of lines) await line.close({ code: 1001 })
  lines.clear()
}

/** Runs in the page, before anything else does. */
function inPage(): void {
  const ask = MediaDevices.prototype.getUserMedia
  MediaDevices.prototype.getUserMedia = async function (wanted) {
    const stream = await ask.call(this, wanted)
    for (const track of stream.getAudioTracks()) window.microphone = track
    return stream
  }
  const locks = (window.locks = { held: 0 })
  Object.defineProperty(navigator, 'wakeLock', {
    value: {
      request: () => {
        locks.held += 1
        return Promise.resolve({ released: false, release: async () => void (locks.held -= 1) })
      },
    },
  })
}

/** The system takes the microphone, and gives it back. */
const call = (begins: boolean) =>
  page.evaluate((muted) => {
    const track = window.microphone
    if (!track) throw new Error('there is no microphone')
    Object.defineProperty(track, 'muted', { value: muted, configurable: true })
    track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'))
  }, begins)

const isLookedAt = (looked: boolean) =>
  page.evaluate((visible) => {
    const value = visible ? 'visible' : 'hidden'
    Object.defineProperty(document, 'visibilityState', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, looked)

const isSilent = () =>
  until('nothing sounds at the SFU', async () => !(await sfu.sounding(own.person)), 10_000)

const lineIsThere = () => page.locator('.dt-state:not(.is-trouble)').waitFor({ timeout: 15_000 })

/** Nobody's turn, and nothing sounds: also where an earlier try ended in the middle of a call. */
async function isAsBefore(): Promise<void> {
  offline = false
  await call(false)
  await isLookedAt(true)
  await lineIsThere()
  await emptyFloor(organiser, 'plenary')
  const turnOff = page.getByRole('button', { name: /^Zet microfoon uit/ })
  if ((await turnOff.count()) > 0) await turnOff.click()
  await isSilent()
}

async function isHeard(button: RegExp): Promise<void> {
  const from = await neighbour.ear.now()
  await page.getByRole('button', { name: button }).click()
  await until('the neighbour hears it', () => neighbour.ear.firstSoundAfter(from), 30_000)
}

/** A telephone call: the microphone is taken, the page is hidden and the line is lost for 20 s. */
async function isCalled(during: () => Promise<void>): Promise<void> {
  await call(true)
  await isLookedAt(false)
  await goesOffline(true)
  await isSilent()
  await during()
  await page.waitForTimeout(20_000)
  await call(false)
  await goesOffline(false)
  await isLookedAt(true)
  await lineIsThere()
}

test('[V17] the screen is kept on in the room', async () => {
  await until('one lock is held', () => page.evaluate(() => window.locks?.held === 1))
})

test('[V16] a telephone call in free talk: back and muted, said so, and one press is heard', async () => {
  await isAsBefore()
  await isHeard(/^Zet microfoon aan/)
  await isCalled(async () => undefined)
  await page.getByText('U was even weg').waitFor({ timeout: 10_000 })
  expect(await sfu.sounding(own.person)).toBe(false)
  await isHeard(/^Zet microfoon aan/)
  expect(await page.getByText('U was even weg').count()).toBe(0)
  await page.getByRole('button', { name: /^Zet microfoon uit/ }).click()
  await isSilent()
})

test('[V16] [F5] a telephone call during an own turn: its clock stands still and the place is kept', async () => {
  await isAsBefore()
  await direct(organiser, 'setMode', { room: 'plenary', mode: 'firstCome' })
  await direct(organiser, 'grantFloor', { room: 'plenary', person: own.person })
  await isHeard(/^Begin/)
  const turn = () => state().floors['plenary']?.turn ?? null
  const { id } = turn() ?? { id: '' }
  await isCalled(() =>
    until('the clock stands still', () => turn()?.state === 'dropped', 15_000).then(() => undefined),
  )
  await until('the turn goes on', () => turn()?.id === id && turn()?.state !== 'dropped', 15_000)
  expect(await sfu.sounding(own.person)).toBe(false)
  await isHeard(/^(Zet microfoon aan|Begin)/)
  await page.getByRole('button', { name: 'Ik ben klaar' }).click()
  await until('the turn is over', () => turn() === null, 10_000)
  await isSilent()
})

test('[V30] with the page translated: a hand, a turn, a split, a dialog and a recall', async () => {
  await page.evaluate(translate, 'replaces' as const)
  await page.locator('.dt-button.is-hand').click()
  await page.locator('.dt-hand-panel').filter({ hasText: 'handẋ' }).waitFor()
  await direct(organiser, 'nextTurn', { room: 'plenary' })
  await page.getByRole('button', { name: /^Beginẋ/ }).click()
  await page.locator('.dt-state').filter({ hasText: 'Uẋ bentẋ aanẋ hetẋ woordẋ' }).waitFor()
  await page.getByRole('button', { name: /klaarẋ/ }).click()
  await page.locator('.dt-state').filter({ hasText: 'Niemandẋ' }).waitFor()
  await direct(organiser, 'announceSplit', { ms: 3_000 })
  await page.locator('.dt-state').filter({ hasText: 'tafelẋ' }).waitFor()
  await page.getByRole('heading', { level: 1, name: 'Tafelẋ' }).waitFor()
  await page.getByRole('button', { name: 'hulpẋ' }).click()
  await page.getByRole('dialog').filter({ hasText: 'ẋ' }).waitFor()
  await escape(page)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await direct(organiser, 'announceRecall', { ms: 2_000 })
  await page.getByRole('heading', { level: 1, name: 'zaalẋ' }).waitFor()
  expect(mine.faults.filter((fault) => !/WebSocket|ERR_/.test(fault))).toEqual([])
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'zaal' }).waitFor()
})

/** The page stands still for so long, as on a telephone that sleeps; the server's patience with a silent line is over long before. */
const ASLEEP_MS = 30_000

test('[V17] asleep over a split and a recall and another split: awake, at the right table within 5 s', async () => {
  await direct(organiser, 'setMode', { room: 'plenary', mode: 'free' })
  await isHeard(/^Zet microfoon aan/)
  const wakes = await fallsAsleep(page)
  const slept = performance.now()
  for (const [command, phase] of [
    ['announceSplit', 'tables'],
    ['announceRecall', 'plenary'],
    ['announceSplit', 'tables'],
  ] as const) {
    await direct(organiser, command, { ms: 1_000 })
    await until(`the session is in ${phase}`, () => state().phase.name === phase, 30_000)
  }
  await until('it slept long enough', () => performance.now() - slept > ASLEEP_MS, ASLEEP_MS + 5_000)
  await wakes()
  const awake = performance.now()
  await page.getByRole('heading', { level: 1, name: /^Tafel \d/ }).waitFor({ timeout: 5_000 })
  expect(await page.getByRole('button', { name: /^Zet microfoon uit/ }).count()).toBe(0)
  const places = async () =>
    (await sfu.participants()).filter(({ identity }) => identity.startsWith(`${own.person}:`)).length
  await until('sound and picture are at one place', async () => (await places()) === 1, 15_000)
  console.info(`sound and picture ${Math.round(performance.now() - awake)} ms after waking`)
  expect(await sfu.sounding(own.person)).toBe(false)
})
