import { describe } from 'vitest'
import { newId } from '../../server/kit/newId.ts'
import { createStore } from '../../server/store/connection.ts'
import { createTestDatabase } from '../support/database.ts'
import { keepsMediaRooms } from '../support/mediaRoomsContract.ts'
import { roomsInMemory } from '../support/media.ts'

describe('the names of SFU rooms in the database', () =>
  keepsMediaRooms(async () => {
    const database = await createTestDatabase()
    const store = await createStore({ url: database.url })
    return {
      rooms: store.mediaRooms,
      async session() {
        const session = newId('ses')
        await store.people.createDialogue(
          {
            id: newId('dlg'),
            session,
            title: 'Proef',
            promise: null,
            startsAt: null,
            endsAt: null,
            demo: false,
          },
          [],
        )
        return session
      },
      async close() {
        await store.close()
        await database.drop()
      },
    }
  }))

describe('the names of SFU rooms in memory, for tests of the SFU alone', () =>
  keepsMediaRooms(async () => ({
    rooms: roomsInMemory(),
    session: async () => newId('ses'),
    close: async () => undefined,
  })))
