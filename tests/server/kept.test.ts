import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BalanceReport, MeReply } from '../../shared/protocol.ts'
import { createTestDatabase } from '../support/database.ts'
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
    const { store } = house.open.house
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
    expect(await saskia.text('api/export.md')).toContain(remembered.agreement)
    const balance = await riet.get<BalanceReport>('api/balance')
    expect(balance.sessions).toBe(2)
    expect(balance.scopes.at(-1)?.own?.spokenMs).toBe(remembered.spokenMs)

    const [dialogue] = await store.people.dialogues()
    for (const session of await store.people.sessions(dialogue?.id ?? ''))
      expect(await store.events.verify(session)).toBeNull()
    // and it goes on
    const desk = openLine(saskia)
    await desk.next('welcome')
    expect(await desk.command('openPlenary', {})).toEqual({ ok: true })
    for (const one of [line, desk]) await one.close()
    await house.stop()
    await database.drop()
  }, 30_000)
})
