import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BalanceReport } from '../../shared/dialogue/time/balance.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { createStore } from '../../server/store/connection.ts'
import { CorruptDocument } from '../../server/store/documents.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { startHouse } from '../support/house.ts'
import { liveThrough, type Remembered } from '../support/keepDatabase.ts'
import { dump, restore, type KeptDatabase } from '../support/kept.ts'
import { openLine } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'

/** Databases as releases left them, kept for ever: each later release opens each of them. */
const FIXTURES = join(import.meta.dirname, '../fixtures')
const KEEP = process.env['DT_KEEP']

interface Kept {
  database: KeptDatabase
  remembered: Remembered
}

test.runIf(KEEP)(
  'keep a database of this release',
  async () => {
    const database = await createTestDatabase()
    const house = await startHouse({ database: database.url })
    const remembered = await liveThrough(house)
    await house.stop()
    const kept: Kept = { database: await dump(database), remembered }
    const dir = join(FIXTURES, KEEP ?? '')
    mkdirSync(dir, { recursive: true })
    writeFileSync(join(dir, 'database.json'), `${JSON.stringify(kept)}\n`)
    await database.drop()
  },
  60_000,
)

const releases = (KEEP ? [] : readdirSync(FIXTURES)).map((release): [string, Kept] => [
  release,
  JSON.parse(readFileSync(join(FIXTURES, release, 'database.json'), 'utf8')) as Kept,
])

describe.each(releases)('a database of %s', (_release, { database: kept, remembered }) => {
  test('opens: links, names, texts, balance and an unbroken log are there', async () => {
    const database = await createTestDatabase()
    await restore(database, kept)
    const house = await startHouse({ database: database.url })
    const { store } = house
    const row = async (id: string) => {
      const [dialogue] = await store.people.dialogues()
      const found = (await store.people.people(dialogue?.id ?? '')).find((person) => person.id === id)
      if (!found) throw new Error(`${id} is gone`)
      return found
    }
    const again = { takeOver: '1' }
    const saskia = await redeem(house.link(await row(remembered.organiser)), again)
    const riet = await redeem(house.link(await row(remembered.resident)), again)

    const me = await riet.get<MeReply>('api/me')
    expect(me.dialogue.title).toBe(remembered.title)
    const line = openLine(riet)
    await line.next('welcome')
    expect(line.state().phase).toEqual({ name: 'lobby' })
    expect(line.state().tableOrder).toContain(remembered.table)
    expect(await saskia.text('api/export.md')).toContain(`### 1. ${remembered.agreement}`)
    const balance = await riet.get<BalanceReport>('api/balance')
    expect(balance.sessions).toBe(2)
    expect(balance.scopes.at(-1)?.own?.spokenMs).toBe(remembered.spokenMs)

    const [dialogue] = await store.people.dialogues()
    for (const session of await store.people.sessions(dialogue?.id ?? ''))
      expect(await store.events.verify(session)).toBeNull()
    // and it goes on
    const desk = openLine(saskia)
    await desk.next('welcome')
    const agreements = Object.values(desk.state().agreements)
    expect(agreements).toMatchObject([{ table: remembered.table, number: 1, state: 'draft' }])
    expect(await desk.command('openPlenary', {})).toEqual({ ok: true })
    // whoever wrote it then is the one whose words stand in it now
    expect((await store.documents.load(remembered.table, dialogue?.id ?? '')).authors).toEqual([
      [expect.any(Number), remembered.resident],
    ])
    for (const one of [line, desk]) await one.close()
    await house.stop()
    await database.drop()
  }, 30_000)
})

/** Only the documents, the log and how far it is, to compare. */
const contents = async (database: TestDatabase) =>
  Promise.all(
    ['documents', 'yjs_updates', 'yjs_snapshots', 'yjs_authors', 'events', 'sessions'].map((name) =>
      database.query(`select * from ${name} order by 1, 2, 3`),
    ),
  )

describe('the texts of 0.1.0', () => {
  const [, kept] = releases.find(([release]) => release === '0.1.0') ?? []

  async function left(damage?: (database: TestDatabase) => Promise<unknown>): Promise<TestDatabase> {
    const database = await createTestDatabase()
    if (kept) await restore(database, kept.database)
    await damage?.(database)
    return database
  }
  const opened = async (database: TestDatabase) =>
    (await createStore({ url: database.url, connections: 2 })).close()

  test.runIf(kept)('are carried over once, under the next epoch; another start changes nothing', async () => {
    const database = await left()
    const [before] = await database.query<{ epoch: number }>('select epoch from documents')
    await opened(database)
    const once = await contents(database)
    expect(once[0]).toMatchObject([{ epoch: (before?.epoch ?? 0) + 1, seq: 1 }])
    await opened(database)
    expect(await contents(database)).toEqual(once)
    await database.drop()
  })

  test.runIf(kept)(
    'one that is damaged stays as it is and is told apart; the others are carried over',
    async () => {
      const mine = kept?.remembered.table
      const database = await left(async ({ query }) => {
        // the same text at the second table
        const [second] = await query<{ id: string }>(
          `select event -> 'tables' -> 1 ->> 'id' as id from events where event -> 'tables' is not null limit 1`,
        )
        for (const [name, rest] of [
          ['documents', 'dialogue_id, epoch, seq'],
          ['yjs_updates', 'epoch, seq, update, actor, crc'],
          ['yjs_snapshots', 'epoch, seq, state, crc'],
        ])
          await query(`insert into ${name} (table_id, ${rest}) select $1, ${rest} from ${name}`, [second?.id])
        for (const name of ['yjs_updates', 'yjs_snapshots'])
          await query(`update ${name} set crc = '1' where table_id = $1`, [mine])
      })
      await opened(database)
      const store = await createStore({ url: database.url, connections: 2 })
      const [dialogue] = await store.people.dialogues()
      const loaded = store.documents.load(mine ?? '', dialogue?.id ?? '')
      await expect(loaded).rejects.toThrow(CorruptDocument)
      expect(await store.documents.epoch(mine ?? '')).toBe(1)
      const added = await database.query<{ event: { table: string; number: number } }>(
        `select event from events where event ->> 'type' = 'AgreementAdded'`,
      )
      expect(added).toMatchObject([{ event: { number: 1 } }])
      expect(added[0]?.event.table).not.toBe(mine)
      expect(await store.documents.epoch(added[0]?.event.table ?? '')).toBe(2)
      for (const session of await store.people.sessions(dialogue?.id ?? ''))
        expect(await store.events.verify(session)).toBeNull()
      await store.close()
      await database.drop()
    },
  )
})
