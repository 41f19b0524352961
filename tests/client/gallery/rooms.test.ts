// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenWords, DESKTOP, findings, NARROW, sideways, lookAt, type Looking } from './looking.ts'
import { MOMENTS } from './states.ts'

let looking: Looking
let page: Page

beforeAll(async () => {
  looking = await lookAt('index.html', '.dt-state')
  page = looking.page
}, 240_000)

afterAll(() => looking?.close())

const open: Looking['open'] = (...what) => looking.open(...what)

describe.each(Object.keys(MOMENTS))('a room in the state %s', (state) => {
  it('has no finding of axe on a desktop', { timeout: 90_000 }, async () => {
    await open(state, DESKTOP)
    expect(await findings(page)).toEqual([])
  })

  it(
    'has no finding of axe at 320 px, nothing to scroll sideways, and no button with a broken word',
    { timeout: 90_000 },
    async () => {
      await open(state, NARROW)
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      expect(await brokenWords(page, '.dt-button')).toEqual([])
    },
  )
})

describe('the themes', () => {
  it.each(['dark', 'contrast'])('have no finding of axe: %s', { timeout: 180_000 }, async (theme) => {
    for (const state of ['05-next', '08-my-turn', '16-lost', '15-announced', '32-my-answer', '32b-opened']) {
      await open(state, DESKTOP, theme)
      expect(await findings(page), state).toEqual([])
    }
  })
})

describe('the keyboard', () => {
  it(
    'starts at Begin when my turn comes, and reaches the dock and every part',
    { timeout: 90_000 },
    async () => {
      await open('08-my-turn', DESKTOP)
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Begin')
      await page.keyboard.press('F6')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-region'))).toBe('state')
      await page.keyboard.press('F2')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Begin')
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  )

  it('keeps the hand and Begin above the tabs on a phone, in every tab', { timeout: 90_000 }, async () => {
    await open('08-my-turn', NARROW)
    await page.getByRole('button', { name: 'Afspraak' }).click()
    expect(await page.getByRole('button', { name: 'Begin' }).isVisible()).toBe(true)
    expect(await page.getByRole('main').count()).toBe(1)
  })
})
