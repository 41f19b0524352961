import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStore } from '../../server/store/connection.ts'
import { newId } from '../../server/kit/newId.ts'
import type { Append, SpeechStore, Store } from '../../server/store/store.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { does, peopleAtTables } from '../support/agreeing.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { somebody, startHouse, seat } from '../support/house.ts'
import { deaf, startNodes, unheard } from '../support/nodes.ts'
import { threeInPlenary } from '../support/three.ts'
import { until } from '../support/until.ts'
import { createMeter } from '../../server/live/meter.ts'
import { joinCluster } from '../../server/nodes/cluster.ts'
import type { NodeStore } from '../../server/store/nodeStore.ts'
import { createHub } from '../../server/bus/hub.ts'

/** One node leads a session: what the session does by itself is done once, and by whoever has the lead. */
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const types = async (store: Store, session: string) =>
  (await store.events.read(session)).map(({ event }) => event.type)

test('a lower fence than the one that is stored is refused, of events and of speech', async () => {
  const store = await createStore({ url: database.url, connections: 2 })
  const session = newId('ses')
  const row = { title: 'Proef', promise: null, startsAt: null, endsAt: null, demo: false }
  await store.people.createDialogue({ ...row, id: newId('dlg'), session }, [])
  const append = (after: number, fence: number): Append => ({
    session,
    after,
    at: 1,
    actor: 'system',
    commandId: null,
    answer: { ok: true },
    events: [{ type: 'Announced', text: 'Welkom' }],
    fence,
  })
  const said = { session, room: 'plenary', person: 'per_riet', startMs: 1, endMs: 2 }
  const { [session]: first = 0 } = await store.nodes.lead('node_1', [session], 60_000)
  expect(await store.nodes.lead('node_2', [session], 60_000)).toEqual({})
  const elsewhere = () =>
    Promise.all(['node_1', 'node_2'].map((node) => store.nodes.ledElsewhere(node, session)))
  expect(await elsewhere()).toEqual([false, true])
  expect(await store.nodes.lead('node_1', [session], 60_000)).toEqual({ [session]: first })
  expect(await store.events.append(append(0, first))).toMatchObject({ ok: true })
  await store.nodes.release('node_1', session, false)
  expect(await elsewhere()).toEqual([false, false])
  const { [session]: second = 0 } = await store.nodes.lead('node_2', [session], 60_000)
  expect(second).toBeGreaterThan(first)
  expect(await store.events.append(append(1, first))).toEqual({ ok: false, reason: 'superseded' })
  expect(await store.speech.add([said], first)).toBe(false)
  expect((await store.speech.read(session)).intervals).toEqual([])
  expect(await store.events.append(append(1, second))).toMatchObject({ ok: true })
  await store.speech.add([said], second)
  expect((await store.speech.read(session)).intervals).toHaveLength(1)
  await store.close()
})

test('a turn that is offered runs out once, whichever node its people are at', async () => {
  let shift = 0
  const nodes = await startNodes({ database: database.url, now: () => Date.now() + shift })
  const { session, saskia, riet, mehmet } = await threeInPlenary(nodes.b)
  await riet.line.command('raiseHand', { room: 'plenary' })
  await saskia.line.command('nextTurn', { room: 'plenary' })
  shift = 25_000
  // something happens, and whoever leads looks again what is due
  await saskia.line.command('announce', { text: 'Even wachten' })
  await until('the offer has run out', async () =>
    (await types(nodes.a.store, session)).includes('TurnEnded'),
  )
  const ended = (await types(nodes.a.store, session)).filter((type) => type === 'TurnEnded')
  expect(ended).toHaveLength(1)
  for (const { line } of [saskia, riet, mehmet]) await line.close()
  await nodes.stop()
})

test('when the node that leads stops in order, another one goes on at once', async () => {
  const nodes = await startNodes({ database: database.url })
  const { session, saskia, riet, mehmet } = await threeInPlenary(nodes.a)
  await saskia.line.command('spreadEvenly', {})
  expect(await saskia.line.command('announceSplit', { ms: 1_500 })).toEqual({ ok: true })
  const stopped = nodes.a.stop()
  for (const { line } of [saskia, riet, mehmet]) expect(await line.closed).toBe(1012)
  await stopped
  await until('the split has come', async () =>
    (await types(nodes.b.store, session)).includes('TablesStarted'),
  )
  await nodes.b.stop()
})

test('a node that closes a session deletes its rooms before another node can lead it', async () => {
  const done: string[] = []
  const house = await startHouse({
    database: database.url,
    bus: createHub().join(),
    patience: { everyMs: 10, lobbyMs: 10, underWayMs: 10, endedMs: 10 },
    through: (store) => ({
      ...store,
      nodes: {
        ...store.nodes,
        release: (...told) => {
          done.push('free')
          return store.nodes.release(...told)
        },
      },
    }),
  })
  house.media.end = async () => {
    await Promise.resolve()
    done.push('rooms')
  }
  const { dialogue } = await seat(house, [somebody('Saskia', 'organiser')])
  await house.open.sessions.of(dialogue)
  await until('it is closed', () => done.includes('free') && done.includes('rooms'))
  expect(done.slice(0, 2)).toEqual(['rooms', 'free'])
  await house.stop()
})

