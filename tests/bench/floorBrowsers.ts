import type { Browser, Page } from 'playwright-core'
import type { ServerFrame } from '../../shared/protocol.ts'
import type { Voice } from '../../server/voices/voice.ts'
import { launchChromium } from '../support/chromium.ts'
import { direct, organise } from '../support/leading.ts'
import { until } from '../support/until.ts'
import { startProduct } from '../support/product.ts'
import { enter } from '../support/resident.ts'
import { followSound, type PlayedSound } from './playedSound.ts'
import { humFile } from './hum.ts'

const SPEAK_MS = 700
/** Nobody presses before they have read that it is their turn; meanwhile the way is made ready. */
const READ_MS = 1_000
const BETWEEN_MS = 700

/**
 * Two people in browsers of their own, in the product as it is started by anybody. Per turn the organiser gives the floor and
 * the holder presses "Begin". Measured from the moment the server wrote the turn's beginning down (the time in the event itself,
 * so storing is counted) until the first sound that the other page plays. The first turns warm up.
 */
export async function grantsInBrowsers(turns: number, warmUp = 2): Promise<number[]> {
  const hum = humFile()
  const product = await startProduct()
  const browsers: Browser[] = []
  const began: number[] = []
  const note = (frame: ServerFrame) => {
    if (frame.kind === 'event' && frame.recorded.event.type === 'TurnStarted') began.push(frame.recorded.at)
  }
  const organiser = await organise(product, note)
  try {
    await direct(organiser, 'openPlenary', {})
    const [holderLink = '', listenerLink = ''] = product.links.participant
    const pages: Page[] = []
    for (const [link, sound] of [[holderLink, { voice: hum.path }] as const, [listenerLink, {}] as const]) {
      const browser = await launchChromium(sound)
      browsers.push(browser)
      pages.push((await enter(browser, link)).page)
    }
    const [holder, listener] = pages as [Page, Page]
    const person = /\/p\/([^/]+)/.exec(holder.url())?.[1] ?? ''
    const sound = await followSound(listener)
    const took: number[] = []
    for (let turn = 0; turn < turns + warmUp; turn += 1) {
      await takeTurn({ organiser, holder, person, began })
      const at = await until('the turn is heard', async () => delay(sound, began.at(-1) ?? 0), 20_000)
      if (turn >= warmUp) took.push(at)
      await endTurn(organiser, holder, sound)
    }
    return took
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()))
    await organiser.close()
    await product.stop()
    hum.remove()
  }
}

interface Turn {
  organiser: Voice
  holder: Page
  person: string
  began: number[]
}

async function takeTurn({ organiser, holder, person, began }: Turn): Promise<void> {
  const before = began.length
  await direct(organiser, 'grantFloor', { room: 'plenary', person })
  await holder.waitForTimeout(READ_MS)
  await holder.getByRole('button', { name: 'Begin', exact: true }).click()
  await until('the turn begins', () => began.length > before, 20_000)
}

/** Milliseconds from the beginning of the turn to the first sound after it, or null while there is none. */
async function delay(sound: PlayedSound, beganAt: number): Promise<number | null> {
  const at = await sound.firstAfter(beganAt)
  return at === null ? null : at - beganAt
}

/** The next turn is only measured when the last one is quiet. */
async function endTurn(organiser: Voice, holder: Page, sound: PlayedSound): Promise<void> {
  await holder.waitForTimeout(SPEAK_MS)
  await holder.getByRole('button', { name: 'Ik ben klaar' }).click()
  await until('the floor is empty', () => !organiser.state()?.floors['plenary']?.turn, 20_000)
  await holder.waitForTimeout(BETWEEN_MS)
  const now = Date.now()
  await holder.waitForTimeout(BETWEEN_MS)
  if ((await sound.firstAfter(now)) !== null) throw new Error('somebody is heard without a turn')
}
