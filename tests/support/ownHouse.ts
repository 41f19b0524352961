import { afterAll, beforeAll } from 'vitest'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { startHouse, type TestHouse, type TestHouseInput } from './house.ts'

type Input = Omit<TestHouseInput, 'database'>

export interface OwnHouse {
  /** The one that stands now. */
  house: TestHouse
  database: TestDatabase
  /** The same data and port, another process as far as anybody can tell. */
  restart(input?: Input & { meanwhile?(): unknown }): Promise<void>
}

/**
 * A house on a database of its own, for all tests of the file or of the block that asks for it. Both are there from the first test on and
 * are filled in anew by a restart, so that they can be named at once.
 */
export function ownHouse(given: Input = {}): OwnHouse {
  const database = {} as TestDatabase
  const house = {} as TestHouse
  const start = async (input?: Input) => {
    Object.assign(house, await startHouse({ ...given, ...input, database: database.url }))
  }

  beforeAll(async () => {
    Object.assign(database, await createTestDatabase())
    await start()
  })
  afterAll(async () => {
    await house.stop()
    await database.drop()
  })

  return {
    house,
    database,
    async restart({ meanwhile, ...input } = {}) {
      const port = Number(new URL(house.origin).port)
      await house.stop()
      await meanwhile?.()
      await start({ ...input, port })
    },
  }
}
