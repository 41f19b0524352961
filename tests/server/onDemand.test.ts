import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Patience } from '../../server/live/quiet.ts'
import type { Store } from '../../server/store/store.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { PROTOCOL } from '../../shared/wire.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { seat, somebody, startHouse, type TestHouse, type TestHouseInput } from '../support/house.ts'
import { openLine } from '../support/line.ts'
import { redeem, type Visitor } from '../support/visitor.ts'

/** A session is open while somebody needs it, and only then. */
let database: TestDatabase
let house: TestHouse
/** Whose log was read, in order. */
let reads: string[] = []
let away = false

beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  away = false
  house = await start()
})
afterEach(() => house.stop())
afterAll(() => database.drop())

const AT_ONCE: Patience = { everyMs: 5, lobbyMs: 0, underWayMs: 0, endedMs: 0 }

const counted = (store: Store): Store => ({
  ...store,
  events: {
    ...store.events,
    async read(session, seq) {
      reads.push(session)
      if (away) throw new Error('the database does not answer')
      return store.events.read(session, seq)
    },
  },
})
const start = (input: Partial<TestHouseInput> = {}) =>
  startHouse({ database: database.url, through: counted, ...input })

/** The same data, another process as far as anybody can tell; it counts from here. */
async function restart(input?: Partial<TestHouseInput>) {
  await house.stop()
  reads = []
  house = await start(input)
}

const closed = (session: string) => house.media.ended.filter((each) => each === session).length

async function dialogue() {
  const { session, people } = await seat(house, [somebody('Saskia', 'organiser'), somebody('Riet')])
  const { Saskia, Riet } = people
  if (!Saskia || !Riet) throw new Error('nobody there')
  return { session, Saskia, Riet }
}
type Does = [type: string, payload: object][]

/** Saskia does this, and goes. */
async function after(does: Does) {
  const made = await dialogue()
  const saskia = await redeem(house.link(made.Saskia))
  const line = openLine(saskia)
  await line.next('welcome')
  for (const [type, payload] of does) expect(await line.command(type, payload)).toEqual({ ok: true })
  await line.close()
  // it may have been closed before she came; now she still counts as present
  return { ...made, saskia, closedBefore: closed(made.session) }
}
/** With the same cookie, where the server is now. */
const moved = ({ cookie, home }: Visitor): Visitor => {
  const there = new URL(home)
  there.port = new URL(house.origin).port
  return { cookie, home: there.href } as Visitor
}

test('a start opens what is under way, and none of what has ended or not begun', async () => {
  const ended: string[] = []
  for (let i = 0; i < 5; i++)
    ended.push(
      (
        await after([
          ['openPlenary', {}],
          ['endSession', {}],
        ])
      ).session,
    )
  const lobby = await dialogue()
  const begun = await after([['openPlenary', {}]])
  await restart()
  expect(reads.filter((each) => [...ended, lobby.session, begun.session].includes(each))).toEqual([
    begun.session,
  ])
})

test('a start opens what still has rooms in the SFU, so that they go', async () => {
  const { session } = await after([
    ['openPlenary', {}],
    ['endSession', {}],
  ])
  await house.store.mediaRooms.name(session, 'plenary', 0, `room-${session}`)
  await restart({ patience: { ...AT_ONCE, lobbyMs: 60_000, underWayMs: 60_000 } })
  expect(reads).toContain(session)
  await expect.poll(() => closed(session)).toBe(1)
  await house.store.mediaRooms.remove(`room-${session}`)
})

test('the link of a session that was closed in the lobby works', async () => {
  await restart({ patience: AT_ONCE })
  const { session, Riet, Saskia } = await dialogue()
  const visitor = await redeem(house.link(Saskia))
  await expect.poll(() => closed(session)).toBeGreaterThan(0)
  const before = closed(session)
  const saskia = openLine(visitor)
  await saskia.next('welcome')
  const riet = openLine(await redeem(house.link(Riet), { name: 'Rietje' }))
  await riet.next('welcome')
  await expect.poll(() => saskia.state().people[Riet.id]).toMatchObject({ name: 'Rietje', joined: true })
  await pause(100)
  expect(closed(session)).toBe(before)
  await Promise.all([saskia.close(), riet.close()])
  await expect.poll(() => closed(session), { timeout: 20_000 }).toBe(before + 1)
  // and for who only looks
  expect((await visitor.get<MeReply>('api/me')).session).toBe(session)
})

