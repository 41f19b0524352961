import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openLine } from '../support/line.ts'
import { startAs, type Product } from '../support/product.ts'
import { enter, openWindow, press } from '../support/resident.ts'
import { redeem } from '../support/visitor.ts'

/** A resident who comes back between two sessions, with nothing but a keyboard. */
let product: Product
let browser: Browser

beforeAll(async () => {
  product = await startAs()
  browser = await launchChromium()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
}, 60_000)

const REASON = 'Zo kan wie werkt er niet bij zijn.'
const WHEN = { date: '2030-01-08', from: '19:30', to: '21:30' }
const DAY = 24 * 3_600_000

/** A session that Riet misses: something leaves the set in it, and afterwards people may object until the next one. */
async function sessionMissed(): Promise<{ gone: number; stays: number }> {
  const saskia = await redeem(product.links.organiser)
  const line = openLine(saskia, { takeOver: true })
  await line.next('welcome')
  const tells = async (type: string, payload: object) =>
    expect([type, await line.command(type, payload)]).toEqual([type, { ok: true }])
  const set = Object.values(line.state().agreements).filter(({ state }) => state === 'inSet')
  const [gone, stays] = set.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0))
  if (!gone || !stays) throw new Error('the set is too small')
  await tells('openPlenary', {})
  await tells('leaveOut', { agreement: gone.id })
  await tells('endSession', {})
  await tells('allowObjections', { until: Date.now() + DAY })
  expect((await saskia.send('POST', 'api/session', WHEN)).status).toBe(201)
  await line.close()
  return { gone: gone.number, stays: stays.number }
}

/** What has the focus, as it is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    const label = at?.id ? document.querySelector(`label[for="${at.id}"]`) : null
    return (at?.getAttribute('aria-label') ?? label?.textContent ?? at?.textContent ?? '').trim()
  })

/** Along the page with Tab until something is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (name.test(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no ${name.source} along the page`)
}
async function keys(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

test('she reads what changed and objects from home by keyboard alone, and the organiser finds it at the next session', async () => {
  const { gone, stays } = await sessionMissed()
  const riet = await openWindow(browser)
  const { page } = riet
  page.setDefaultTimeout(60_000)
  await page.goto(product.links.participant[0] ?? '')
  await page.getByRole('button', { name: 'Verder' }).waitFor()
  await keys(page, /^Verder$/)
  await page.getByRole('heading', { name: 'Dit lag er, dit is veranderd' }).waitFor()

  const changed = page.getByRole('listitem').filter({ hasText: 'staat niet meer in de set voor de raad' })
  await changed.getByRole('heading', { name: new RegExp(`^Afspraak ${gone}:`) }).waitFor()
  // strict: once, and no more
  await page.getByText(/^U kunt een bezwaar geven tot en met .* uur\.$/).waitFor({ state: 'attached' })
  await page.getByText('U was er toen niet.').waitFor({ state: 'attached' })

  await keys(page, /^Lees de andere/)
  await keys(page, new RegExp(`bezwaar bij afspraak ${stays}$`))
  await page.getByRole('textbox', { name: 'Wat is uw bezwaar?' }).waitFor()
  // the field has the focus by itself
  await page.keyboard.type(REASON)
  await keys(page, /^Geef mijn bezwaar$/)
  await page.getByText('Uw bezwaar is binnen.').waitFor()
  await expect.poll(() => focused(page)).toMatch(/^Uw bezwaar is binnen\./)

  const saskia = await enter(browser, product.links.organiser, [])
  await press(saskia.page, 'Open de zaal')
  await saskia.page.getByRole('tab', { name: 'Afspraken' }).click()
  const told = saskia.page.getByRole('list', { name: 'Bezwaren' }).or(saskia.page.getByText(REASON))
  await told.first().waitFor()
  const byHer = new RegExp(`Riet.*afspraak ${stays}|afspraak ${stays}.*Riet`, 'i')
  for (const words of [REASON, byHer])
    await saskia.page.getByText(words).first().waitFor({ state: 'attached' })
  expect([...riet.faults, ...saskia.faults]).toEqual([])
}, 240_000)
