import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openLine } from '../support/line.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enter, press } from '../support/resident.ts'
import { redeem } from '../support/visitor.ts'

let product: Product
let browser: Browser

beforeAll(async () => {
  product = await startProduct()
  browser = await launchChromium()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
}, 60_000)

test('the organiser plans a further session, and the page of a resident comes over to it by itself', async () => {
  const line = openLine(await redeem(product.links.organiser))
  await line.next('welcome')
  for (const type of ['openPlenary', 'endSession']) expect(await line.command(type, {})).toEqual({ ok: true })
  await line.close()
  const organiser = await enter(browser, product.links.organiser, [])
  const riet = await enter(browser, product.links.participant[0] ?? '', [])
  await riet.page.getByRole('heading', { name: 'De teksten van de tafels' }).waitFor()

  await press(organiser.page, 'Plan de volgende bijeenkomst')
  const dialog = organiser.page.getByRole('dialog', { name: 'Volgende bijeenkomst' })
  await dialog.getByRole('button', { name: 'Maak de volgende bijeenkomst' }).click()
  await dialog.getByText('Vul datum en tijden in.').waitFor()
  await dialog.getByLabel('Datum').fill('2030-01-08')
  await dialog.getByRole('button', { name: 'Maak de volgende bijeenkomst' }).click()

  await organiser.page.getByRole('button', { name: 'Open de zaal' }).waitFor()
  await riet.page.getByRole('heading', { name: 'Beeld en geluid' }).waitFor()
  expect([...organiser.faults, ...riet.faults]).toEqual([])
}, 180_000)
