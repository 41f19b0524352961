import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Voice } from '../../server/voices/voice.ts'
import { launchChromium } from '../support/chromium.ts'
import { direct, organise } from '../support/leading.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enter, enterHall } from '../support/resident.ts'
import { redeem } from '../support/visitor.ts'

/** Pictures a second at which signs can be read. */
const READABLE = 20
const WATCH_MS = 5_000

let product: Product
let organiser: Voice
let ours: Browser
let theirs: Browser
let viewer: Page

beforeAll(async () => {
  product = await startProduct()
  const { send } = await redeem(product.links.organiser)
  await send('POST', 'api/people', { text: 'naam;rol\nTess;gebarentolk', check: false })
  organiser = await organise(product)
  await direct(organiser, 'openPlenary', {})
  const rows = await product.everybody()
  const linkOf = (wanted: string) => rows.find(({ role }) => role === wanted)?.url ?? ''
  // more than is asked of it: what comes in is what was asked
  theirs = await launchChromium({ fps: 30 })
  ours = await launchChromium()
  await enter(theirs, linkOf('interpreter'))
  viewer = (await enterHall(ours, linkOf('participant'))).page
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([ours?.close(), theirs?.close(), organiser?.close()])
  await product?.stop()
}, 120_000)

test('a sign interpreter is seen at 20 pictures a second and more', async () => {
  const picture = viewer.locator('.dt-interpreters video')
  await picture.waitFor()
  const shown = () =>
    picture.evaluate((video: HTMLVideoElement) => ({
      frames: video.getVideoPlaybackQuality().totalVideoFrames,
      at: performance.now(),
    }))
  const from = await shown()
  await viewer.waitForTimeout(WATCH_MS)
  const to = await shown()
  const aSecond = (1_000 * (to.frames - from.frames)) / (to.at - from.at)
  console.info(`the interpreter at ${aSecond.toFixed(1)} pictures a second`)
  expect(aSecond).toBeGreaterThanOrEqual(READABLE)
})