test('a session under way that nobody needs is closed, and no node opens it again by itself', async () => {
  let session = ''
  let freed = 0
  let looked = 0
  const house = await startHouse({
    database: database.url,
    bus: createHub().join(),
    patience: { everyMs: 10, lobbyMs: 60_000, underWayMs: 10, endedMs: 10 },
    through: (store) => ({
      ...store,
      nodes: {
        ...store.nodes,
        async release(...told) {
          await store.nodes.release(...told)
          if (told[1] === session) freed += 1
        },
        lookedAfter(sessions) {
          if (freed > 0) looked += 1
          return store.nodes.lookedAfter(sessions)
        },
      },
    }),
  })
  const three = await threeInPlenary(house)
  session = three.session
  for (const { line } of [three.saskia, three.riet, three.mehmet]) await line.close()
  await until('nobody needs it', () => freed > 0, 10_000)
  await until('it was looked which sessions are under way', () => looked > 2)
  expect(freed).toBe(1)
  // whoever comes finds it
  expect((await three.riet.visitor.get<{ phase: string }>('api/me')).phase).toBe('plenary')
  await house.stop()
})

test('[S8] what a node measured while it led is stored when its lead has lapsed, as long as nobody else took it', async () => {
  const store = await createStore({ url: database.url, connections: 2 })
  const session = newId('ses')
  const row = { title: 'Proef', promise: null, startsAt: null, endsAt: null, demo: false }
  await store.people.createDialogue({ ...row, id: newId('dlg'), session }, [])
  let silent = false
  const nodes: NodeStore = {
    ...store.nodes,
    lead: (...told) => (silent ? Promise.reject(new Error('away')) : store.nodes.lead(...told)),
  }
  const cluster = await joinCluster({ store: nodes, bus: createHub().join(), log: { warn: () => undefined } })
  const lead = await cluster.leads.join(session)
  const speech: SpeechStore = {
    ...store.speech,
    add: (...rows) => (lead.holds() ? Promise.reject(new Error('away')) : store.speech.add(...rows)),
  }
  const meter = createMeter(session, speech, () => undefined, lead)
  silent = true
  meter.spoke('plenary', 'per_riet', 1, 2)
  await until('the lead has lapsed', () => !lead.holds(), 10_000)
  expect(lead.fence()).toBe(-1)
  await meter.close()
  expect((await store.speech.read(session)).intervals).toHaveLength(1)
  await cluster.close()
  await store.close()
})

test('a session that is closed here and opened again while another node leads it is that one’s: nothing here goes on with its rooms', async () => {
  const nodes = await startNodes({ database: database.url }, deaf)
  const { a, b } = nodes
  const { dialogue, session } = await seat(a, [somebody('Saskia', 'organiser')])
  const before = await a.open.sessions.of(dialogue)
  const there = await b.open.sessions.of(dialogue)
  expect([before?.leads(), there?.leads()]).toEqual([true, false])
  const released: string[] = []
  a.media.release = (one) => void released.push(one)
  await a.open.sessions.aside(dialogue, async () => {
    // also before its lease would have lapsed
    expect(before?.leads()).toBe(false)
    await until('the other one leads', () => there?.leads() ?? false)
  })
  expect((await a.open.sessions.of(dialogue))?.leads()).toBe(false)
  expect(released).toEqual([session])
  await nodes.stop()
})

test('a node that the database no longer hears of loses the lead, and another one takes it', async () => {
  const hub = createHub()
  let silent = false
  const a = await startHouse({
    database: database.url,
    bus: hub.join(),
    through: unheard(() => silent),
  })
  const b = await startHouse({ database: database.url, bus: hub.join() })
  const { dialogue } = await seat(a, [somebody('Saskia', 'organiser'), somebody('Riet')])
  const [here, there] = [await a.open.sessions.of(dialogue), await b.open.sessions.of(dialogue)]
  expect([here?.leads(), there?.leads()]).toEqual([true, false])
  silent = true
  await until('the other one leads', () => there?.leads() ?? false, 15_000)
  expect(here?.leads()).toBe(false)
  await a.stop()
  await b.stop()
})

test('what was to be kept while nobody led the session is kept by whoever takes the lead', async () => {
  let silent = false
  const house = await startHouse({
    database: database.url,
    bus: createHub().join(),
    through: unheard(() => silent),
  })
  const { dialogue, who, writes, close } = await peopleAtTables(house)
  const { agreement } = await writes('Riet', { title: 'Vroeg', text: paragraphs('Samen.'), why: [] })
  const session = await house.open.sessions.of(dialogue)
  if (!session) throw new Error('no such session')
  silent = true
  await until('nobody leads it', () => !session.leads(), 10_000)
  await does(who('Saskia'), 'announceRecall', {})
  await does(who('Saskia'), 'finishRecall', { version: 1 })
  const versions = () => session.state().agreements[agreement]?.versions.map(({ keptFor }) => keptFor)
  expect(versions()).toEqual([])
  silent = false
  await until('it is kept', () => versions()?.length)
  expect(versions()).toEqual(['recalled'])
  await close()
  await house.stop()
})

test('a node that takes the lead while the database hesitates watches over the rooms all the same', async () => {
  const hub = createHub()
  const a = await startHouse({ database: database.url, bus: hub.join() })
  let away = false
  const b = await startHouse({
    database: database.url,
    bus: hub.join(),
    through: (store) => ({
      ...store,
      speech: {
        ...store.speech,
        read(session) {
          if (!away) return store.speech.read(session)
          away = false
          return Promise.reject(new Error('away'))
        },
      },
    }),
  })
  const { dialogue } = await seat(a, [somebody('Saskia', 'organiser'), somebody('Riet')])
  await a.open.sessions.of(dialogue)
  const there = await b.open.sessions.of(dialogue)
  let followed = 0
  b.media.follow = () => void (followed += 1)
  away = true
  await a.stop()
  await until('the other one leads', () => there?.leads() ?? false)
  await until('it watches over the rooms', () => followed > 0)
  await b.stop()
})
