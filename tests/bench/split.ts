import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { createVoice, type Voice } from '../../server/voices/voice.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { launchChromium } from '../support/chromium.ts'
import { openWindow, PARTICIPANT, press } from '../support/resident.ts'
import { sfuOf } from '../support/sfuView.ts'
import { until } from '../support/until.ts'
import { humFile } from './hum.ts'
import { listeningRow, ourWalker, rawWalker, soundIs, type Cast } from './listening.ts'
import { row, takeTurns, type Row } from './pairs.ts'
import { servePeers, type PeerPages } from './peerPages.ts'
import { followFromStart, type PlayedSound } from './playedSound.ts'
import { pressAtOnce } from './pressing.ts'
import { playProduct, type Played } from './product.ts'

/** One who speaks without a pause and one who listens, at the same table, in real browsers. */
interface Pair {
  speaker: Page
  listener: PlayedSound
  close(): Promise<void>
}
interface Moved {
  /** From the command until everybody is in the room of their table, ms. */
  placedMs: number
  /** The longest the listener heard nothing. */
  gapMs: number
  /** Microphones that are heard and that nobody pressed. */
  unasked: number
}

const ROUNDS = 5
const PATIENCE_MS = 60_000
const BEFORE_MS = 500
const AFTER_MS = 3_000
const SETTLE_MS = 1_000
const PLACED_MS = 3_000
/** People come in so many at once. */
const AT_ONCE = 8

/** A microphone goes to no other room by itself: whoever spoke in the hall presses again at their table, here as soon as they can. */
const TURN_ON = /^Zet microfoon aan/

declare global {
  interface Window {
    move?: (url: string, token: string) => Promise<void>
  }
}

/** Everybody to the tables at once, and back: with the product, and as two pages with livekit-client alone change rooms. */
export async function split(sizes: readonly number[]): Promise<Row[]> {
  const rows: Row[] = []
  const peers = await servePeers('raw')
  const hum = humFile()
  try {
    for (const people of sizes) rows.push(...(await ofSize(people, peers, hum.path)))
    return rows
  } finally {
    hum.remove()
    await peers.close()
  }
}

async function ofSize(people: number, peers: PeerPages, hum: string): Promise<Row[]> {
  const played = await playProduct()
  const voices: Voice[] = []
  const browsers: Browser[] = []
  try {
    const quiet = await launchChromium()
    browsers.push(await launchChromium({ voice: hum }), quiet)
    const invited = await seatEverybody(played, people)
    const [speaks, listens, ...others] = invited
    if (!speaks || !listens) throw new Error('too few people')
    for (let from = 0; from < others.length; from += AT_ONCE)
      voices.push(
        ...(await Promise.all(
          others.slice(from, from + AT_ONCE).map(({ url, name }) => createVoice({ link: url, name })),
        )),
      )
    const [seated] = voices
    if (!seated) throw new Error('too few people')
    const ours = await ourPair(browsers, speaks, listens)
    const raw = await rawPair(browsers, played, peers)
    const found = await takeTurns(ROUNDS, {
      ours: () => moveEverybody(played, voices, ours, speaks.person),
      raw: () => moveAlone(played, raw),
    })
    await ours.close()
    await raw.close()
    return [
      ...rowsOf(people, found),
      await listening(people, played, quiet, peers, { listens, speaks: seated }),
    ]
  } finally {
    // whoever is on the way somewhere may not listen
    await Promise.race([Promise.allSettled(voices.map((voice) => voice.close())), pause(15_000)])
    await Promise.all(browsers.map((browser) => browser.close()))
    await played.close()
  }
}

/** Sound in the plenary and at the table, and somebody who goes from one to the other. */
async function listening(
  people: number,
  played: Played,
  browser: Browser,
  peers: PeerPages,
  cast: Cast,
): Promise<Row> {
  const ours = await ourWalker(played, browser, cast, ['Verder', ...PARTICIPANT])
  const raw = await rawWalker(played, browser, peers)
  const found = await takeTurns(ROUNDS, { ours: ours.walk, raw: raw.walk })
  await ours.close()
  await raw.close()
  return listeningRow(people, found.ours, found.raw)
}

/** The first two at one table. */
async function seatEverybody(
  { invite, participants, direct, state }: Played,
  people: number,
): Promise<LinkRow[]> {
  const there = await participants()
  await invite(people - there.length)
  const all = (await participants()).slice(0, people)
  await direct('spreadEvenly', {})
  const table = state().plan?.seats[all[0]?.person ?? '']
  await direct('seatPerson', { person: all[1]?.person, table })
  await direct('openPlenary', {})
  await direct('setMode', { room: 'plenary', mode: 'free' })
  return all
}

async function ourPair(browsers: readonly Browser[], speaks: LinkRow, listens: LinkRow): Promise<Pair> {
  const come = async (browser: Browser, { url }: LinkRow) => {
    const { page, context } = await openWindow(browser)
    page.setDefaultTimeout(PATIENCE_MS)
    const sound = await followFromStart(page)
    await page.goto(url)
    for (const name of ['Verder', ...PARTICIPANT]) await press(page, name)
    return { page, context, sound }
  }
  const [one, other] = browsers as [Browser, Browser]
  const [speaker, listener] = [await come(one, speaks), await come(other, listens)]
  await press(speaker.page, TURN_ON)
  return {
    speaker: speaker.page,
    listener: listener.sound,
    close: async () => void (await Promise.all([speaker.context.close(), listener.context.close()])),
  }
}

