import { join } from 'node:path'
import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createVoice, type Voice } from '../../server/voices/voice.ts'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import { launchChromium } from '../support/chromium.ts'
import { listen, type Ear } from '../support/ear.ts'
import { startProduct, type Product } from '../support/product.ts'
import { openWindow, PARTICIPANT, press } from '../support/resident.ts'
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
  organiser = await createVoice({ link: product.links.organiser, name: 'Organisator' })
  await until('the organiser sees the session', () => organiser.state(), 20_000)
  await direct('openPlenary', {})
  const rows = (await product.everybody()).filter(({ role }) => role === 'participant')
  browser = await launchChromium()
  wide = await comeIn(rows[0]?.url ?? '', rows[0]?.person ?? '')
  narrow = await comeIn(rows[1]?.url ?? '', rows[1]?.person ?? '', overTheRoad)
  speaker = await createVoice({ link: rows[2]?.url ?? '', name: 'Spreker' })
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([browser?.close(), speaker?.close(), organiser?.close()])
  await road?.close()
  await product?.stop()
}, 120_000)

async function direct(type: CommandType, payload: object): Promise<void> {
  const answer = await organiser.send(type, payload)
  if (!answer.ok) throw new Error(`${type} was refused: ${answer.code}`)
}

async function comeIn(link: string, person: string, way?: (line: WebSocketRoute) => void): Promise<Listener> {
  const { page } = await openWindow(browser)
  page.setDefaultTimeout(PATIENCE_MS)
  if (way) await page.routeWebSocket(/\/rtc/, way)
  await page.goto(link)
  for (const name of ['Verder', ...PARTICIPANT]) await press(page, name)
  await page.getByRole('heading', { level: 1, name: /zaal/ }).waitFor()
  return { page, ear: await listen(page), person }
}

/** The page's signalling goes to the road, which then stands where the page thinks the media server is. */
function overTheRoad(line: WebSocketRoute): void {
  const { pathname, search } = new URL(line.url())
  const on = new WebSocket(road.url + pathname + search)
  const open = new Promise<void>((resolve) => on.once('open', resolve))
  line.onMessage((message) => void open.then(() => on.send(message)))
  on.on('message', (data: Buffer, binary) => line.send(binary ? data : data.toString()))
  on.on('close', () => void line.close())
  on.on('error', () => void line.close())
  line.onClose(() => on.close())
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
  await direct('grantFloor', { room: 'plenary', person: speaker.person })
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
  await direct('grantFloor', { room: 'plenary', person: narrow.person })
  await narrow.page.getByRole('button', { name: /^Begin/ }).click()
  const from = await wide.ear.now()
  await until('the other hears it', () => wide.ear.firstSoundAfter(from), 30_000)
  expect(road.losses().of, 'it went over the narrow line').toBeGreaterThan(500)
})
