import * as Y from 'yjs'

/** Yjs keeps what stands in a type as a row of items, each with the client id that wrote it. */
const FIRST = '_start'

/** The client ids under which the words were written that stand in this type now; what was taken out does not count. */
export function clientsOf(type: object): Set<number> {
  const found = new Set<number>()
  for (let item: unknown = Reflect.get(type, FIRST); item instanceof Y.Item; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentType)
      for (const client of clientsOf(item.content.type)) found.add(client)
    else if (item.countable) found.add(item.id.client)
  }
  return found
}
