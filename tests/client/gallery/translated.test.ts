// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { translate } from '../support/translator.ts'
import { lookAt, type Looking } from './looking.ts'
import { MOMENTS } from './states.ts'

let looking: Looking
let page: Page
const faults: string[] = []

beforeAll(async () => {
  looking = await lookAt('index.html', '.dt-state')
  page = looking.page
  page.on('pageerror', (error) => faults.push(error.message))
}, 240_000)

afterAll(() => looking?.close())

/** What stands in the room, without the clocks, which went on, and back in Dutch. */
const shown = () =>
  page.evaluate(() =>
    ['.dt-topbar', '.dt-state', '.dt-notices', '[data-region=talk]', '.dt-dock']
      .map((part) => document.querySelector(part)?.textContent ?? '')
      .join(' | ')
      .replaceAll('ẋ', '')
      .replace(/\d+/g, '#'),
  )

/** Some parts are fetched first. */
async function settled(): Promise<string> {
  let before = ''
  for (let now = await shown(); now !== before; now = await shown()) {
    before = now
    await page.waitForTimeout(250)
  }
  return before
}

const [FIRST = '', ...THEN] = Object.keys(MOMENTS)
const goOn = (state: string) =>
  page.evaluate((detail) => dispatchEvent(new CustomEvent('then', { detail })), state)

it(
  '[V30] a room that the browser translates goes on, and says what is so',
  { timeout: 240_000 },
  async () => {
    await looking.open(FIRST)
    const asItIs = new Map<string, string>()
    for (const state of THEN) {
      await goOn(state)
      asItIs.set(state, await settled())
    }
    for (const way of ['replaces', 'wraps'] as const) {
      await looking.open(FIRST)
      await page.evaluate(translate, way)
      for (const state of THEN) {
        await goOn(state)
        await expect.poll(shown, { timeout: 10_000, message: state }).toBe(asItIs.get(state))
      }
      expect(await page.locator('font').count()).toBeGreaterThan(10)
      expect(faults).toEqual([])
    }
  },
)
