// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escape } from '../../support/escape.ts'
import { goTo } from '../../support/section.ts'
import { brokenWords, DESKTOP, findings, lookAt, NARROW, sideways, type Looking } from './looking.ts'

let looking: Looking
let page: Page

beforeAll(async () => {
  looking = await lookAt('desk.html', '#main')
  page = looking.page
}, 240_000)

afterAll(() => looking?.close())

const open: Looking['open'] = (...what) => looking.open(...what)

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click()

describe('the seats of a split', () => {
  it.each([DESKTOP, { width: 768, height: 900 }, NARROW])(
    'break no name inside a word that would fit, at $width px',
    async (size) => {
      await open('11-split', size)
      await goTo(page, 'Verdelen')
      await page.locator('.dt-chip-name').first().waitFor()
      await page.evaluate(() => {
        const names = ['Persoon 11', 'Deelneemster A40', 'Jo', 'Bartholomeus van den Bergh']
        for (const [index, name] of [...document.querySelectorAll('.dt-chip-name')].entries())
          if (name.firstChild) name.firstChild.textContent = names[index % names.length] ?? ''
      })
      expect(await brokenWords(page, '.dt-chip-name')).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )
})

describe('the list of people', () => {
  it('has a button that does nothing yet look like that under the mouse too', async () => {
    await open('30-lobby', DESKTOP)
    await goTo(page, 'Mensen')
    const button = page.getByRole('button', { name: 'Lees in', exact: true })
    const background = () => button.evaluate((element) => getComputedStyle(element).backgroundColor)
    const resting = await background()
    await button.hover({ force: true })
    expect(await background()).toBe(resting)
  }, 90_000)

  it.each([DESKTOP, NARROW])(
    'is searched, somebody in it is changed and taken out by keyboard, and a list is read again, at $width px',
    async (size) => {
      await open('30-lobby', size)
      await goTo(page, 'Mensen')
      await page.getByRole('button', { name: 'Verander Riet' }).waitFor()
      await page.getByLabel('Zoek op naam, groep of rol').fill('riet')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'Verander Riet' }).waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      await press('Haal uit de dialoog')
      await page.getByRole('dialog', { name: 'Riet uit de dialoog halen?' }).waitFor()
      expect(await findings(page)).toEqual([])
      await escape(page)
      await escape(page)
      expect(await page.getByRole('dialog').count()).toBe(0)
      await page.getByLabel('Lijst van mensen').fill('Persoon;Groep\nRiet;raad')
      await press('Lees in')
      await page.getByRole('button', { name: /Welke kolom is de naam/ }).click()
      await page.getByRole('option', { name: 'Persoon' }).click()
      expect(await findings(page)).toEqual([])
      await press('Lees het zo')
      await page.getByText('15 nieuw, 40 bekend, 1 veranderd.').waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      await press('Voer dit uit')
      const { y, height } = (await page.getByText('15 mensen zijn ingelezen.').boundingBox()) ?? {
        y: -1,
        height: 0,
      }
      expect(y >= 0 && y + height <= size.height).toBe(true)
    },
    90_000,
  )
})
