// @vitest-environment node
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escape } from '../../support/escape.ts'
import { fingerOn, pointOf } from '../../support/finger.ts'
import { DESKTOP, findings, NARROW, sideways, lookAt, type Looking } from './looking.ts'

/** The harvest, for whoever leads it and for who reads along. */
let looking: Looking
let page: Page

beforeAll(async () => {
  looking = await lookAt('desk.html', '#main')
  page = looking.page
}, 240_000)

afterAll(() => looking?.close())

const open: Looking['open'] = (...what) => looking.open(...what)

const sent = (): Promise<[string, unknown][]> =>
  page.evaluate(() => (globalThis as unknown as { sent: [string, unknown][] }).sent)
const card = (title: string): Locator => page.getByRole('row', { name: title })
const fine = async (): Promise<void> => {
  expect(await findings(page)).toEqual([])
  expect(await sideways(page)).toBeLessThanOrEqual(0)
}

describe.each(['35b-facilitator', '35b-participant', '35b-participant-merged'])(
  'reading along in the state %s',
  (state) => {
    it.each([DESKTOP, NARROW])(
      '[H2] has no finding of axe at $width px, and nothing to scroll sideways',
      async (size) => {
        await open(state, size)
        const reading = page.getByRole('heading', { name: 'De oogst' })
        const button = page.getByRole('button', { name: size === NARROW ? 'Afspraken' : 'Lees de afspraken' })
        // whoever has to answer finds it open
        if (state !== '35b-facilitator') await button.click()
        await reading.waitFor()
        await page.getByText('Vooraf duidelijk').click()
        await page.getByText('De gemeente zegt vooraf waarover').waitFor()
        await fine()
        const own = await page.getByRole('button', { name: /^Ja, namens tafel/ }).allTextContents()
        expect(own).toEqual(state === '35b-facilitator' ? ['Ja, namens tafel 6'] : [])
        expect(await page.getByRole('button', { name: /^Versleep/ }).count()).toBe(0)
      },
      90_000,
    )
  },
)

it('what is only read scrolls by keyboard, also while what can be pressed in it is not there yet', async () => {
  await open('35b-facilitator', NARROW)
  const texts = page.locator('[data-region=texts]')
  await texts.waitFor()
  await texts.evaluate((region) => {
    const text = Object.assign(document.createElement('p'), { textContent: 'Vooraf duidelijk. '.repeat(400) })
    region.replaceChildren(text)
  })
  await fine()
}, 90_000)

