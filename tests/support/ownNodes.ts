import { afterAll, beforeAll } from 'vitest'
import type { Bus } from '../../server/bus/bus.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { deaf, startNodes, type Nodes } from './nodes.ts'

/** What is true of several nodes is true with hints and without: for `describe.each`, with a name for each. */
export const BUSES: [string, (bus: Bus) => Bus][] = [
  ['with hints', (bus) => bus],
  ['when every hint is lost', deaf],
]

/** Two nodes on a database of their own, for all tests of the block that asks for them; filled in before the first test. */
export function ownNodes(through: (bus: Bus) => Bus): Nodes {
  const nodes = {} as Nodes
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
    Object.assign(nodes, await startNodes({ database: database.url }, through))
  })
  afterAll(async () => {
    await nodes.stop()
    await database.drop()
  })
  return nodes
}
