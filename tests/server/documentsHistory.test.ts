import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, titleOf } from '../../shared/agreement/document.ts'
import { documentsDatabase, type DocumentsDatabase } from '../support/documentsDb.ts'
import { editor, freshTable, hostDocuments, type DocumentsHost, type Editor } from '../support/documents.ts'
import { chance, typist } from '../support/typing.ts'
import { until } from '../support/until.ts'

/** What two people typed in a long evening, and what comes back after a long time without a line. */
let database: DocumentsDatabase
beforeAll(async () => void (database = await documentsDatabase(inject('databaseUrl'))))
afterAll(() => database.close())

const LETTERS = 5_000
const EDITS = 10_500
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

async function come(host: DocumentsHost, table: string, person: string): Promise<Editor> {
  const one = editor(host, table, { person })
  await until(`${person} is there`, () => one.provider.synced, 10_000)
  return one
}
/** The one paragraph in which all write. */
function lineIn({ doc }: Editor): Y.XmlText {
  const first = bodyOf(doc, 'agr_1', 'text').get(0)
  const line = first instanceof Y.XmlElement ? first.get(0) : null
  if (!(line instanceof Y.XmlText)) throw new Error('no line')
  return line
}
const words = (one: Editor): string => lineIn(one).toString()

async function begunBy(anna: Editor): Promise<void> {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('begin')])
  bodyOf(anna.doc, 'agr_1', 'text').push([paragraph])
  await until('begun', () => anna.saved.length > 1)
}
const alike = (...all: Editor[]) => new Set(all.map(words)).size === 1

describe('[V27] a text with a long history', () => {
  let host: DocumentsHost
  let table: string
  let anna: Editor
  let bram: Editor

  beforeAll(async () => {
    const fast = { perSecond: 1e6, burst: 1e6 }
    host = await hostDocuments(database.store, { updates: fast, frames: fast })
    table = freshTable()
    anna = await come(host, table, 'per_anna')
    await begunBy(anna)
    bram = await come(host, table, 'per_bram')
  })
  afterAll(async () => {
    anna.stop()
    bram.stop()
    await host.stop()
  })

  test('two who type letter by letter in each other’s words are never cut off, and a third reads what they wrote', async () => {
    const random = chance(27)
    const typists = [anna, bram].map((one) => typist(lineIn(one), random))
    for (let letter = 0; letter < LETTERS; letter++) {
      for (const types of typists) types()
      if (letter % 10 === 9) await turn()
    }
    await until('all of it is with both', () => alike(anna, bram), 60_000)
    const cees = await come(host, table, 'per_cees')
    await until('a third reads it', () => alike(anna, cees), 10_000)
    expect(words(cees).length).toBeGreaterThan(LETTERS)
    expect([...anna.closed, ...bram.closed]).toEqual([])
    cees.stop()
  }, 120_000)

  test('who was away comes back with ten thousand changes, each at another place, and loses none', async () => {
    const own = await hostDocuments(database.store)
    const [dirk, eva] = [await come(own, table, 'per_dirk'), await come(own, table, 'per_eva')]
    await until('the text is there', () => alike(dirk, anna), 10_000)
    dirk.provider.disconnect()
    await until('the line is down', () => !dirk.provider.wsconnected)
    const line = lineIn(dirk)
    for (let edit = 0; edit < EDITS; edit++) line.insert(edit % 2 === 0 ? 0 : line.length, 'x')
    titleOf(eva.doc, 'agr_1').insert(0, 'Intussen')
    const before = dirk.closed.length
    dirk.provider.connect()
    await until('all of it is with the others', () => alike(dirk, eva), 30_000)
    expect(words(eva).match(/x/g)?.length).toBeGreaterThanOrEqual(EDITS)
    await until('and the other way', () => titleOf(dirk.doc, 'agr_1').toString() === 'Intussen')
    expect(dirk.closed.slice(before)).toEqual([])
    expect(eva.closed).toEqual([])
    dirk.stop()
    eva.stop()
    await own.stop()
  }, 60_000)
})

test('[V26] pasting that is held closes nothing, and at another table all goes on', async () => {
  const host = await hostDocuments(database.store)
  const anna = await come(host, freshTable(), 'per_anna')
  const bram = await come(host, freshTable(), 'per_bram')
  await begunBy(anna)
  const line = lineIn(anna)
  for (let press = 0; press < 500; press++) line.insert(line.length, 'Samen aan tafel. '.repeat(10))
  // much more than a second's worth is on its way; who sits elsewhere does not wait for it
  const answered = anna.saved.length
  for (let key = 0; key < 20; key++) {
    const before = bram.saved.length
    titleOf(bram.doc, 'agr_1').insert(0, 'x')
    await until('Bram types on', () => bram.saved.length > before)
  }
  await until('all that was pasted is stored', () => anna.saved.length >= answered + 500, 30_000)
  expect([...anna.closed, ...bram.closed]).toEqual([])
  anna.stop()
  bram.stop()
  await host.stop()
}, 60_000)
