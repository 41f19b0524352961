import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

const OUT = join('docs', 'screens')
const SIZES = [
  { name: '1280', width: 1280, height: 800 },
  { name: '360', width: 360, height: 740 },
  { name: '320', width: 320, height: 640 },
]
/** A page that goes on below is shown so far down, in pixels: the rest is more of the same. */
const LONGEST = 1_600

mkdirSync(OUT, { recursive: true })

/**
 * One screen at all widths, once it is there: `shown` is what makes it this screen and no other. What lies over the page is taken as the
 * window shows it.
 */
export async function shoot(
  page: Page,
  name: string,
  shown: Locator,
  { over = false }: { over?: boolean } = {},
): Promise<void> {
  for (const { name: size, width, height } of SIZES) {
    await page.setViewportSize({ width, height })
    await shown.first().waitFor({ timeout: 90_000 })
    await drawn(page)
    const whole = over ? height : await page.evaluate(() => document.documentElement.scrollHeight)
    await page.evaluate(() => scrollTo(0, 0))
    await page.screenshot({
      path: join(OUT, `${name}-${size}.png`),
      fullPage: !over,
      clip: { x: 0, y: 0, width, height: Math.min(Math.max(whole, height), LONGEST) },
    })
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  console.log(name)
}

/** Letters have come, nothing moves, and what is fetched with a screen is there. */
async function drawn(page: Page): Promise<void> {
  await page
    .getByText(/komen eraan\.$|worden geopend …$/)
    .first()
    .waitFor({ state: 'hidden', timeout: 60_000 })
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(async () => {
    await document.fonts.ready
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
    await Promise.all(passing.map(({ finished }) => finished.catch(() => undefined)))
    // two frames: the width is known, and what follows from it
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  })
}