describe('the board', () => {
  it.each([DESKTOP, NARROW])(
    '[H2] merges by the menu: what the tables wrote, the new words, what is lost and who is asked, at $width px',
    async (size) => {
      await open('35-board', size)
      await page.getByRole('button', { name: 'Meer over Vroeg samen aan tafel' }).click()
      await page.getByRole('menuitem', { name: 'Voeg samen met …' }).click()
      await page.getByRole('dialog', { name: 'Voeg samen: tafel 2' }).waitFor()
      await fine()
      await page
        .getByRole('button', { name: /^Afspraak \d+: Eerst praten, dan plannen tafel 6, zelfde rol$/ })
        .click()
      await page.getByRole('dialog', { name: 'Voeg samen: tafel 2 en 6' }).waitFor()
      await fine()
      await page.getByRole('button', { name: 'Voeg er nog een toe' }).click()
      await page.getByRole('menuitem', { name: 'Wie mist er?' }).click()
      await page.getByRole('button', { name: 'Toch niet samenvoegen: Wie mist er?' }).waitFor()
      await page.getByRole('textbox', { name: 'Wat gaat verloren?' }).fill('Het woord “buurt”.')
      await fine()
      await page.getByRole('button', { name: 'Vraag tafel 2 en 6' }).click()
      expect(await sent()).toMatchObject([
        ['mergeAgreements', { from: ['a3', 'a4', 'a5'], note: 'Het woord “buurt”.' }],
      ])
    },
    120_000,
  )

  it('[H2] merges what is dragged onto another with the mouse', async () => {
    await open('35-board')
    await card('Eerst praten, dan plannen').dragTo(card('Vroeg samen aan tafel'))
    await page.getByRole('dialog', { name: 'Voeg samen: tafel 2 en 6' }).waitFor()
    expect(await sent()).toEqual([])
  }, 90_000)

  it('[H2] takes in, moves and leaves out what is dragged there with the mouse', async () => {
    await open('35-board', { width: 1280, height: 1700 })
    await card('Antwoord binnen tien werkdagen').dragTo(
      page.getByRole('grid', { name: 'Presterende overheid: De set voor de raad' }),
    )
    await expect.poll(sent).toEqual([['takeIntoSet', { agreement: 'a6' }]])
    await open('35-board', { width: 1280, height: 1700 })
    await card('Wie besluit').dragTo(card('Vooraf duidelijk'), { targetPosition: { x: 60, y: 2 } })
    await expect.poll(sent).toEqual([['moveInSet', { agreement: 'a2', place: 1 }]])
    await open('35-board', { width: 1280, height: 1700 })
    await card('Wie besluit').dragTo(
      page.getByRole('grid', { name: 'Rechtmatige overheid: Nog niet in de set' }),
    )
    await expect.poll(sent).toEqual([['leaveOut', { agreement: 'a2' }]])
  }, 120_000)

  it('[H2] does the same with the keyboard, from the grip', async () => {
    await open('35-board')
    const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    const drop = async (title: string, place: RegExp) => {
      await card(title).focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(name).toBe(`Versleep ${title}`)
      await page.keyboard.press('Enter')
      await expect.poll(name).toMatch(/^(Plaatsen|Neerzetten)/)
      for (let presses = 0; presses < 12 && !place.test(await name()); presses += 1)
        await page.keyboard.press('ArrowDown')
      expect(await name()).toMatch(place)
      await page.keyboard.press('Enter')
    }
    await drop('Eerst praten, dan plannen', /^Neerzetten op Afspraak \d+: Wie mist er\?$/)
    await page.getByRole('dialog', { name: 'Voeg samen: tafel 6' }).waitFor()
    await escape(page)
    await drop('Vooraf duidelijk', /^Plaatsen na Afspraak \d+: Wie besluit$/)
    await expect.poll(sent).toEqual([['moveInSet', { agreement: 'a1', place: 2 }]])
  }, 90_000)

  describe('with a finger, on a telephone', () => {
    const PHONE = { width: 360, height: 740 }
    const grip = (title: string): Locator => page.getByRole('button', { name: `Versleep ${title}` })
    /** The card is in the upper part of the screen, with what comes after it below. */
    const shown = (title: string) =>
      card(title).evaluate((element) => element.scrollIntoView({ block: 'start' }))

    it('[H2] moves, takes in, leaves out and merges what it carries by the grip', async () => {
      const finger = await fingerOn(page)
      const carry = async (title: string, to: Locator, down: number) => {
        await finger.down(await pointOf(grip(title)))
        await finger.to(await pointOf(to, down))
        await finger.up()
      }
      await open('35-board', PHONE)
      await shown('Vooraf duidelijk')
      await carry('Vooraf duidelijk', card('Wie besluit'), 0.9)
      await expect.poll(sent).toEqual([['moveInSet', { agreement: 'a1', place: 2 }]])
      await open('35-board', PHONE)
      await shown('Wie besluit')
      const loose = page.getByRole('grid', { name: 'Rechtmatige overheid: Nog niet in de set' })
      await carry('Wie besluit', loose, 0.5)
      await expect.poll(sent).toEqual([['leaveOut', { agreement: 'a2' }]])
      await open('35-board', PHONE)
      await shown('Vooraf duidelijk')
      await carry('Vooraf duidelijk', card('Wie besluit'), 0.5)
      await page.getByRole('dialog', { name: /^Voeg samen/ }).waitFor()
      expect(await sent()).toEqual([])
    }, 120_000)

    it('[H2] scrolls on near the edge, to a place that was not on the screen', async () => {
      const finger = await fingerOn(page)
      await open('35-board', PHONE)
      await shown('Vooraf duidelijk')
      await finger.down(await pointOf(grip('Vooraf duidelijk')))
      const far = card('Vroeg samen aan tafel')
      await finger.to({ x: 180, y: PHONE.height - 20 })
      const top = async (): Promise<number> => (await far.boundingBox())?.y ?? PHONE.height
      await expect.poll(top, { timeout: 30_000 }).toBeLessThan(500)
      await finger.to({ x: 180, y: 400 })
      await finger.to(await pointOf(far))
      await finger.up()
      await page.getByRole('dialog', { name: /^Voeg samen/ }).waitFor()
    }, 90_000)

    it('a card is still scrolled by from its words, and a tap on the grip does nothing', async () => {
      const finger = await fingerOn(page)
      await open('35-board', PHONE)
      await shown('Vooraf duidelijk')
      await finger.down(await pointOf(grip('Vooraf duidelijk')))
      await finger.up()
      const before = await page.evaluate(() => scrollY)
      await finger.down({ x: 180, y: 500 })
      await finger.to({ x: 180, y: 200 })
      await finger.up()
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100)
      expect(await sent()).toEqual([])
    }, 90_000)
  })

  it.each(['dark', 'contrast'])(
    'has no finding of axe in the theme %s',
    async (theme) => {
      for (const state of ['35-board', '35-waiting', '35-merged']) {
        await open(state, DESKTOP, theme)
        await page.getByRole('heading', { name: 'De oogst' }).waitFor()
        expect(await findings(page), state).toEqual([])
      }
    },
    120_000,
  )
})
