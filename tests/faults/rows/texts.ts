import { Client } from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { SCHEMA } from '../../../server/store/schema.ts'
import { readTable, titleOf } from '../../../shared/agreement/document.ts'
import { placeOf } from '../../../shared/dialogue/places.ts'
import { CLOSE } from '../../../shared/wire.ts'
import { updateFrame } from '../../support/frames.ts'
import { until } from '../../support/until.ts'
import type { Person } from '../person.ts'
import { inWorld, sound, type Row } from '../row.ts'
import type { World } from '../world.ts'

const EDITS = 30

interface TextSocket {
  ws: WebSocket
  answers(): number
  code(): number | null
}

/** A bare socket at a table's text; asks for nothing. */
async function textSocket({ visitor }: Person, table: string): Promise<TextSocket> {
  const url = `${visitor.home.replace('http', 'ws')}docs/${table}?epoch=1`
  const ws = new WebSocket(url, { headers: { cookie: visitor.cookie, origin: new URL(visitor.home).origin } })
  let answers = 0
  let code: number | null = null
  let begun = false
  ws.on('message', (data: Buffer) => {
    begun = true
    if (data[0] === 100) answers += 1
  })
  ws.on('close', (closed) => (code = closed))
  ws.on('error', () => undefined)
  await until('the text answers', () => begun || code !== null, 20_000)
  return { ws, answers: () => answers, code: () => code }
}

/** The same updates in another order, some of them twice, over a real socket. */
export const replayed: Row = (input) =>
  inWorld(input, {}, async (world, crowd) => {
    let equal = 0
    for (let round = 0; round < input.rounds; round++) {
      const one = crowd.people[world.chance(crowd.people.length)]
      const table = one && placeOf(one.state(), one.visitor.person)
      const agreement = table && crowd.agreements.get(table)
      if (!one || !table || !agreement) throw new Error('nobody at a table')
      const updates = editsOf(one, agreement, world)
      const socket = await textSocket(one, table)
      for (const update of updates) socket.ws.send(updateFrame(update))
      await until(
        'every one answered',
        () => socket.answers() >= updates.length || socket.code() !== null,
        20_000,
      )
      socket.ws.close()
      if (socket.code() === null) equal += 1
    }
    return [
      {
        what: `${EDITS} changes shuffled and doubled, all answered`,
        target: `${input.rounds} of ${input.rounds}`,
        measured: `${equal} of ${input.rounds}`,
        met: equal === input.rounds,
      },
      await sound(world, crowd),
    ]
  })

function editsOf({ writer }: Person, agreement: string, { chance }: World): Uint8Array[] {
  const doc = new Y.Doc()
  if (writer) Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const title = titleOf(doc, agreement)
  for (let edit = 0; edit < EDITS; edit++)
    title.insert(chance(title.length + 1), String.fromCodePoint(97 + chance(26)))
  title.delete(0, title.length)
  const all = [...updates, ...updates.filter(() => chance(2) === 0)]
  for (let at = all.length - 1; at > 0; at--) {
    const other = chance(at + 1)
    const [a, b] = [all[at], all[other]]
    if (a && b) [all[at], all[other]] = [b, a]
  }
  return all
}

/** A byte of a table's text is wrong in the database: that table is set apart, the others go on, nothing is written over it. */
export const damaged: Row = (input) =>
  inWorld(input, {}, async (world, crowd) => {
    const stop = crowd.load()
    await pause(5_000)
    await stop()
    const before = await sound(world, crowd)
    const [hurt = '', ...others] = [...crowd.agreements.keys()]
    for (const node of world.nodes) await node.kill()
    const rows = await inDatabase(world, async (client) => {
      await client.query(
        `update yjs_updates set update = set_byte(update, length(update) - 2, get_byte(update, length(update) - 2) # 85)
         where (table_id, seq) in (select table_id, max(seq) from yjs_updates where table_id = $1 group by table_id)`,
        [hurt],
      )
      return rowsOf(client, hurt)
    })
    for (const node of world.nodes) await node.start()
    const at = (table: string) =>
      crowd.people.find((one) => placeOf(one.state(), one.visitor.person) === table)
    const code = async (table: string) => {
      const one = at(table)
      if (!one) return null
      const socket = await textSocket(one, table)
      await pause(500)
      socket.ws.close()
      return socket.code()
    }
    const flagged = (await code(hurt)) === CLOSE.broken
    const codes = await Promise.all(others.map(code))
    const after = await inDatabase(world, (client) => rowsOf(client, hurt))
    const texts = others.every(
      (table) => Object.keys(readTable(at(table)?.writer?.doc ?? new Y.Doc())).length > 0,
    )
    return [
      { ...before, what: 'before the damage' },
      {
        what: 'the damaged text is set apart',
        target: 'closed as broken',
        measured: flagged ? 'it is' : 'it is not',
        met: flagged,
      },
      {
        what: 'the others are open',
        target: `${others.length} of ${others.length}`,
        measured: `${codes.filter((each) => each === null).length} of ${others.length}`,
        met: texts && codes.every((each) => each === null),
      },
      {
        what: 'nothing is stored over it',
        target: `${rows} rows`,
        measured: `${after} rows`,
        met: rows === after,
      },
    ]
  })

async function inDatabase<T>({ databaseUrl }: World, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, options: `-c search_path=${SCHEMA}` })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function rowsOf(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select (select count(*) from yjs_updates where table_id = $1)::int
       + (select count(*) from yjs_snapshots where table_id = $1)::int as n`,
    [table],
  )
  return rows[0]?.n ?? -1
}
