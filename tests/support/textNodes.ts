import type { Bus } from '../../server/bus/bus.ts'
import { createHub } from '../../server/bus/hub.ts'
import type { DocumentStore } from '../../server/store/documentStore.ts'
import { editor, hostDocuments, type DocumentsHost, type Editor } from './documents.ts'
import { until } from './until.ts'

/** A bus over which nothing arrives. */
export const deaf = (node: string): Bus => ({
  node,
  publish: () => undefined,
  subscribe: () => () => undefined,
  available: () => false,
  close: async () => undefined,
})

/** Documents servers on one database, and whoever is at them. */
export interface TextNodes {
  /** Two that hear one another, or do not. */
  pair(store: DocumentStore, heard?: boolean): Promise<[DocumentsHost, DocumentsHost]>
  /** To be stopped with the others. */
  keep(...hosts: DocumentsHost[]): void
  open(host: DocumentsHost, table: string, person: string): Promise<Editor>
  stop(): Promise<void>
}

export function createTextNodes(): TextNodes {
  const hosts: DocumentsHost[] = []
  const editors: Editor[] = []
  return {
    async pair(store, heard = true) {
      const hub = createHub()
      const node = (name: string) =>
        hostDocuments(store, undefined, undefined, { bus: heard ? hub.join(name) : deaf(name) })
      const [one, other] = [await node('one'), await node('other')]
      hosts.push(one, other)
      return [one, other]
    },
    keep: (...more) => void hosts.push(...more),
    async open(host, table, person) {
      const one = editor(host, table, { person, name: person })
      editors.push(one)
      await until('synced', () => one.provider.synced)
      return one
    },
    async stop() {
      for (const one of editors.splice(0)) one.stop()
      await Promise.all(hosts.splice(0).map((host) => host.stop()))
    },
  }
}
