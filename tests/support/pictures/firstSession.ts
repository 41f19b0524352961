import type { Browser } from 'playwright-core'
import { createVoice } from '../../../server/voices/voice.ts'
import type { Product } from '../product.ts'
import { enter, openWindow, press } from '../resident.ts'
import { shoot } from './shoot.ts'

/** The first page, the main room, the split and the tables, with voices that talk. */
export async function firstSession(product: Product, browser: Browser): Promise<void> {
  await front(product, browser)
  const facilitators = (await product.everybody()).filter(({ role }) => role === 'facilitator')
  // each page with pictures keeps a core busy: who is on no picture is there without one
  for (const { url, name } of facilitators.slice(1)) await createVoice({ link: url, name })
  const organiser = (await enter(browser, product.links.organiser, [])).page
  const resident = (await enter(browser, product.links.participant[0] ?? '')).page
  const desk = (await enter(browser, facilitators[0]?.url ?? '')).page
  await shoot(resident, 'plenary', resident.locator('.dt-hall .dt-tile'))

  await organiser.getByRole('tab', { name: 'Verdelen' }).click()
  await shoot(organiser, 'split', organiser.locator('.dt-chip'))
  await press(organiser, /Kondig aan/)
  await shoot(resident, 'moving', resident.locator('.dt-move'))
  await resident.getByRole('heading', { level: 1, name: 'Tafel 1' }).waitFor({ timeout: 60_000 })
  await organiser.getByRole('tab', { name: 'Tafels' }).click()

  await press(desk, 'Geef om de beurt het woord')
  await press(resident, 'Ik wil iets zeggen')
  await press(desk, /^Volgende/)
  await shoot(resident, 'table', resident.locator('.dt-table .dt-tile'))
  await shoot(desk, 'desk', desk.locator('.dt-desk-people .dt-tile'))
  await resident.getByRole('button', { name: /^Begin/ }).waitFor({ timeout: 180_000 })
  await shoot(resident, 'my-turn', resident.getByRole('button', { name: /^Begin/ }))
  await shoot(organiser, 'overview', organiser.locator('.dt-overview-card'))
  await helping(product, browser, resident)
}

async function front(product: Product, browser: Browser): Promise<void> {
  const { context, page } = await openWindow(browser)
  await page.goto(product.url)
  await shoot(page, 'front', page.locator('.dt-who'))
  await context.close()
}

/** Somebody at the table asks for help, and the helper sees it. */
async function helping(
  product: Product,
  browser: Browser,
  resident: Parameters<typeof press>[0],
): Promise<void> {
  const helper = await openWindow(browser)
  await helper.page.goto(product.links.helper)
  await press(helper.page, 'Verder')
  await press(resident, 'Ik heb hulp nodig')
  await press(resident, 'Laat een helper komen')
  await shoot(helper.page, 'helper', helper.page.getByRole('button', { name: /^Ik help/ }))
  await helper.context.close()
}
