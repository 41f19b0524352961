import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import type { Voice } from '../../server/voices/voice.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { launchChromium } from '../support/chromium.ts'
import { listen, type Ear } from '../support/ear.ts'
import { direct, organise } from '../support/leading.ts'
import { overTheRoad } from '../support/overTheRoad.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enterHall } from '../support/resident.ts'
import { openRoad, type Road } from '../support/road.ts'
import { sfuOf, type SfuView } from '../support/sfuView.ts'
import { until } from '../support/until.ts'

/** Whatever became of the way to the SFU, sound is back so soon. */
const BACK_MS = 10_000
/** The SFU has given up a way on which no packet came for so long. */
const BLOCKED_MS = 20_000
/** What the SFU does, for a trial, to whoever asks for it: the field of its own request. */
const NODE_FAILS = 2
const MIGRATES = 3
const SENDS_AWAY = 4

interface Person {
  page: Page
  ear: Ear
  person: string
}

let product: Product
let sfu: SfuView
let road: Road
let organiser: Voice
let browser: Browser
/** Is on the road. */
let struck: Person
let other: Person
/** The signalling of whoever is on the road. */
let line: WebSocket

beforeAll(async () => {
  product = await startProduct()
  sfu = sfuOf(product)
  road = await openRoad(sfu.url, () => 1)
  organiser = await organise(product)
  await direct(organiser, 'openPlenary', {})
  await direct(organiser, 'setMode', { room: 'plenary', mode: 'free' })
  const rows = (await product.everybody()).filter(({ role }) => role === 'participant')
  browser = await launchChromium()
  const isOnTheRoad = overTheRoad(
    () => road,
    (on) => (line = on),
  )
  struck = await comeIn(rows[0], (page) => page.routeWebSocket(/\/rtc/, isOnTheRoad))
  other = await comeIn(rows[1])
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([browser?.close(), organiser?.close()])
  await road?.close()
  await product?.stop()
}, 120_000)

async function comeIn(
  { url = '', person = '' }: Partial<LinkRow> = {},
  before?: (page: Page) => unknown,
): Promise<Person> {
  const { page } = await enterHall(browser, url, before)
  return { page, ear: await listen(page), person }
}

const turn = (what: 'aan' | 'uit', { page }: Person): Promise<void> =>
  page.getByRole('button', { name: new RegExp(`^Zet microfoon ${what}`) }).click()

const connection = async () =>
  (await sfu.participants()).find(({ identity }) => identity.startsWith(`${struck.person}:`))?.sid

/** The SFU ends the connection in one of its own ways. Since when, on the ear's clock. */
async function ended(how: number, ear: Ear): Promise<number> {
  const before = await connection()
  const since = await ear.now()
  line.send(Buffer.from([0x6a, 2, how << 3, 1]))
  await until(
    'there is another connection',
    async () => ![before, undefined].includes(await connection()),
    60_000,
  )
  return since
}

/** Packets do not get through for a while, and signalling does. Since when they do again, on the ear's clock. */
async function blocked(ear: Ear): Promise<number> {
  road.block()
  await pause(BLOCKED_MS)
  const since = await ear.now()
  expect(await ear.heardMs(since - BLOCKED_MS / 2, since), 'nothing came through').toBe(0)
  road.mend()
  return since
}

const STROKES: [string, (ear: Ear) => Promise<number>][] = [
  ['the SFU sent them away', (ear) => ended(SENDS_AWAY, ear)],
  ['the machine of the SFU failed', (ear) => ended(NODE_FAILS, ear)],
  ['they were moved to another SFU', (ear) => ended(MIGRATES, ear)],
  ['no packet came through for 20 s', blocked],
]

describe.each([
  { who: 'whoever speaks', isSpeaking: true },
  { who: 'whoever listens', isSpeaking: false },
])('$who', ({ isSpeaking }) => {
  const ear = () => (isSpeaking ? other.ear : struck.ear)
  const heardAfter = (since: number) => until('it is heard', () => ear().firstSoundAfter(since), 60_000)

  beforeAll(async () => {
    if (!isSpeaking) await turn('uit', struck)
    await turn('aan', isSpeaking ? struck : other)
  })

  test.each(STROKES)('%s: heard again within 10 s, without a press', async (name, stroke) => {
    await heardAfter(await ear().now())
    const since = await stroke(ear())
    const back = (await heardAfter(await ear().now())) - since
    console.info(`heard again ${Math.round(back)} ms after: ${name}`)
    expect(back).toBeLessThan(BACK_MS)
    expect(await sfu.sounding(struck.person), 'a microphone stays as it was').toBe(isSpeaking)
  })
})