test('who comes in slowly is not put in a session that was closed meanwhile', async () => {
  await restart({ patience: AT_ONCE })
  const { session, Saskia, Riet } = await dialogue()
  const visitor = await redeem(house.link(Riet))
  const url = new URL('live', visitor.home)
  const { origin } = url
  url.protocol = 'ws:'
  await expect.poll(() => closed(session)).toBeGreaterThan(0)
  const slow = new WebSocket(url, { headers: { cookie: visitor.cookie, origin } })
  const heard: string[] = []
  slow.on('message', (data: Buffer) => heard.push(data.toString()))
  await new Promise((resolve) => slow.once('open', resolve))
  const before = closed(session)
  await pause(200)
  expect(closed(session)).toBe(before)
  slow.send(JSON.stringify({ kind: 'hello', protocol: PROTOCOL, lastSeq: 0, locale: 'nl' }))
  const saskia = openLine(await redeem(house.link(Saskia)))
  await saskia.next('welcome')
  expect(await saskia.command('announce', { text: 'Welkom allemaal' })).toEqual({ ok: true })
  await expect.poll(() => heard.some((text) => text.includes('Welkom allemaal'))).toBe(true)
  await saskia.close()
  slow.close()
})

test('a session with a timer stays open when everybody has gone, until that has rung', async () => {
  await restart({ patience: AT_ONCE })
  const { session, closedBefore } = await after([
    ['openPlenary', {}],
    ['spreadEvenly', {}],
    ['announceSplit', { ms: 6_000 }],
  ])
  const started = async () =>
    (await house.store.events.read(session)).filter(({ event }) => event.type === 'TablesStarted')
  // by now nobody counts as present any more
  await pause(4_000)
  expect([closed(session), (await started()).length]).toEqual([closedBefore, 0])
  await expect.poll(() => closed(session), { timeout: 20_000 }).toBe(closedBefore + 1)
  expect(await started()).toHaveLength(1)
})

test('a turn that was offered before a restart runs out after it, with nobody there', async () => {
  const { session } = await after([
    ['openPlenary', {}],
    ['raiseHand', { room: 'plenary' }],
    ['nextTurn', { room: 'plenary' }],
  ])
  const happened = async () => (await house.store.events.read(session)).map(({ event }) => event.type)
  expect((await happened()).at(-1)).toBe('FloorGranted')
  const later = 25_000
  await restart({ now: () => Date.now() + later })
  await expect.poll(happened).toContain('TurnEnded')
})

test('two who come at once share one opening', async () => {
  const { session, saskia, Riet } = await after([])
  const riet = await redeem(house.link(Riet))
  await restart()
  expect(reads).not.toContain(session)
  const lines = [moved(saskia), moved(riet)].map((visitor) => openLine(visitor))
  await Promise.all(lines.map((line) => line.next('welcome')))
  expect(reads.filter((each) => each === session)).toHaveLength(1)
  await Promise.all(lines.map((line) => line.close()))
})

test('an opening that failed is tried again when somebody comes again, and others are not kept out by it', async () => {
  const { saskia, session } = await after([['openPlenary', {}]])
  away = true
  await restart()
  const put = openLine(moved(saskia))
  expect(await put.closed).toBe(1013)
  away = false
  const line = openLine(moved(saskia))
  await line.next('welcome')
  expect(line.state()).toMatchObject({ id: session, phase: { name: 'plenary' } })
  await line.close()
})

test('who plans the next session when the one before was closed, brings everybody over', async () => {
  await restart({ patience: AT_ONCE })
  const { saskia, session, closedBefore } = await after([
    ['openPlenary', {}],
    ['endSession', {}],
  ])
  await expect.poll(() => closed(session), { timeout: 20_000 }).toBeGreaterThan(closedBefore)
  const when = { date: '2026-12-08', from: '19:30', to: '21:30' }
  expect((await saskia.send('POST', 'api/session', when)).status).toBe(201)
  const line = openLine(saskia)
  await line.next('welcome')
  expect(line.state().id).not.toBe(session)
  await line.close()
})
