import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { endVoices } from '../../server/media/voice.ts'
import { createVoice } from '../../server/voices/voice.ts'
import { launchChromium } from './chromium.ts'
import { startAs, startProduct, type Product } from './product.ts'
import { enter, openWindow, press } from './resident.ts'

/** Pictures of a living session for the docs: `npm run screens`. Everything on them really happens while they are taken. */
const OUT = join('docs', 'screens')
const SIZES = [
  { name: '1280', width: 1280, height: 800 },
  { name: '360', width: 360, height: 740 },
  { name: '320', width: 320, height: 640 },
]

async function shoot(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize({ width: size.width, height: size.height })
    await page.waitForTimeout(600)
    await page.screenshot({ path: join(OUT, `${name}-${size.name}.png`) })
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

async function front(product: Product, browser: Browser): Promise<void> {
  const { context, page } = await openWindow(browser)
  await page.goto(product.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot(page, 'front')
  await context.close()
}

async function session(product: Product, browser: Browser): Promise<void> {
  const facilitators = (await product.everybody()).filter(({ role }) => role === 'facilitator')
  // each page with pictures keeps a core busy: who is on no picture is there without one
  for (const { url, name } of facilitators.slice(1)) await createVoice({ link: url, name })
  const organiser = (await enter(browser, product.links.organiser, [])).page
  const resident = (await enter(browser, product.links.participant[0] ?? '')).page
  const desk = (await enter(browser, facilitators[0]?.url ?? '')).page
  await resident.getByRole('heading', { level: 1 }).waitFor()
  await resident.waitForTimeout(8_000)
  await shoot(resident, 'plenary')

  await organiser.getByRole('tab', { name: /Verdelen/ }).click()
  await shoot(organiser, 'split')
  await press(organiser, /Kondig aan/)
  await resident.getByRole('heading', { level: 1, name: 'Tafel 1' }).waitFor()
  await organiser.getByRole('tab', { name: /Tafels/ }).click()

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

/** The third session of the demonstration: what came of the two before it, for whoever has to do with it. */
async function third(product: Product, browser: Browser): Promise<void> {
  const everybody = await product.everybody()
  const linkOf = (role: string) => everybody.find((row) => row.role === role)?.url ?? ''
  const resident = (await openWindow(browser)).page
  await resident.goto(linkOf('participant'))
  await shoot(resident, 'link')
  await press(resident, 'Verder')
  await resident.waitForTimeout(3_000)
  await shoot(resident, 'between')
  const clerk = (await enter(browser, linkOf('clerk'), [])).page
  await shoot(clerk, 'clerk')
  const organiser = (await enter(browser, linkOf('organiser'), [])).page
  for (const tab of await organiser.getByRole('tab').all()) {
    const name = (await tab.textContent())?.trim().toLowerCase() ?? ''
    await organiser.setViewportSize({ width: 1280, height: 800 })
    await tab.click()
    await organiser.waitForTimeout(1_500)
    await shoot(organiser, `organiser-${name}`)
  }
}

/** One product after the other: pages with pictures take all of a small machine. */
async function picture(
  opened: Promise<Product>,
  scenes: (product: Product, browser: Browser) => Promise<void>,
): Promise<void> {
  const product = await opened
  const browser = await launchChromium({
    voice: join(process.cwd(), 'tests/support/voices/samen-zoeken.wav'),
  })
  try {
    await scenes(product, browser)
  } finally {
    await browser.close()
    await product.stop()
  }
}

mkdirSync(OUT, { recursive: true })
await picture(startProduct('--with-voices', '12'), async (product, browser) => {
  await front(product, browser)
  await session(product, browser)
})
await picture(startAs(), third)
await endVoices()
process.exit(0)
