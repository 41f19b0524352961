import { join } from 'node:path'
import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createVoice, type Voice } from '../../server/voices/voice.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { launchChromium } from '../support/chromium.ts'
import { listen, type Ear } from '../support/ear.ts'
import { direct, emptyFloor, organise } from '../support/leading.ts'
import { overTheRoad } from '../support/overTheRoad.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enterHall } from '../support/resident.ts'
import { openRoad, type Road } from '../support/road.ts'
import { sfuOf } from '../support/sfuView.ts'
import { until } from '../support/until.ts'

/** Sound and picture themselves over a line as some people have at home: 64 kbit/s each way, and 150 ms later each way. */
const NARROW = { bytesPerSecond: 8_000, delayMs: 150 }
const SENTENCE = join('tests', 'support', 'voices', 'kosten-en-tijd.wav')
const PATIENCE_MS = 90_000

interface Listener {
  page: Page
  ear: Ear
  person: string
}

let product: Product
let road: Road
let organiser: Voice
let speaker: Voice
let browser: Browser
let narrow: Listener
let wide: Listener

beforeAll(async () => {
  product = await startProduct()
  const { url } = sfuOf(product)
  road = await openRoad(url, () => 1)
  road.narrow(NARROW)
  organiser = await organise(product)
  await direct(organiser, 'openPlenary', {})
  const rows = (await product.everybody()).filter(({ role }) => role === 'participant')
  browser = await launchChromium()
  wide = await comeIn(rows[0])
  narrow = await comeIn(
    rows[1],
    overTheRoad(() => road),
  )
  speaker = await createVoice({ link: rows[2]?.url ?? '', name: 'Spreker' })
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([browser?.close(), speaker?.close(), organiser?.close()])
  await road?.close()
  await product?.stop()
}, 120_000)

async function comeIn(
  { url = '', person = '' }: Partial<LinkRow> = {},
  way?: (line: WebSocketRoute) => void,
): Promise<Listener> {
  const { page } = await enterHall(browser, url, async (opened) => {
    opened.setDefaultTimeout(PATIENCE_MS)
    if (way) await opened.routeWebSocket(/\/rtc/, way)
  })
  return { page, ear: await listen(page), person }
}

/** Says a sentence; how much of it each heard, with what came late. */
async function said(): Promise<{ narrowMs: number; wideMs: number }> {
  const from = [await narrow.ear.now(), await wide.ear.now()] as const
  await speaker.say(SENTENCE)
  await narrow.page.waitForTimeout(2_000)
  return {
    narrowMs: await narrow.ear.heardMs(from[0], await narrow.ear.now()),
    wideMs: await wide.ear.heardMs(from[1], await wide.ear.now()),
  }
}

test('on 64 kbit/s, with pictures in the room, whoever speaks is heard whole', async () => {
  await emptyFloor(organiser, 'plenary')
  await direct(organiser, 'grantFloor', { room: 'plenary', person: speaker.person })
  const turn = await until('the floor is offered', () => speaker.state()?.floors['plenary']?.turn, 20_000)
  expect(await speaker.send('startTurn', { room: 'plenary', turn: turn.id })).toEqual({ ok: true })
  await until('the voice may be heard', () => speaker.audible(), 20_000)
  await said()
  const { narrowMs, wideMs } = await said()
  console.info(`heard over 64 kbit/s: ${narrowMs} ms, beside it ${wideMs} ms`)
  expect(wideMs).toBeGreaterThan(1_000)
  expect(narrowMs / wideMs).toBeGreaterThan(0.8)
  expect(await speaker.send('endTurn', { room: 'plenary', turn: turn.id })).toEqual({ ok: true })
})

test('and is heard themselves, with their picture on', async () => {
  await emptyFloor(organiser, 'plenary')
  await direct(organiser, 'grantFloor', { room: 'plenary', person: narrow.person })
  await narrow.page.getByRole('button', { name: /^Begin/ }).click()
  const from = await wide.ear.now()
  await until('the other hears it', () => wide.ear.firstSoundAfter(from), 30_000)
  expect(road.losses().of, 'it went over the narrow line').toBeGreaterThan(500)
})