interface RawPair extends Pair {
  pages: Page[]
  moved: number
}

async function rawPair(browsers: readonly Browser[], { sfu }: Played, peers: PeerPages): Promise<RawPair> {
  await sfu.createRoom('raw-0')
  const pages: Page[] = []
  const sounds: PlayedSound[] = []
  for (const [i, browser] of browsers.entries()) {
    const { page } = await openWindow(browser)
    sounds.push(await followFromStart(page))
    const token = await sfu.mint(`raw-${i}`, rawGrant('raw-0'))
    await page.goto(peers.address('raw', { url: sfu.url, token }))
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByRole('button', { name: 'Microphone' }).click()
    pages.push(page)
  }
  const [speaker, listener] = [pages[0], sounds[1]] as [Page, PlayedSound]
  return {
    pages,
    moved: 0,
    speaker,
    listener,
    close: async () => void (await Promise.all(pages.map((page) => page.context().close()))),
  }
}

const rawGrant = (room: string) => ({ room, roomJoin: true, canPublish: true, canSubscribe: true })

/** There at one command, and back at another; the way there is what counts. */
async function moveEverybody(
  { product, direct, state }: Played,
  voices: readonly Voice[],
  { speaker: page, listener }: Pair,
  speaker: string,
): Promise<Moved> {
  await soundIs(listener)
  await pause(SETTLE_MS)
  await direct('announceSplit', { ms: 600_000 })
  const { phase } = state()
  if (phase.name !== 'announced') throw new Error('the split was not announced')
  const at = Date.now()
  await direct('startTables', { version: phase.version })
  const [placedMs] = await Promise.all([inPlace(voices, state, at), pressAtOnce(page, TURN_ON)])
  const gapMs = await gapSince(at, listener)
  const open = (await sfuOf(product).participants()).filter(
    ({ identity, tracks }) =>
      !identity.startsWith(`${speaker}:`) &&
      !identity.startsWith('raw-') &&
      tracks.some((track) => track.type === 0 && !track.muted),
  )
  await direct('announceRecall', { ms: 1_000 })
  await until('everybody is back', () => state().phase.name === 'plenary', PATIENCE_MS)
  await direct('setMode', { room: 'plenary', mode: 'free' })
  await inPlace(voices, state, Date.now())
  await pressAtOnce(page, TURN_ON)
  return { placedMs, gapMs, unasked: open.length }
}

async function inPlace(voices: readonly Voice[], state: Played['state'], since: number): Promise<number> {
  await until(
    'everybody is in the room of their place',
    () => voices.every((voice) => voice.room() !== null && voice.room() === placeOf(state(), voice.person)),
    PATIENCE_MS,
  )
  return Date.now() - since
}

async function moveAlone({ sfu }: Played, pair: RawPair): Promise<Moved> {
  await soundIs(pair.listener)
  await pause(SETTLE_MS)
  const room = `raw-${(pair.moved += 1)}`
  await sfu.createRoom(room)
  const tokens = await Promise.all(pair.pages.map((_, i) => sfu.mint(`raw-${i}`, rawGrant(room))))
  const at = Date.now()
  await Promise.all(
    pair.pages.map((page, i) =>
      page.evaluate(([url, token]) => window.move?.(url, token), [sfu.url, tokens[i] ?? ''] as const),
    ),
  )
  const placedMs = Date.now() - at
  return { placedMs, gapMs: await gapSince(at, pair.listener), unasked: 0 }
}

/** The longest gap around a move, once there is sound again. */
async function gapSince(at: number, listener: PlayedSound): Promise<number> {
  await pause(Math.max(0, at + AFTER_MS - Date.now()))
  await soundIs(listener)
  return listener.longestGap(at - BEFORE_MS, Date.now() - 100)
}

function rowsOf(people: number, { ours, raw }: { ours: Moved[]; raw: Moved[] }): Row[] {
  const named = (figure: string) => `${people} people: ${figure}`
  return [
    row({
      figure: named('whoever speaks goes too: longest gap, ours with the press that the table asks'),
      unit: 'ms',
      ours: ours.map(({ gapMs }) => gapMs),
      peer: 'disconnect, connect, publish',
      theirs: raw.map(({ gapMs }) => gapMs),
    }),
    row({
      figure: named('command to everybody in the room of their table'),
      unit: 'ms',
      ours: ours.map(({ placedMs }) => placedMs),
      target: `<= ${PLACED_MS} ms`,
      meets: (medians) => medians.ours <= PLACED_MS,
    }),
    row({
      figure: named('microphones heard without a press'),
      unit: '',
      ours: ours.map(({ unasked }) => unasked),
      target: '0',
      meets: (medians) => medians.ours === 0,
    }),
  ]
}
