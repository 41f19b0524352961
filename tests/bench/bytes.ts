import type { CDPSession, Page } from 'playwright-core'
import { createVoice } from '../../server/voices/voice.ts'
import { launchChromium } from '../support/chromium.ts'
import { startProduct } from '../support/product.ts'
import { openWindow, PARTICIPANT, press } from '../support/resident.ts'
import { until } from '../support/until.ts'
import { builtChunks, packedBytes } from './builtChunks.ts'

/** What a page may take, in kB of JavaScript as gzip packs it (1 kB is 1000 bytes). */
const BOUNDS = { link: 110, plenary: 330 }

/** The pages by what they draw with; the room with what brings one there. */
const LINK = ['main.tsx']
const PLENARY = [
  ...LINK,
  'app/SessionPage.tsx',
  'parts/ui/sessionWords.ts',
  'app/InRoom.tsx',
  'core/media/pageTimers.ts',
  'core/media/livekit.ts',
  'app/room/Room.tsx',
]

/** After the room stands nothing more should come; so long it is waited for. */
const SETTLE_MS = 3_000

interface Kilobytes {
  link: number
  plenary: number
}

export interface BytesReport {
  bounds: Kilobytes
  /** By the imports of the built files. */
  built: Kilobytes
  /** What Chromium fetched from the running product; on the way to the plenary also the check of camera and microphone. */
  fetched: Kilobytes
}

/** How much JavaScript a participant's browser takes for the link page, and until it stands in the plenary. */
export async function bytes(): Promise<BytesReport> {
  const bytesOf = await builtChunks()
  const built = { link: kilo(bytesOf(LINK)), plenary: kilo(bytesOf(PLENARY)) }
  return { bounds: BOUNDS, built, fetched: await fetchedByChromium() }
}

export function printBytes({ bounds, built, fetched }: BytesReport): void {
  for (const page of ['link', 'plenary'] as const) {
    const most = Math.max(built[page], fetched[page])
    const verdict = most <= bounds[page] ? 'within' : 'over'
    console.log(
      `${page}: ${built[page]} kB built, ${fetched[page]} kB fetched by Chromium; ${verdict} the bound of ${bounds[page]} kB.`,
    )
  }
}

async function fetchedByChromium(): Promise<Kilobytes> {
  const product = await startProduct()
  const browser = await launchChromium()
  const organiser = await createVoice({ link: product.links.organiser, name: 'Organisator' })
  try {
    await until('the organiser sees the session', () => organiser.state(), 20_000)
    await organiser.send('openPlenary', {})
    const { page } = await openWindow(browser)
    const scripts = await countScripts(page)
    await page.goto(product.links.participant[0] ?? '')
    await page.getByRole('button', { name: 'Verder' }).waitFor()
    const link = kilo(await scripts())
    await press(page, 'Verder')
    for (const name of PARTICIPANT) await press(page, name)
    await page.locator('#room-title').waitFor()
    await page.waitForTimeout(SETTLE_MS)
    return { link, plenary: kilo(await scripts()) }
  } finally {
    await browser.close()
    await organiser.close()
    await product.stop()
  }
}

/** Counts every script that came over the line, also one that came twice; what the browser had already costs nothing. */
async function countScripts(page: Page): Promise<() => Promise<number>> {
  const line = await page.context().newCDPSession(page)
  const bodies: Promise<number>[] = []
  const had = new Set<string>()
  const came = new Set<string>()
  line.on('Network.requestServedFromCache', ({ requestId }) => void had.add(requestId))
  line.on('Network.responseReceived', ({ requestId, response }) => {
    const fresh = !response.fromDiskCache && !had.has(requestId)
    if (fresh && response.mimeType.includes('javascript')) came.add(requestId)
  })
  line.on('Network.loadingFinished', ({ requestId }) => {
    if (came.delete(requestId)) bodies.push(bodyBytes(line, requestId))
  })
  await line.send('Network.enable', { maxTotalBufferSize: 64_000_000 })
  return async () => (await Promise.all(bodies)).reduce((sum, one) => sum + one, 0)
}

async function bodyBytes(line: CDPSession, requestId: string): Promise<number> {
  const { body, base64Encoded } = await line.send('Network.getResponseBody', { requestId })
  return packedBytes(base64Encoded ? Buffer.from(body, 'base64') : body)
}

const kilo = (count: number): number => Math.round(count / 100) / 10
