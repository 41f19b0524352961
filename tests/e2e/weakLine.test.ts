import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Voice } from '../../server/voices/voice.ts'
import { launchChromium } from '../support/chromium.ts'
import { direct, organise } from '../support/leading.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enterHall, press } from '../support/resident.ts'
import { sfuOf, type SfuView } from '../support/sfuView.ts'
import { until } from '../support/until.ts'

declare global {
  interface Window {
    /** The longest moment in which the page did nothing else, ms. */
    longest?: number
  }
}

/** 64 kbit/s and 300 ms more on every request of the page. Sound and picture themselves (WebRTC) are not held back by it. */
const WEAK = { offline: false, latency: 300, downloadThroughput: 8_000, uploadThroughput: 8_000 }
const PATIENCE_MS = 180_000

let product: Product
let sfu: SfuView
let organiser: Voice
let browser: Browser
let page: Page
let wire: CDPSession
let own = ''

beforeAll(async () => {
  product = await startProduct()
  sfu = sfuOf(product)
  organiser = await organise(product)
  await direct(organiser, 'openPlenary', {})
  browser = await launchChromium()
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([browser?.close(), organiser?.close()])
  await product?.stop()
}, 120_000)

async function becomesWeak(opened: Page): Promise<void> {
  opened.setDefaultTimeout(PATIENCE_MS)
  wire = await opened.context().newCDPSession(opened)
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', WEAK)
}

test('on 64 kbit/s with 300 ms delay somebody comes in and makes it to their seat at a table', async () => {
  const begun = performance.now()
  const seated = (await product.everybody()).find(({ person }) => organiser.state()?.plan?.seats[person])
  own = seated?.person ?? ''
  page = (await enterHall(browser, seated?.url ?? '', becomesWeak)).page
  console.info(`in the main room after ${Math.round((performance.now() - begun) / 1000)} s`)
  await direct(organiser, 'announceSplit', { ms: 5_000 })
  await page.getByRole('heading', { level: 1, name: /^Tafel \d/ }).waitFor()
  const there = async () =>
    (await sfu.participants()).filter(({ identity }) => identity.startsWith(`${own}:`)).length === 1
  await until('sound and picture are at the table', there, PATIENCE_MS)
  console.info(`at the table after ${Math.round((performance.now() - begun) / 1000)} s`)
  await wire.send('Network.emulateNetworkConditions', {
    ...WEAK,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
})

test('on a processor four times as slow a press is answered, and no moment stands still for long', async () => {
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.evaluate(() => {
    window.longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest ?? 0, duration)
    }).observe({ entryTypes: ['longtask'] })
  })
  const raised = performance.now()
  await press(page, 'Ik wil iets zeggen')
  await page.getByRole('button', { name: 'Hand omlaag' }).waitFor()
  console.info(`a hand was up after ${Math.round(performance.now() - raised)} ms`)
  await press(page, /^Anders/)
  await page.getByRole('menuitem', { name: 'Alleen geluid' }).click()
  await page.getByText('U hoort iedereen, zonder beeld').waitFor()
  const longest = await page.evaluate(() => window.longest ?? Infinity)
  console.info(`the longest moment that stood still took ${Math.round(longest)} ms`)
  expect(longest).toBeLessThan(2_000)
})

test('sound only: no picture comes in or goes out any more, at the SFU as well', async () => {
  const pictures = async () =>
    (await sfu.participants())
      .filter(({ identity }) => identity.startsWith(`${own}:`))
      .flatMap(({ tracks }) => tracks).length
  await until('the own picture is gone', async () => (await pictures()) === 0, 20_000)
  expect(await page.locator('video').count()).toBe(0)
  await press(page, /^Anders/)
  await page.getByRole('menuitem', { name: 'Weer met beeld' }).click()
  await page.getByText('U hoort iedereen, zonder beeld').waitFor({ state: 'detached' })
})
