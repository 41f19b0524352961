// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { escape } from '../../support/escape.ts'
import { DESKTOP, findings, NARROW, lookAt, type Looking } from './looking.ts'

/** What a participant does with the parts of a room that ask for an answer or a text. */
let looking: Looking
let page: Page

beforeAll(async () => {
  looking = await lookAt('index.html', '.dt-state')
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
    const hand = await page.locator('.dt-button.is-hand').boundingBox()
    await open('05e-free', NARROW)
    expect(await page.locator('.dt-button.is-hand').boundingBox()).toEqual(hand)
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

it.each([DESKTOP, NARROW])(
  '[F3] the other ways to take part stand in one menu, and the keyboard comes back from it, at $width px',
  { timeout: 90_000 },
  async (size) => {
    await open('05b-idle', size)
    const menu = page.getByRole('button', { name: 'Anders' })
    await menu.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Toetsen' }).waitFor()
    const shown = await page.getByRole('menuitem').allTextContents()
    const ways = [
      'Ik typ liever',
      'Kort reageren',
      'Vraag over het gesprek',
      'Alleen geluid',
      'Camera, microfoon en geluid kiezen',
      'Naast mij zit nog iemand',
      'Toetsen',
    ]
    expect(shown).toEqual(size === NARROW ? [...ways, 'Verlaten'] : ways)
    expect(await findings(page)).toEqual([])
    await escape(page)
    await expect.poll(focused).toContain('Anders')
    await menu.click()
    await page.getByRole('menuitem', { name: 'Toetsen' }).click()
    await page.getByRole('dialog', { name: 'Toetsen' }).waitFor()
    await escape(page)
    await expect.poll(focused).toContain('Anders')
  },
)

it.each([NARROW, { width: 360, height: 740 }, { width: 768, height: 1024 }, DESKTOP])(
  'no button of the dock is cut off, and each can be pressed well, at $width px',
  { timeout: 90_000 },
  async (size) => {
    for (const state of ['05-next', '05b-idle', '05e-free', '05f-lowered', '08-my-turn', '18-no-media']) {
      await open(state, size)
      const buttons = await page.locator('[data-region="dock"] button:visible').all()
      for (const button of buttons) {
        const found = await button.boundingBox()
        const name = `${state}: ${await button.innerText()}`
        expect(found?.height ?? 0, name).toBeGreaterThanOrEqual(44)
        expect((found?.y ?? 0) + (found?.height ?? 0), name).toBeLessThanOrEqual(size.height)
        expect((found?.x ?? 0) + (found?.width ?? 0), name).toBeLessThanOrEqual(size.width)
        const cut = await button.evaluate((one) => one.scrollWidth > one.clientWidth + 1)
        expect(cut, name).toBe(false)
      }
    }
  },
)

it(
  '[F2] the tiles of a table are equally large, also in its last row, and one who drops moves nobody',
  { timeout: 90_000 },
  async () => {
    await open('05b-idle')
    const boxes = async () =>
      Promise.all(
        (await page.locator('ol[aria-label^="Mensen aan deze tafel"] > li').all()).map((tile) =>
          tile.boundingBox(),
        ),
      )
    const before = await boxes()
    expect(
      new Set(before.map((tile) => `${Math.round(tile?.width ?? 0)} ${Math.round(tile?.height ?? 0)}`)).size,
    ).toBe(1)
    await page.evaluate(() => void dispatchEvent(new CustomEvent('then', { detail: '16-away' })))
    await page.getByText('even weg').first().waitFor()
    expect(await boxes()).toEqual(before)
  },
)

it(
  'shows the sentence in Arabic too, from right to left, and in another language as soon as that is chosen',
  { timeout: 90_000 },
  async () => {
    await open('item-and-arabic')
    const second = page.locator('.dt-state [lang="ar"][dir="rtl"]')
    expect(await second.textContent()).toContain('الكلمة الآن لـ')
    expect(await page.locator('.dt-topbar').textContent()).toContain('Afspraken maken')
    await page.getByRole('button', { name: 'Ik heb hulp nodig' }).click()
    await page.getByRole('button', { name: 'Zin bovenaan ook in' }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    expect(await page.locator('.dt-state [lang="en"]').textContent()).toContain(
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
        /^dt-dock/,
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

it.each([DESKTOP, NARROW])(
  'after the end four questions can be answered, at $width px',
  { timeout: 90_000 },
  async (size) => {
    await open('ended', size)
    await page.getByRole('radiogroup', { name: /Telde uw stem/ }).waitFor()
    for (const answer of await page.locator('.dt-radio', { hasText: 'Meestal wel' }).all())
      expect((await answer.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44)
    await page.getByText('Meestal wel').first().click()
    expect(await findings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  },
)

it.each([DESKTOP, NARROW])(
  '(07) what a helper sends is said, and its answers are one press away, at $width px',
  async (size) => {
    await open('07-told', size)
    await page.getByText('De helper stuurt u een bericht.').waitFor()
    await page.getByRole('button', { name: 'Bericht van de helper' }).first().click()
    await page.getByText('Hans stuurt een testgeluid. Hoort u drie tonen?').waitFor()
    await page.getByRole('button', { name: 'Typ met Hans' }).click()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Ja, ik hoor ze' }).click()
    await page.getByText('Hans ziet uw antwoord.').waitFor()
    expect(await page.getByText('De helper stuurt u een bericht.').count()).toBe(0)
  },
  90_000,
)
