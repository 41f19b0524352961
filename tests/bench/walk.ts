import type { Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { excelOf } from '../support/sheets.ts'
import { startProduct } from '../support/product.ts'
import { openWindow } from '../support/resident.ts'

const PEOPLE = 40
const TABLES = 8
/** A dialogue begins with a table for each role; each gets a second one. */
const ROLES = 4

export interface WalkReport {
  presses: number
  /** From the first page to people with links, read from a file; and to their letters. */
  listed: number
  printed: number
  /** From the first page to tables that are open, as fast as a script presses; people read meanwhile. */
  seconds: number
  tables: number
  led: number
  seated: number
}

/** As a municipality keeps it, in a spreadsheet. */
const list = (): string[][] =>
  [
    'Naam;Groep;Rol',
    ...Array.from({ length: TABLES }, (_, index) => `Begeleider ${index + 1};;begeleiders`),
    ...Array.from({ length: PEOPLE }, (_, index) => {
      const group = ['inwoners', 'inwoners', 'inwoners', 'gemeenteraad', 'ambtenaren'][index % 5]
      return `Deelneemster ${String.fromCodePoint(65 + (index % 26))}${index};${group};`
    }),
  ].map((line) => line.split(';'))

/** From the demonstration's first page to a split of 40 people at 8 tables, by somebody who knows the way. */
export async function walk(): Promise<WalkReport> {
  const product = await startProduct()
  const browser = await launchChromium()
  let presses = 0
  try {
    const { context, page } = await openWindow(browser)
    await page.goto(product.url)
    const began = performance.now()
    const press = async (on: Page, name: string | RegExp, role: 'button' | 'tab' = 'button') => {
      await on.getByRole(role, { name }).first().click()
      presses += 1
    }
    const opened = context.waitForEvent('page')
    await press(page, 'Maak een dialoog')
    const own = await opened
    await own.locator('input[type=file]').setInputFiles({
      name: 'mensen.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(excelOf(list())),
    })
    presses += 1
    await own.getByLabel('Lijst van mensen').filter({ hasText: 'Deelneemster' }).waitFor()
    await press(own, 'Lees in')
    await own.getByText(`${PEOPLE + TABLES} mensen zijn ingelezen.`).waitFor()
    const listed = performance.now() - began
    await press(own, 'Naar de links')
    const printing = context.waitForEvent('page')
    await press(own, /^Maak \d+ brieven/)
    const letters = await printing
    await letters.locator('svg').nth(PEOPLE).waitFor()
    const printed = performance.now() - began
    await letters.close()
    await press(own, 'Verdelen', 'tab')
    for (let role = 0; role < TABLES - ROLES; role++) {
      await own
        .getByRole('button', { name: /^Tafel erbij/ })
        .nth(role)
        .click()
      presses += 1
    }
    await press(own, 'Verdeel iedereen')
    await press(own, 'Open de zaal')
    await press(own, 'Open de zaal zonder belofte')
    await press(own, 'Kondig aan')
    await press(own, 'Nu gaan')
    await own.getByRole('tab', { name: 'Tafels', selected: true }).waitFor()
    const seconds = (performance.now() - began) / 1_000
    await press(own, 'Verdelen', 'tab')
    const cards = own.locator('.dt-split-board')
    return {
      presses: presses - 1,
      listed: Math.round(listed / 100) / 10,
      printed: Math.round(printed / 100) / 10,
      seconds: Math.round(seconds * 10) / 10,
      tables: await cards.getByRole('heading', { level: 3 }).count(),
      led: await cards.getByText(/begeleidt$/).count(),
      seated: await cards.getByText(/^Deelneemster/).count(),
    }
  } finally {
    await browser.close()
    await product.stop()
  }
}

export function printWalk({ presses, listed, printed, seconds, tables, led, seated }: WalkReport): void {
  console.log(
    `An Excel file became people with links after ${listed} s, and their letters after ${printed} s.`,
  )
  console.log(
    `From the first page to ${seated} people at ${tables} tables, ${led} of them led: ${presses} presses and one file, ${seconds} s.`,
  )
}
