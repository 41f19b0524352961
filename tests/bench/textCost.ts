import { setTimeout as pause } from 'node:timers/promises'
import { titleOf } from '../../shared/agreement/document.ts'
import { documentsDatabase } from '../support/documentsDb.ts'
import { editor, freshTable } from '../support/documents.ts'
import { until } from '../support/until.ts'
import { end, startPeer, usedBy } from './controlProcess.ts'
import { familyMs } from './processor.ts'
import { storedIn, storedOf } from './stored.ts'

const TABLES = 8
const WRITERS = 8
const WINDOWS = 3
/** In each window, at each table; below what is taken together. */
const EDITS = 15
const EVERY_MS = 100

/** For one letter that somebody writes at a table of eight, and seven others see. */
export interface TextCost {
  /** Window by window: processor of the texts' server, and of the database. */
  cpuMs: number[]
  databaseMs: number[]
  storedBytes: number
}

/** What writing costs, in a process that does nothing else. `pid`: of the database server. */
export async function textCost(postgres: string, pid: number): Promise<TextCost> {
  const database = await documentsDatabase(postgres)
  await database.close()
  const server = await startPeer('texts', database.url)
  const tables = Array.from({ length: TABLES }, (_, table) => {
    const name = freshTable()
    return Array.from({ length: WRITERS }, (_none, i) =>
      editor(server, name, { person: `per_${table}_${i}`, name: `Schrijver ${i}` }),
    )
  })
  try {
    const all = tables.flat()
    await until('all texts are open', () => all.every(({ provider }) => provider.synced), 30_000)
    const cost: TextCost = { cpuMs: [], databaseMs: [], storedBytes: NaN }
    for (let window = 1; window <= WINDOWS; window++) {
      const [own, behind] = [(await usedBy(server)).cpuMs, familyMs(pid)]
      for (let edit = 0; edit < EDITS; edit++) {
        for (const [writer] of tables) if (writer) titleOf(writer.doc, 'agr_1').insert(0, 'a')
        await pause(EVERY_MS)
      }
      const length = window * EDITS
      const seen = () => all.every(({ doc }) => titleOf(doc, 'agr_1').length === length)
      await until('everybody has seen it', seen, 30_000)
      cost.cpuMs.push(((await usedBy(server)).cpuMs - own) / (EDITS * TABLES))
      cost.databaseMs.push((familyMs(pid) - behind) / (EDITS * TABLES))
    }
    const stored = storedOf(await storedIn(database.url), 'yjs_updates', 'documents')
    return { ...cost, storedBytes: stored.bytes / (EDITS * TABLES * WINDOWS) }
  } finally {
    for (const one of tables.flat()) one.stop()
    await end(server)
  }
}
