import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import type { Voice } from '../../server/voices/voice.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { AS_IN_BROWSERS, BOT_RATE, joinAs, type Bot } from '../support/bot.ts'
import { openWindow } from '../support/resident.ts'
import { until } from '../support/until.ts'
import { hum } from './hum.ts'
import { row, type Row } from './pairs.ts'
import type { PeerPages } from './peerPages.ts'
import { followFromStart, type PlayedSound } from './playedSound.ts'
import { pressAtOnce } from './pressing.ts'
import type { Played } from './product.ts'

/** Somebody who only listens goes from a room where somebody speaks to another where somebody speaks. */
interface Walker {
  /** Goes once; resolves with the longest they heard nothing, ms. */
  walk(): Promise<number>
  close(): Promise<void>
}

const PATIENCE_MS = 60_000
const BEFORE_MS = 500
const AFTER_MS = 4_000
const SETTLE_MS = 1_000
const GAP_MS = 50
const VOICE_RATE = 16_000
/** Longer than one walk takes. */
const SPEAKS_SECONDS = 20

/** The longest gap around one move, once there is sound again. */
async function gapOf(sound: PlayedSound, move: () => Promise<unknown>): Promise<number> {
  await soundIs(sound)
  await pause(SETTLE_MS)
  const at = Date.now()
  await move()
  await pause(Math.max(0, at + AFTER_MS - Date.now()))
  await soundIs(sound)
  return sound.longestGap(at - BEFORE_MS, Date.now() - 100)
}

export const soundIs = (sound: PlayedSound) =>
  until('sound is heard', () => sound.firstAfter(Date.now() - 100), PATIENCE_MS)

export interface Cast {
  listens: LinkRow
  /** Sits at the table and speaks there; the organiser speaks in the plenary meanwhile. */
  speaks: Voice
}

/** From the plenary to a table, while people sit at the tables; come in by the presses of anybody. */
export async function ourWalker(
  played: Played,
  browser: Browser,
  { listens, speaks }: Cast,
  presses: readonly (string | RegExp)[],
): Promise<Walker> {
  const { direct, state, organiser } = played
  const { page, context } = await openWindow(browser)
  const sound = await followFromStart(page)
  await page.goto(listens.url)
  for (const name of presses) await pressAtOnce(page, name)
  const samples = Int16Array.from(hum(SPEAKS_SECONDS, VOICE_RATE), (sample) => Math.round(sample * 32_767))
  return {
    async walk() {
      await direct('seatPerson', { person: listens.person, table: null })
      await direct('announceSplit', { ms: 600_000 })
      const { phase } = state()
      if (phase.name !== 'announced') throw new Error('the split was not announced')
      await direct('startTables', { version: phase.version })
      const table = state().seating?.seats[speaks.person]
      await until('who speaks sits at the table', () => speaks.room() === table, PATIENCE_MS)
      // they are cut short when everybody goes back
      const said = Promise.allSettled([organiser.say(samples), speaks.say(samples)])
      await until('both speak', () => organiser.speaking() && speaks.speaking(), PATIENCE_MS)
      const gap = await gapOf(sound, () => direct('movePerson', { person: listens.person, table }))
      await direct('announceRecall', { ms: 1_000 })
      await until('everybody is back', () => state().phase.name === 'plenary', PATIENCE_MS)
      await said
      return gap
    },
    close: () => context.close(),
  }
}

/** The same with livekit-client alone: leaves, and comes in again. */
export async function rawWalker({ sfu }: Played, browser: Browser, peers: PeerPages): Promise<Walker> {
  const bots: Bot[] = []
  const grant = (room: string) => ({ room, roomJoin: true, canPublish: true, canSubscribe: true })
  const rooms = ['raw-hall', 'raw-table']
  for (const room of rooms) {
    await sfu.createRoom(room)
    const token = await sfu.mint(`raw-speaks-${room}`, grant(room))
    const bot = await joinAs(sfu.url, token, { hears: false, sending: AS_IN_BROWSERS })
    await bot.publish()
    bots.push(bot)
  }
  const pass = async () => ({ url: sfu.url, token: await sfu.mint('raw-listens', grant(rooms[0] ?? '')) })
  const { page, context } = await openWindow(browser)
  const sound = await followFromStart(page)
  await page.goto(peers.address('raw', await pass()))
  await pressAtOnce(page, 'Join')
  return {
    async walk() {
      for (const bot of bots) bot.play(hum(SPEAKS_SECONDS / 2, BOT_RATE))
      rooms.reverse()
      const { url, token } = await pass()
      return gapOf(sound, () => goOver(page, url, token))
    },
    async close() {
      await context.close()
      await Promise.allSettled(bots.map((bot) => bot.leave()))
    },
  }
}

const goOver = (page: Page, url: string, token: string): Promise<void> =>
  page.evaluate(([to, by]) => window.move?.(to, by), [url, token] as const)

export const listeningRow = (people: number, ours: number[], theirs: number[]): Row =>
  row({
    figure: `${people} people: who only listens goes from sound to sound, longest gap`,
    unit: 'ms',
    ours,
    peer: 'disconnect, connect',
    theirs,
    target: `each <= ${GAP_MS} ms and <= 0.2 of it`,
    meets: ({ ratio }) => Math.max(...ours) <= GAP_MS && ratio <= 0.2,
  })
