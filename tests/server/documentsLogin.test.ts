import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { CLOSE } from '../../shared/wire.ts'
import { documentsDatabase, type DocumentsDatabase } from '../support/documentsDb.ts'
import { freshTable, hostDocuments, rawSocket, until } from '../support/documents.ts'

let database: DocumentsDatabase
beforeAll(async () => void (database = await documentsDatabase(inject('databaseUrl'))))
afterAll(() => database.close())

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a socket whose login has ended is closed within two seconds, however long it was open', async () => {
  let good = true
  const host = await hostDocuments(database.store, {}, () => Promise.resolve(good))
  const socket = await rawSocket(host, freshTable())
  await pause(2_500)
  expect(socket.code()).toBeNull()
  good = false
  await until(() => socket.code() !== null, 'closed', 2_000)
  expect(socket.code()).toBe(CLOSE.unknown)
  await host.stop()
})

test('while nobody knows it stays open, and it is asked again', async () => {
  let answer: () => Promise<boolean> = () => Promise.reject(new Error('away'))
  const host = await hostDocuments(database.store, {}, () => answer())
  const socket = await rawSocket(host, freshTable())
  await pause(2_500)
  expect(socket.code()).toBeNull()
  answer = () => Promise.resolve(false)
  await until(() => socket.code() !== null, 'closed', 2_000)
  expect(socket.code()).toBe(CLOSE.unknown)
  await host.stop()
})
