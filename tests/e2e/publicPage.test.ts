import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicPage } from '../../server/exports/publicPage.ts'
import { PUBLIC_SHEET } from '../../server/exports/publicSheet.ts'
import { DESKTOP, findings, NARROW, sideways } from '../client/gallery/looking.ts'
import { launchChromium } from '../support/chromium.ts'
import { EVERYTHING } from '../support/publicPage.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium({ locale: 'nl-NL' })
  page = await browser.newPage()
}, 240_000)
afterAll(() => browser?.close())

test('the longest word of a title stands on one line of a small telephone', async () => {
  await page.setViewportSize(NARROW)
  const shown = publicPage({ ...EVERYTHING, title: 'Tien afspraken over burgerparticipatie' })
  await page.setContent(shown.replace(/<link[^>]*>/, `<style>${PUBLIC_SHEET}</style>`))
  const lines = await page.locator('h1').evaluate(({ firstChild }) => {
    const word = document.createRange()
    if (firstChild) word.setStart(firstChild, 'Tien afspraken over '.length)
    if (firstChild) word.setEnd(firstChild, 'Tien afspraken over burgerparticipatie'.length)
    return new Set([...word.getClientRects()].map(({ top }) => top)).size
  })
  expect(lines).toBe(1)
}, 90_000)

test.each([
  ['light', DESKTOP],
  ['light', NARROW],
  ['dark', NARROW],
] as const)(
  'the public page has no finding of axe and nothing to scroll sideways: %s, %o',
  async (colorScheme, size) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(size)
    await page.setContent(publicPage(EVERYTHING).replace(/<link[^>]*>/, `<style>${PUBLIC_SHEET}</style>`))
    await page.getByText('Met een minderheidsnotitie').first().click()
    expect(await page.getByRole('button', { name: 'Lees voor' }).count()).toBe(0)
    // as on a device with a voice of its own
    await page.locator('#voorlezen').evaluate((button) => button.removeAttribute('hidden'))
    await page.locator('#voorlezen').evaluate((button) => (button.textContent = 'Lees voor'))
    expect(await findings(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    const lettersOf = () =>
      page
        .locator('main p')
        .first()
        .evaluate((words) => getComputedStyle(words).fontSize)
    const usual = await lettersOf()
    await page.getByRole('checkbox', { name: 'Groter lezen' }).press('Space')
    expect(Number.parseFloat(await lettersOf())).toBeGreaterThan(Number.parseFloat(usual) * 1.2)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
  },
  90_000,
)
