import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHub } from '../../server/bus/hub.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { goesTo, unheard } from '../support/nodes.ts'
import { threeInPlenary, type Present } from '../support/three.ts'
import { until } from '../support/until.ts'

/** What is only of the moment is told at every node; a node that dies takes its people along, and nobody else's. */
let database: TestDatabase
let a: TestHouse
let b: TestHouse
/** The first node is not heard of any more. */
let silent = false

beforeAll(async () => {
  database = await createTestDatabase()
  const hub = createHub()
  a = await startHouse({
    database: database.url,
    bus: hub.join(),
    through: unheard(() => silent),
  })
  b = await startHouse({ database: database.url, bus: hub.join() })
})
afterAll(async () => {
  await a.stop()
  await b.stop()
  await database.drop()
})

/** Who is said to be there, in the order in which it is told. */
const known = ({ line }: Present) =>
  line.frames
    .flatMap((frame) => (frame.kind === 'presence' ? frame.people : []))
    .reduce<Record<string, string>>((all, { person, state }) => ({ ...all, [person]: state }), {})

/** Saskia at the first node, which leads; the others at the second. */
async function apart() {
  const three = await threeInPlenary(a)
  await goesTo(b, three.riet)
  await goesTo(b, three.mehmet)
  const close = () => Promise.all([three.saskia, three.riet, three.mehmet].map(({ line }) => line.close()))
  return { ...three, close }
}

test('what the listener hears at the node that leads is seen at the other, and stored once', async () => {
  const { session, riet, saskia, mehmet, close } = await apart()
  await saskia.line.command('setMode', { room: 'plenary', mode: 'free' })
  await until('the mode has come', () => riet.line.state().floors['plenary']?.mode === 'free')
  const now = Date.now()
  for (const listener of a.media.listeners) {
    listener.measuring?.(session, 'plenary', true, now - 1_000)
    listener.speaking?.(session, 'plenary', [mehmet.row.id])
    listener.spoke?.(session, 'plenary', riet.row.id, now, now + 3_000)
  }
  await riet.line.next('speaking', ({ people }) => people.includes(mehmet.row.id))
  await riet.line.next('meter', ({ meter }) => meter.own?.spokenMs === 3_000)
  await until('it is stored', async () => (await b.store.speech.read(session)).intervals.length > 0)
  expect((await b.store.speech.read(session)).intervals).toHaveLength(1)
  // the node that does not lead has nothing to tell of sound
  for (const listener of b.media.listeners)
    listener.spoke?.(session, 'plenary', mehmet.row.id, now, now + 9_000)
  await saskia.line.command('setMode', { room: 'plenary', mode: 'queue' })
  expect((await b.store.speech.read(session)).intervals).toHaveLength(1)
  await close()
})

test('a node that dies takes its people along after a few seconds, and theirs alone; when it lives again they are there', async () => {
  const { saskia, riet, mehmet, close } = await apart()
  await until('everybody is there', () => known(mehmet)[saskia.row.id] === 'here')
  silent = true
  await until('Saskia is away', () => known(mehmet)[saskia.row.id] === 'away', 20_000)
  expect([known(mehmet)[riet.row.id], known(riet)[mehmet.row.id]]).toEqual(['here', 'here'])
  silent = false
  await until('Saskia is back', () => known(mehmet)[saskia.row.id] === 'here', 20_000)
  await close()
}, 60_000)
