import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../server/kit/newId.ts'
import { CLAIMED, SIGNED_OUT } from '../../server/nodes/topics.ts'
import type { PersonRow } from '../../server/store/store.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { peopleAtTables } from '../support/agreeing.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { seat, somebody } from '../support/house.ts'
import { openLine } from '../support/line.ts'
import { at, startNodes, type Nodes } from '../support/nodes.ts'
import { BUSES, ownNodes } from '../support/ownNodes.ts'
import { textLine } from '../support/textLine.ts'
import { redeem, type Visitor } from '../support/visitor.ts'

/** One device per person, whichever node it is at. */
describe.each(BUSES)('%s', (_name, through) => {
  const nodes = ownNodes(through)

  async function riet() {
    const { people } = await seat(nodes.a, [somebody('Saskia', 'organiser'), somebody('Riet')])
    const { Riet } = people
    if (!Riet) throw new Error('nobody there')
    const visitor = await redeem(nodes.a.link(Riet))
    const first = openLine(visitor)
    await first.next('welcome')
    return { first, there: at(nodes.b, visitor) }
  }

  test('a second device at another node is refused, and the first goes on', async () => {
    const { first, there } = await riet()
    const second = openLine(there)
    expect(await second.closed).toBe(4409)
    expect(await first.command('lowerHand', { room: 'plenary' })).toMatchObject({ ok: false })
    await first.close()
  })

  test('with "use here" it takes the place, and the first is told', async () => {
    const { first, there } = await riet()
    const second = openLine(there, { takeOver: true })
    await second.next('welcome')
    expect(await first.closed).toBe(4409)
    expect(first.frames.at(-1)).toMatchObject({ kind: 'bye', code: 4409 })
    await second.close()
  })

  test('a tab that lost its line comes back at another node while its old socket is not known to be gone', async () => {
    const { first, there } = await riet()
    const known = first.state()
    const second = openLine(there, { lastSeq: known.seq, state: known })
    await second.next('welcome')
    expect(await first.closed).toBe(4409)
    await second.close()
  })

  test('when the first has gone the second comes in without asking', async () => {
    const { first, there } = await riet()
    await first.close()
    const second = openLine(there)
    await second.next('welcome')
    await second.close()
  })
})

describe('two nodes of one test', () => {
  let database: TestDatabase
  let nodes: Nodes
  let saskia: { row: PersonRow; visitor: Visitor }

  beforeEach(async () => {
    database = await createTestDatabase()
    nodes = await startNodes({ database: database.url })
    const { Saskia: row } = (await seat(nodes.a, [somebody('Saskia', 'organiser')])).people
    if (!row) throw new Error('nobody there')
    saskia = { row, visitor: await redeem(nodes.a.link(row)) }
  })
  afterEach(async () => {
    await nodes.stop()
    await database.drop()
  })

  test('two that press "use here" at once at two nodes: one of them stays', async () => {
    const lines = [nodes.a, nodes.b].map((house) => openLine(at(house, saskia.visitor), { takeOver: true }))
    const gone = await Promise.race(lines.map(async (line, i) => ((await line.closed) === 4409 ? i : -1)))
    const stays = lines[1 - gone]
    await stays?.next('welcome')
    expect(await stays?.command('openPlenary', {})).toEqual({ ok: true })
    await stays?.close()
  })

  test('a node that was taken for gone keeps the places that nobody else took', async () => {
    const line = openLine(saskia.visitor)
    await line.next('welcome')
    const held = () => database.query<{ claim: string }>('select claim from device_claims')
    const before = await held()
    await database.query('delete from nodes')
    await expect.poll(held, { timeout: 10_000 }).toEqual(before)
    expect(await line.command('openPlenary', {})).toEqual({ ok: true })
    await line.close()
  })

  test('a place that no device holds any more is given to whoever comes at another node', async () => {
    const { row, visitor } = saskia
    const [, other] = await nodes.a.store.nodes.living()
    await nodes.a.store.deviceClaims.take(
      { person: row.id, node: other ?? '', claim: 'dev_gone', login: 'of another browser' },
      true,
    )
    const line = openLine(visitor)
    await line.next('welcome')
    await line.close()
  })

  test('a hint about an earlier device that comes late puts nobody out', async () => {
    const line = openLine(saskia.visitor)
    await line.next('welcome')
    nodes.hub.join().publish(CLAIMED, { person: saskia.row.id, claim: 'dev_earlier' })
    expect(await line.command('openPlenary', {})).toEqual({ ok: true })
    await line.close()
  })

  test('whoever takes the link over is in at once, and the device at the other node is out', async () => {
    const before = openLine(at(nodes.b, saskia.visitor))
    await before.next('welcome')
    const visitor = await redeem(nodes.a.link(saskia.row), { takeOver: 'yes' })
    expect(await before.closed).toBe(4409)
    const line = openLine(visitor)
    await line.next('welcome')
    await line.close()
  })
})

test('that somebody was signed out puts nobody out who is in again when it is heard: not from the session, the text or the sound', async () => {
  const database = await createTestDatabase()
  const nodes = await startNodes({ database: database.url })
  const { who, writes, close } = await peopleAtTables(nodes.a)
  const { table } = await writes('Riet', { title: 'Kladwoorden', text: paragraphs('Nog niet af.'), why: [] })
  const riet = who('Riet')
  const dismissed: string[] = []
  nodes.a.media.dismiss = (_session, person) => void dismissed.push(person)
  const { epochs } = await riet.visitor.get<MeReply>('api/me')
  const text = textLine(riet.visitor, table, epochs[table] ?? 1)
  expect(await text.read()).not.toBeNull()
  nodes.hub.join().publish(SIGNED_OUT, { person: riet.row.id, code: 4409 })
  // once it was looked whose login stands
  await pause(1_000)
  expect(await riet.line.command('addAgreement', { table, agreement: newId('agr') })).toEqual({ ok: true })
  expect([text.code(), dismissed]).toEqual([null, []])
  text.close()
  await close()
  await nodes.stop()
  await database.drop()
})
