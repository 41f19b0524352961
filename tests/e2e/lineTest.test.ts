import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, NARROW, sideways } from '../client/gallery/looking.ts'
import { launchChromium } from '../support/chromium.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enter, openWindow, press, type Resident } from '../support/resident.ts'
import { startSfuWithTurn, type SfuWithTurn } from '../support/sfuWithTurn.ts'

/** From the press to the words. */
const WORDS_MS = 10_000

let sfu: SfuWithTurn
let product: Product
let browser: Browser
let mine: Resident

beforeAll(async () => {
  sfu = await startSfuWithTurn()
  Object.assign(process.env, sfu.env)
  product = await startProduct()
  browser = await launchChromium()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await sfu?.stop()
}, 120_000)

test('the line is tested from the page of the link: four ways, tried for real, in words within 10 s', async () => {
  mine = await openWindow(browser)
  const { page } = mine
  await page.goto(product.links.participant[0] ?? '')
  await press(page, 'Test eerst uw verbinding')
  await page.getByRole('heading', { name: 'Test van uw verbinding' }).waitFor()
  const begun = performance.now()
  await page.getByText('Uw verbinding is goed genoeg.').waitFor({ timeout: WORDS_MS })
  console.info(`the line test took ${Math.round(performance.now() - begun)} ms`)
  const ways = await page.getByRole('listitem').allInnerTexts()
  expect(ways.map((way) => way.replace(/\s+/g, ' '))).toEqual([
    'Contact met de bijeenkomst: lukt',
    'Geluid en beeld, rechtstreeks: lukt',
    'Geluid en beeld, langs een andere weg: lukt',
    'Geluid en beeld, met een omweg: lukt',
  ])
  await page.getByText('Code voor de helper: SUTR').waitFor()
  expect(await findings(page)).toEqual([])
  await page.setViewportSize(NARROW)
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  expect(mine.faults).toEqual([])
})

test('the digital helper sees it at that name', async () => {
  const helper = await enter(browser, product.links.helper, [])
  await helper.page.getByRole('heading', { name: 'Test van de verbinding' }).waitFor()
  await helper.page.getByText('goed (SUTR)').waitFor()
  await helper.context.close()
})

test('a network that lets nothing but web pages through: said, and the telephone is offered', async () => {
  const { page } = mine
  await page.evaluate(() => {
    // nothing of the media gets out: there is no candidate to send from
    Object.defineProperty(RTCPeerConnection.prototype, 'setRemoteDescription', {
      value: () => new Promise(() => undefined),
    })
  })
  await press(page, 'Test opnieuw')
  await page.getByText('Lezen en typen lukt wel').waitFor({ timeout: WORDS_MS })
  await page.getByText('Code voor de helper: SXXX').waitFor()
  await press(page, 'Ik wil meedoen met de telefoon')
  await page.getByText('De digitale helper weet het').waitFor()
  await press(page, 'Verder')
  await page.getByRole('heading', { name: 'Beeld en geluid' }).waitFor()
})
