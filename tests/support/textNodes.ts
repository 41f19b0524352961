import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import type { Bus } from '../../server/bus/bus.ts'
import { createHub } from '../../server/bus/hub.ts'
import { readTable, titleOf } from '../../shared/agreement/document.ts'
import { editor, freshTable, hostDocuments, type DocumentsHost, type Editor } from './documents.ts'
import { documentsDatabase, type DocumentsDatabase } from './documentsDb.ts'
import { until } from './until.ts'

/** A bus over which nothing arrives. */
export const deaf = (node: string): Bus => ({
  node,
  publish: () => undefined,
  subscribe: () => () => undefined,
  available: () => false,
  close: async () => undefined,
})

/** Documents servers on one database, which is there before the first test, and whoever is at them. */
export interface TextNodes {
  database: DocumentsDatabase
  /** Whose text is opened: a fresh one for each test. */
  table: string
  /** Two that hear one another, or do not. */
  pair(heard?: boolean): Promise<[DocumentsHost, DocumentsHost]>
  /** To be stopped with the others. */
  keep(...hosts: DocumentsHost[]): void
  open(host: DocumentsHost, person: string): Promise<Editor>
  /** Done after each test too. */
  stop(): Promise<void>
}

/** For all tests of the file that asks for them. */
export function ownTextNodes(): TextNodes {
  const hosts: DocumentsHost[] = []
  const editors: Editor[] = []
  const own: TextNodes = {
    database: {} as DocumentsDatabase,
    table: '',
    async pair(heard = true) {
      const hub = createHub()
      const node = (name: string) =>
        hostDocuments(own.database.store, undefined, undefined, { bus: heard ? hub.join(name) : deaf(name) })
      const [one, other] = [await node('one'), await node('other')]
      hosts.push(one, other)
      return [one, other]
    },
    keep: (...more) => void hosts.push(...more),
    async open(host, person) {
      const one = editor(host, own.table, { person, name: person })
      editors.push(one)
      await until('synced', () => one.provider.synced)
      return one
    },
    async stop() {
      for (const one of editors.splice(0)) one.stop()
      await Promise.all(hosts.splice(0).map((host) => host.stop()))
    },
  }
  beforeAll(async () => void (own.database = await documentsDatabase(inject('databaseUrl'))))
  afterAll(() => own.database.close())
  beforeEach(() => void (own.table = freshTable()))
  afterEach(own.stop)
  return own
}

export const title = ({ doc }: Editor): string => readTable(doc)['agr_1']?.title ?? ''

/** At the end of that title. */
export const typeIn = ({ doc }: Editor, text: string): void => {
  const line = titleOf(doc, 'agr_1')
  line.insert(line.length, text)
}
