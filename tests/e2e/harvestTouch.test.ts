import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theSet } from '../../shared/dialogue/harvest/theSet.ts'
import { launchChromium } from '../support/chromium.ts'
import { fingerOn, pointOf } from '../support/finger.ts'
import { openLine, type Line } from '../support/line.ts'
import { startAs, type Product } from '../support/product.ts'
import { openWindow, press } from '../support/resident.ts'
import { goTo } from '../support/section.ts'
import { until } from '../support/until.ts'
import { redeem } from '../support/visitor.ts'

/** The organiser harvests on a telephone, with a finger. */
let product: Product
let browser: Browser
let page: Page
/** Somebody else, to whom the server tells what became of it. */
let facilitator: Line

beforeAll(async () => {
  product = await startAs()
  facilitator = openLine(await redeem(product.links.facilitator[0] ?? ''))
  await facilitator.next('welcome')
  browser = await launchChromium({ locale: 'nl-NL' })
  page = (await openWindow(browser, 360, 740)).page
  page.setDefaultTimeout(60_000)
  await page.goto(product.links.organiser)
  await press(page, 'Verder')
  await press(page, 'Open de zaal')
  await goTo(page, 'Afspraken')
  await page
    .getByRole('button', { name: /^Versleep/ })
    .first()
    .waitFor()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await facilitator?.close()
  await product?.stop()
}, 60_000)

const inSet = () => theSet(facilitator.state()).map(({ id, place }) => [id, place])
const card = (id: string): Locator => page.locator(`[data-agreement="${id}"]`)
const grip = (id: string): Locator => card(id).getByRole('button', { name: /^Versleep/ })

test('[H2] a card that is carried out of the set by a finger is out of it for everybody, and comes back the same way', async () => {
  const set = theSet(facilitator.state())
  // not what has still to be put forward: that stays until it was
  const gone = set.find(({ state }) => state === 'inSet')
  if (!gone) throw new Error('nothing stands in the set')
  const list = (zone: string): Locator =>
    page.locator(`.dt-agreements-role:has([data-agreement="${gone.id}"]) [data-zone="${zone}"]`)
  const finger = await fingerOn(page)
  const carry = async (zone: string): Promise<void> => {
    await grip(gone.id).evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await finger.down(await pointOf(grip(gone.id)))
    // at the edge the page scrolls by itself, until the upper edge of the list is well in sight
    await finger.to({ x: 180, y: zone === 'loose' ? 700 : 30 })
    const top = async (): Promise<number> => (await list(zone).boundingBox())?.y ?? 0
    await expect.poll(async () => (await top()) > 100 && (await top()) < 620, { timeout: 30_000 }).toBe(true)
    await finger.to({ x: 180, y: 360 })
    await finger.to({ x: 180, y: (await top()) + 4 })
    await finger.up()
  }
  await carry('loose')
  await until('it left the set', () => !inSet().some(([id]) => id === gone.id), 20_000)
  await carry('set')
  await until('it is back', () => inSet().some(([id]) => id === gone.id), 20_000)
}, 120_000)
