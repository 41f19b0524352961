import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { backUp, putBack } from '../../server/keeping/backup.ts'
import { findTools } from '../../server/keeping/tools.ts'
import { createStore } from '../../server/store/connection.ts'
import { becomeOnlyNode } from '../../server/store/onlyNode.ts'
import { openWhole } from '../../server/store/whole.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { canaryEvening } from '../support/canary.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { everyRow } from '../support/everyRow.ts'
import { INSTANCE_KEY, startHouse } from '../support/house.ts'
import { startSystemPostgres, systemPostgres } from '../support/systemPostgres.ts'
import { redeem } from '../support/visitor.ts'

/** PostgreSQL's own programs are not in the package that brings the server: where the system has none, only what is said then can be tested. */
const [bin] = systemPostgres()

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'dialoogtafel-backup-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('without programs for this version there is a sentence that says what to install, and no file', async () => {
  const empty = { DT_PG_BIN: folder }
  expect(() => findTools(18, empty)).toThrow(/postgresql-client-18.*DT_PG_BIN/)
  const whole = openWhole(inject('databaseUrl'))
  expect(await whole.major()).toBe(18)
  await whole.close()
  if (bin)
    expect(() => findTools(99, { DT_PG_BIN: bin })).toThrow(
      /alleen pg_dump \d+, en de database is PostgreSQL 99/,
    )
})

describe.runIf(bin)('a copy of a database', () => {
  let server: Awaited<ReturnType<typeof startSystemPostgres>>
  let database: TestDatabase
  let file: string
  let table: string
  let dialogue: string
  let link: string

  beforeAll(async () => {
    server = await startSystemPostgres(bin ?? '')
    database = await createTestDatabase(server.url)
    file = join(folder, 'whole.dump')
    const house = await startHouse({ database: database.url })
    const evening = await canaryEvening(house)
    ;({ table, dialogue } = evening)
    link = house.link(evening.saskia.row)
    await evening.close()
    await house.stop()
    await backUp(database.url, file)
  }, 120_000)
  afterAll(() => server.stop())

  const documentIn = async ({ url }: TestDatabase): Promise<string> => {
    const store = await createStore({ url, connections: 1 })
    const { state, updates } = await store.documents.load(table, dialogue)
    await store.close()
    const doc = new Y.Doc()
    if (state) Y.applyUpdate(doc, state)
    for (const { update } of updates) Y.applyUpdate(doc, update)
    return createHash('sha256').update(Y.encodeStateAsUpdate(doc)).digest('hex')
  }

  test('comes back in an empty server as it was: every row of every table, and every document', async () => {
    const fresh = await createTestDatabase(server.url)
    const found = await putBack(fresh.url, file, false)
    expect(found).toMatchObject({ logs: 1, wrong: [] })
    expect(found.texts).toBeGreaterThan(0)
    const rows = await everyRow(fresh)
    expect(rows).toEqual(await everyRow(database))
    expect(Object.keys(rows).length).toBeGreaterThan(15)
    expect(await documentIn(fresh)).toBe(await documentIn(database))
    // and people come in with the links they have
    const house = await startHouse({ database: fresh.url })
    const { pathname } = new URL(link)
    const saskia = await redeem(`${house.origin}${pathname}`, { takeOver: 'yes' })
    expect(await saskia.text('api/export.md')).toContain('Bankjes in de wijk')
    expect((await saskia.get<LinkRow[]>('api/links')).length).toBe(4)
    await house.stop()
  })

  test('is refused where something stands, and replaces it when told to', async () => {
    const other = await createTestDatabase(server.url)
    const house = await startHouse({ database: other.url })
    const { dialogue: lost } = await canaryEvening(house).then(async (evening) => {
      await evening.close()
      return evening
    })
    await house.stop()
    const before = await everyRow(other)
    await expect(putBack(other.url, file, false)).rejects.toThrow('--replace')
    expect(await everyRow(other)).toEqual(before)
    await putBack(other.url, file, true)
    expect(await everyRow(other)).toEqual(await everyRow(database))
    expect(await other.query('select 1 from dialogues where id = $1', [lost])).toEqual([])
    expect(await other.query(`select 1 from pg_namespace where nspname = 'dialoogtafel_before'`)).toEqual([])
  })

  test('that is broken leaves what stood there', async () => {
    const other = await createTestDatabase(server.url)
    await putBack(other.url, file, false)
    const before = await everyRow(other)
    const half = join(folder, 'half.dump')
    const bytes = readFileSync(file)
    writeFileSync(half, bytes.subarray(0, Math.floor(bytes.length * 0.8)))
    await expect(putBack(other.url, half, true)).rejects.toThrow()
    expect(await everyRow(other)).toEqual(before)
  })

  test('is not put back under an app that serves, and one that broke off is finished before the app starts', async () => {
    const other = await createTestDatabase(server.url)
    await putBack(other.url, file, false)
    const place = await becomeOnlyNode(other.url, () => undefined)
    await expect(putBack(other.url, file, true)).rejects.toThrow('Er draait al een Dialoogtafel')
    await place.release()
    await other.query('alter schema dialoogtafel rename to dialoogtafel_before')
    await expect(createStore({ url: other.url })).rejects.toThrow('npm run restore')
    // a copy that is made by the clock in that moment moves nothing, and is none
    await expect(backUp(other.url, `${file}.meanwhile`)).rejects.toThrow('teruggezet')
    expect(existsSync(`${file}.meanwhile`)).toBe(false)
    await expect(putBack(other.url, file, false)).rejects.toThrow('--replace')
    expect(await everyRow(other)).toEqual(await everyRow(database))
  }, 60_000)

  test('is for its owner alone, is written over nothing, and holds neither key nor link', async () => {
    expect(statSync(file).mode & 0o077).toBe(0)
    await expect(backUp(database.url, file)).rejects.toThrow('bestaat al')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
    const plain = join(folder, 'plain.sql')
    execFileSync(join(bin ?? '', 'pg_restore'), [`--file=${plain}`, file])
    const text = readFileSync(plain, 'utf8')
    expect(text).toContain('Bankjes in de wijk')
    expect(text).not.toContain(INSTANCE_KEY)
    expect(text).not.toContain(new URL(link).pathname.split('/').at(-1))
  })
})
