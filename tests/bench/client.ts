import { Room } from '@livekit/rtc-node'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { enter } from '../../server/voices/entrance.ts'
import { sessionOf } from '../../server/voices/session.ts'
import type { Session } from '../../shared/channel/session.ts'
import { launchChromium } from '../support/chromium.ts'
import { openWindow, PARTICIPANT, press } from '../support/resident.ts'
import { until } from '../support/until.ts'
import { row, takeTurns, type Row } from './pairs.ts'
import { servePeers, type PeerPages } from './peerPages.ts'
import { playProduct, type Played } from './product.ts'
import { watchThread, type Watched } from './thread.ts'

const ROUNDS = 5
const SLOWED = 4
const TILES = 24
const WATCH_MS = 4_000
const PATIENCE_MS = 60_000
/** Nothing holds the page up for so long: then it can be used. */
const QUIET_MS = 1_000

/** The browser of a resident, four times slower than this machine: the page of the link, and the plenary with a clock that runs. */
export async function client(): Promise<Row[]> {
  const [played, peers] = [await playProduct(), await servePeers('conference')]
  const browser = await launchChromium()
  try {
    return [...(await firstPage(browser, played, peers)), ...(await inTheRoom(browser, played, peers))]
  } finally {
    await browser.close()
    await peers.close()
    await played.close()
  }
}

async function slowed(browser: Browser): Promise<{ page: Page; line: CDPSession; close(): Promise<void> }> {
  const { context, page } = await openWindow(browser)
  page.setDefaultTimeout(PATIENCE_MS)
  const line = await context.newCDPSession(page)
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  return { page, line, close: () => context.close() }
}

/** From opening it until its button is there and the page answers at once. */
async function usableAfter(browser: Browser, address: string, button: string): Promise<number> {
  const { page, line, close } = await slowed(browser)
  const thread = await watchThread(page, line, button)
  await page.goto(address)
  const ms = await until('the page can be used', () => thread.usable(QUIET_MS), PATIENCE_MS)
  await close()
  return ms
}

async function firstPage(browser: Browser, { participants }: Played, peers: PeerPages): Promise<Row[]> {
  const link = (await participants())[0]?.url ?? ''
  const found = await takeTurns(ROUNDS, {
    ours: () => usableAfter(browser, link, 'Verder'),
    theirs: () => usableAfter(browser, peers.address('conference'), 'Join Room'),
  })
  return [
    row({
      figure: 'page of the link: time to interactive, slowed 4 times',
      unit: 'ms',
      ours: found.ours,
      peer: 'PreJoin of components-react',
      theirs: found.theirs,
      target: '<= 1.0 of it',
      meets: ({ ratio }) => ratio <= 1,
    }),
  ]
}

async function inTheRoom(browser: Browser, played: Played, peers: PeerPages): Promise<Row[]> {
  const people = await hall(played)
  const guests = await conference(played)
  const ours = await slowed(browser)
  const oursSeen = await watchThread(ours.page, ours.line)
  await ours.page.goto((await played.participants()).at(-1)?.url ?? '')
  for (const name of ['Verder', ...PARTICIPANT]) await press(ours.page, name)
  await ours.page
    .locator('.dt-seats .dt-tile')
    .nth(TILES - 1)
    .waitFor()
  const theirs = await slowed(browser)
  const theirsSeen = await watchThread(theirs.page, theirs.line)
  const token = await played.sfu.mint('page', {
    room: ROOM,
    roomJoin: true,
    canPublish: true,
    canSubscribe: true,
  })
  await theirs.page.goto(peers.address('conference', { url: played.sfu.url, token }))
  await theirs.page
    .locator('.lk-participant-tile')
    .nth(TILES - 1)
    .waitFor()
  try {
    // only the page that is looked at draws: the other one would be counted along
    const looked = async (page: Page, watched: Watched) => {
      await page.bringToFront()
      return watched.during(WATCH_MS)
    }
    const found = await takeTurns(ROUNDS, {
      ours: () => looked(ours.page, oursSeen),
      theirs: () => looked(theirs.page, theirsSeen),
    })
    const beside = (figure: string, unit: string, key: keyof (typeof found.ours)[number]) => ({
      figure: `${TILES} tiles, ours with a clock that runs, slowed 4 times: ${figure}`,
      unit,
      ours: found.ours.map((one) => one[key]),
      peer: 'VideoConference of components-react',
      theirs: found.theirs.map((one) => one[key]),
    })
    return [
      row({ ...beside('frames', '/s', 'framesPerSecond'), target: '>= 50', meets: (of) => of.ours >= 50 }),
      row(beside('main thread at work', 'ms/s', 'busyMsPerSecond')),
      row({
        ...beside('longest task', 'ms (0: none over 50)', 'longestTaskMs'),
        target: '<= 50',
        meets: (of) => of.ours <= 50,
      }),
    ]
  } finally {
    for (const one of people) one.close()
    await Promise.all(guests.map((room) => room.disconnect()))
    await ours.close()
    await theirs.close()
  }
}

/** Two dozen people in the plenary without sound or picture, one of whom has the floor: their clock runs. */
async function hall({ participants, invite, direct }: Played): Promise<Session[]> {
  const there = await participants()
  await invite(TILES + 1 - there.length)
  await direct('openPlenary', {})
  const sessions: Session[] = []
  for (const { url, name } of (await participants()).slice(0, TILES))
    sessions.push(sessionOf(await enter(url, name)))
  const speaker = sessions[0] as Session
  const floor = () => speaker.store.getState().state?.floors['plenary']
  await until('somebody is in the plenary', floor, PATIENCE_MS)
  await speaker.send('raiseHand', { room: 'plenary' })
  await direct('nextTurn', { room: 'plenary' })
  const turn = await until('the floor is offered', () => floor()?.turn, PATIENCE_MS)
  await speaker.send('startTurn', { room: 'plenary', turn: turn.id })
  return sessions
}

const ROOM = 'conference'

/** As many, with the page itself, in a room of the SFU. */
async function conference({ sfu }: Played): Promise<Room[]> {
  await sfu.createRoom(ROOM)
  return Promise.all(
    Array.from({ length: TILES - 1 }, async (_, i) => {
      const room = new Room()
      room.setMaxListeners(0)
      const token = await sfu.mint(`Gast ${i + 1}`, { room: ROOM, roomJoin: true, canSubscribe: true })
      await room.connect(sfu.url, token, { autoSubscribe: false, dynacast: false })
      return room
    }),
  )
}
