import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { endVoices } from '../../server/media/voice.ts'
import { launchChromium } from './chromium.ts'
import { firstSession } from './pictures/firstSession.ts'
import { thirdSession } from './pictures/thirdSession.ts'
import { startAs, startProduct, type Product } from './product.ts'

/** Pictures of a living session for the docs: `npm run screens`. Everything on them really happens while they are taken. */
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

const SCENES = {
  first: () => picture(startProduct('--with-voices', '12'), firstSession),
  third: () => picture(startAs(), thirdSession),
}

/** One product after the other: pages with pictures take all of a small machine. `npm run screens -- third`: only those. */
const [only] = process.argv.slice(2)
for (const [name, scene] of Object.entries(SCENES)) if (only === undefined || only === name) await scene()
await endVoices()
process.exit(0)
