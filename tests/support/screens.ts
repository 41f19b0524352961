import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { startProduct } from './product.ts'
import type { Product } from './product.ts'
import { enter, press } from './resident.ts'

/** Pictures of a living session for the docs: `npm run screens`. Everything on them really happens while they are taken. */
const OUT = join('docs', 'screens')
const SIZES = [
  { name: '1280', width: 1280, height: 800 },
  { name: '360', width: 360, height: 740 },
]

async function shoot(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize({ width: size.width, height: size.height })
    await page.waitForTimeout(600)
    await page.screenshot({ path: join(OUT, `${name}-${size.name}.png`) })
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

async function session(product: Product, browser: Browser): Promise<void> {
  const organiser = (await enter(browser, product.links.organiser, [])).page
  const resident = (await enter(browser, product.links.participant[0] ?? '')).page
  const facilitators = await Promise.all(
    product.links.facilitator.map(async (link) => (await enter(browser, link)).page),
  )
  await resident.getByRole('heading', { level: 1 }).waitFor()
  await resident.waitForTimeout(8_000)
  await shoot(resident, 'plenary')

  await organiser.getByRole('tab', { name: /Verdelen/ }).click()
  await shoot(organiser, 'split')
  await press(organiser, /Kondig aan/)
  await resident.getByRole('heading', { level: 1, name: /^Tafel/ }).waitFor()
  await organiser.getByRole('tab', { name: /Tafels/ }).click()

  const heading = await resident.getByRole('heading', { level: 1 }).innerText()
  const number = Number(/\d+/.exec(heading)?.[0] ?? 1)
  const desk = facilitators[number - 1]
  if (!desk) throw new Error('the table has no facilitator with a link')
  await press(desk, 'Geef om de beurt het woord')
  await resident.waitForTimeout(6_000)
  await press(resident, 'Ik wil iets zeggen')
  await press(desk, /^Volgende/)
  await resident.waitForTimeout(5_000)
  await shoot(resident, 'table')
  await shoot(desk, 'desk')
  await resident.getByRole('button', { name: /^Begin/ }).waitFor({ timeout: 180_000 })
  await shoot(resident, 'my-turn')
  await shoot(organiser, 'overview')
}

mkdirSync(OUT, { recursive: true })
const product = await startProduct('--with-voices', '12')
const browser = await launchChromium({ voice: join(process.cwd(), 'tests/support/voices/samen-zoeken.wav') })
try {
  await session(product, browser)
} finally {
  await browser.close()
  await product.stop()
}
