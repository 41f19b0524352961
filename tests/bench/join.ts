import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openWindow, PARTICIPANT, press } from '../support/resident.ts'
import { until } from '../support/until.ts'
import { humFile } from './hum.ts'
import { row, takeTurns, type Row } from './pairs.ts'
import { servePeers } from './peerPages.ts'
import { followFromStart, followSound, type PlayedSound } from './playedSound.ts'
import { pressAtOnce } from './pressing.ts'
import { playProduct } from './product.ts'

const ROUNDS = 5
const PATIENCE_MS = 30_000
const QUIET_MS = 400
const TURN_ON = /^Zet microfoon aan/

/** Milliseconds. */
interface Joined {
  /** From opening the link, and from the last press before the room. */
  hearing: number
  hearingAfterPress: number
  /** From the press of the microphone. */
  heardAfterPress: number
  /** From opening the link to hearing, and from the microphone to being heard. */
  both: number
}

interface Way {
  /** What somebody hears who sits there already, and speaks without a pause. */
  host: PlayedSound
  address: string
  /** All there is to press before the room, in order; the last one is the moment. */
  presses: readonly string[]
  microphone: string | RegExp
}

/** Link to hearing and being heard in free talk, in Chromium against the SFU of the product, beside a page with livekit-client and two buttons. */
export async function join(): Promise<Row[]> {
  const [played, peers] = [await playProduct(), await servePeers('raw')]
  const hum = humFile()
  const browsers: Browser[] = []
  const open = async () => {
    const browser = await launchChromium({ voice: hum.path })
    browsers.push(browser)
    return browser
  }
  try {
    await played.direct('openPlenary', {})
    await played.direct('setMode', { room: 'plenary', mode: 'free' })
    await played.sfu.createRoom('raw')
    const call = async (identity: string) => ({
      url: played.sfu.url,
      token: await played.sfu.mint(identity, {
        room: 'raw',
        roomJoin: true,
        canPublish: true,
        canSubscribe: true,
      }),
    })
    const [hostBrowser, browser] = [await open(), await open()]
    const [hostLink, guestLink] = await played.participants()
    const ours: Way = {
      address: guestLink?.url ?? '',
      host: await ourHost(hostBrowser, hostLink?.url ?? ''),
      presses: ['Verder', ...PARTICIPANT],
      microphone: TURN_ON,
    }
    const raw: Way = {
      address: peers.address('raw', await call('guest')),
      host: await rawHost(hostBrowser, peers.address('raw', await call('host'))),
      presses: ['Join'],
      microphone: 'Microphone',
    }
    const found = await takeTurns(ROUNDS, {
      ours: () => arrive(browser, ours),
      raw: () => arrive(browser, raw),
    })
    const beside = (figure: string, key: keyof Joined, most: number | null) =>
      row({
        figure,
        unit: 'ms',
        ours: found.ours.map((one) => one[key]),
        peer: 'plain livekit-client',
        theirs: found.raw.map((one) => one[key]),
        ...(most !== null && { target: `<= ${most} of it`, meets: ({ ratio }) => ratio <= most }),
      })
    return [
      beside('link to hearing, all presses made at once', 'hearing', 1.3),
      beside('link to hearing and being heard, all presses made at once', 'both', 1.3),
      beside('last press to hearing', 'hearingAfterPress', 1.3),
      beside('press of the microphone to being heard', 'heardAfterPress', null),
    ]
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()))
    hum.remove()
    await peers.close()
    await played.close()
  }
}

async function ourHost(browser: Browser, link: string): Promise<PlayedSound> {
  const { page } = await openWindow(browser)
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(link)
  for (const name of ['Verder', ...PARTICIPANT, TURN_ON]) await press(page, name)
  return followSound(page)
}

async function rawHost(browser: Browser, address: string): Promise<PlayedSound> {
  const { page } = await openWindow(browser)
  await page.goto(address)
  for (const name of ['Join', 'Microphone']) await page.getByRole('button', { name }).click()
  return followSound(page)
}

async function arrive(browser: Browser, { address, host, presses, microphone }: Way): Promise<Joined> {
  const { context, page } = await openWindow(browser)
  page.setDefaultTimeout(PATIENCE_MS)
  const sound = await followFromStart(page)
  const begun = Date.now()
  await page.goto(address, { waitUntil: 'commit' })
  let pressed = begun
  for (const name of presses) pressed = await pressAtOnce(page, name)
  const first = (what: string, who: PlayedSound, after: number) =>
    until(what, () => who.firstAfter(after), PATIENCE_MS)
  const hearing = await first('the guest hears', sound, pressed)
  const spoke = await pressAtOnce(page, microphone)
  const heard = await first('the guest is heard', host, spoke)
  await context.close()
  await until(
    'the guest has gone',
    async () => {
      const now = Date.now()
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
      return (await host.firstAfter(now)) === null
    },
    PATIENCE_MS,
  )
  return {
    hearing: hearing - begun,
    hearingAfterPress: hearing - pressed,
    heardAfterPress: heard - spoke,
    both: hearing - begun + heard - spoke,
  }
}
