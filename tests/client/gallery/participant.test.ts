// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DESKTOP, findings, NARROW, lookAt, type Looking } from './looking.ts'

/** What a participant does with the parts of a room that ask for an answer or a text. */
let looking: Looking
let page: Page

beforeAll(async () => {
  looking = await lookAt('index.html', '.state')
  page = looking.page
}, 240_000)

afterAll(() => looking?.close())

const open: Looking['open'] = (...what) => looking.open(...what)

const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
const box = async (name: string) => {
  const found = await page.getByRole('button', { name, exact: true }).first().boundingBox()
  if (!found) throw new Error(`${name} is not on the screen`)
  return found
}

it(
  '[S6] a private question takes no focus, and the keyboard comes to its answers first',
  { timeout: 90_000 },
  async () => {
    await open('nudge-silent')
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await page.getByRole('button', { name: 'Verlaten' }).focus()
    const passed: string[] = []
    for (const _ of ['speak', 'listen', 'later']) {
      await page.keyboard.press('Tab')
      passed.push(await focused())
    }
    expect(passed).toEqual(['Ik wil iets zeggen', 'Ik luister', 'Vraag mij straks'])
  },
)

it(
  '[S6] its answers are equally large, and it leaves the hand where it is',
  { timeout: 90_000 },
  async () => {
    await open('nudge-silent', NARROW)
    const answers = await Promise.all(['Ik wil iets zeggen', 'Ik luister', 'Vraag mij straks'].map(box))
    const [first] = answers
    for (const { width, height, y } of answers) {
      expect(width).toBeCloseTo(first?.width ?? 0, 0)
      expect(height).toBe(first?.height)
      expect(y).toBe(first?.y)
    }
    const hand = await page.locator('.button.is-hand').boundingBox()
    await open('05e-free', NARROW)
    expect(await page.locator('.button.is-hand').boundingBox()).toEqual(hand)
  },
)

it(
  '[F3] in a typed turn one types at once, and what is not sent yet goes with "klaar"',
  { timeout: 90_000 },
  async () => {
    await open('typed-typing')
    const send = page.getByRole('button', { name: 'Verstuur', exact: true })
    expect(await send.isDisabled()).toBe(true)
    await page.keyboard.type('Graag een bankje bij de halte.')
    expect(await page.getByLabel('Typ wat u wilt zeggen').inputValue()).toBe('Graag een bankje bij de halte.')
    expect(await send.isEnabled()).toBe(true)
    expect(await page.getByRole('button', { name: 'Verstuur, ik ben klaar' }).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'microfoon' }).count()).toBe(0)
  },
)

it('[F3] on a phone "Ik typ liever" stands under "Anders"', { timeout: 90_000 }, async () => {
  await open('05-next', NARROW)
  expect(await page.getByRole('button', { name: 'Ik typ liever' }).isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Anders' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ik typ liever' }).waitFor()
})

it(
  'shows the sentence in Arabic too, from right to left, and in another language as soon as that is chosen',
  { timeout: 90_000 },
  async () => {
    await open('item-and-arabic')
    const second = page.locator('.state [lang="ar"][dir="rtl"]')
    expect(await second.textContent()).toContain('الكلمة الآن لـ')
    expect(await page.locator('.topbar').textContent()).toContain('Afspraken maken')
    await page.getByRole('button', { name: 'Ik heb hulp nodig' }).click()
    await page.getByRole('button', { name: 'Zin bovenaan ook in' }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    expect(await page.locator('.state [lang="en"]').textContent()).toContain(
      'Anna has the floor. You are next.',
    )
  },
)

it.each(['dark', 'contrast'])(
  'has no finding of axe in the theme %s',
  { timeout: 180_000 },
  async (theme) => {
    for (const state of [
      'nudge-silent',
      'typed-typing',
      'typed-by-another',
      'telephone',
      'item-and-arabic',
    ]) {
      await open(state, DESKTOP, theme)
      expect(await findings(page), state).toEqual([])
    }
  },
)

it(
  '[F4] the keyboard stays in the dock when the button that was pressed goes away, and on no button',
  { timeout: 90_000 },
  async () => {
    const then = (moment: string) =>
      page.evaluate((detail) => void dispatchEvent(new CustomEvent('then', { detail })), moment)
    const region = () => page.evaluate(() => document.activeElement?.getAttribute('data-region') ?? null)
    await open('08-my-turn')
    await expect.poll(focused).toContain('Begin')
    for (const moment of ['09-speaking', '05b-idle']) {
      await then(moment)
      await expect.poll(region, { message: moment }).toBe('dock')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('[data-region]')?.className)).toMatch(
        /^dock/,
      )
    }
    await open('05e-free')
    await then('08-my-turn')
    await expect.poll(focused).toContain('Begin')
    await page.getByRole('button', { name: 'Verlaten' }).focus()
    await then('05b-idle')
    await page.waitForTimeout(1_200)
    expect(await focused()).toBe('Verlaten')
  },
)
