import { afterAll, beforeAll, expect, test } from 'vitest'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { CLOSE } from '../../shared/wire.ts'
import { peopleAtTables, type Agreeing } from '../support/agreeing.ts'
import { ownHouse } from '../support/ownHouse.ts'

const { house, database } = ownHouse()
let agreeing: Agreeing

beforeAll(async () => {
  agreeing = await peopleAtTables(house)
})
afterAll(async () => {
  await agreeing.close()
})

test('of a table whose text is damaged the exports say so, and hold every other table', async () => {
  const words = (title: string) => ({ title, text: paragraphs(`${title} is goed.`), why: [] })
  const { table } = await agreeing.writes('Riet', words('Verloren'))
  await agreeing.writes('Mehmet', words('Bewaard'))
  await database.query(`update yjs_updates set crc = 'x' where table_id = $1`, [table])
  // nothing of it is in memory any more
  await house.documents.forget(agreeing.dialogue, CLOSE.stale)

  const { visitor } = agreeing.who('Saskia')
  const markdown = await visitor.text('api/export.md')
  expect(markdown).toMatch('### 2. Bewaard')
  expect(markdown).not.toMatch('Verloren')
  expect(markdown.match(/De tekst van deze tafel kon niet worden gelezen\./g)).toHaveLength(1)
  const { number } = agreeing.who('Saskia').line.state().tables[table] ?? { number: 0 }
  expect(markdown.split('## Tafel ')[number]).toMatch('kon niet worden gelezen')

  const data = await visitor.get<{ tables: { table: number; unread: boolean; agreements: object[] }[] }>(
    'api/export.json',
  )
  expect(data.tables.filter(({ unread }) => unread)).toMatchObject([{ table: number, agreements: [] }])
  expect(data.tables.flatMap(({ agreements }) => agreements)).toMatchObject([{ title: 'Bewaard' }])
  expect((await visitor.send('GET', 'api/package.json')).status).toBe(200)

  const told = house
    .logged()
    .split('\n')
    .filter((line) => line.includes('could not be read'))
  expect(told.length).toBeGreaterThan(0)
  for (const line of told) {
    const { level: _level, time: _time, ...fields } = JSON.parse(line) as Record<string, unknown>
    expect(fields).toEqual({ table, msg: 'the text of a table could not be read' })
  }
})
