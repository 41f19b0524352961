import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { WebSocket } from 'ws'
import { seedDemo } from '../../server/demo/seed.ts'
import { CLOSE } from '../../shared/wire.ts'
import { documentsDatabase, type DocumentsDatabase } from '../support/documentsDb.ts'
import { createTestDatabase } from '../support/database.ts'
import { startHouse } from '../support/house.ts'
import { openLine } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'
import { freshTable, hostDocuments, rawSocket } from '../support/documents.ts'
import { until } from '../support/until.ts'

let database: DocumentsDatabase
beforeAll(async () => void (database = await documentsDatabase(inject('databaseUrl'))))
afterAll(() => database.close())

test('a socket whose login has ended is closed within two seconds, however long it was open', async () => {
  let good = true
  const host = await hostDocuments(database.store, {}, () => Promise.resolve(good))
  const socket = await rawSocket(host, freshTable())
  await pause(2_500)
  expect(socket.code()).toBeNull()
  good = false
  await until('closed', () => socket.code() !== null, 2_000)
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
  await until('closed', () => socket.code() !== null, 2_000)
  expect(socket.code()).toBe(CLOSE.unknown)
  await host.stop()
})

test('a new link closes the text that was open with the old one, in the whole product', async () => {
  const fresh = await createTestDatabase()
  const house = await startHouse({ database: fresh.url })
  const { links } = await seedDemo(house.open, { voices: false, past: false })
  const organiser = await redeem(links.organiser)
  const saskia = openLine(organiser)
  await saskia.next('welcome')
  await saskia.command('openPlenary', {})
  await saskia.command('announceSplit', { ms: 1_000 })
  await expect.poll(() => saskia.state().phase.name, { timeout: 8_000 }).toBe('tables')
  const els = await redeem(links.facilitator[0] ?? '')
  const table = Object.values(saskia.state().tables).find((one) => one.facilitators.includes(els.person))

  const ws = new WebSocket(`${els.home.replace('http', 'ws')}docs/${table?.id}?epoch=1`, {
    headers: { cookie: els.cookie, origin: house.origin },
  })
  const closed = new Promise<number>((resolve) => ws.on('close', resolve))
  await new Promise((resolve) => ws.once('message', resolve))
  // long after the door has looked
  await pause(2_500)
  expect(ws.readyState).toBe(ws.OPEN)
  await organiser.send('POST', `api/links/${els.person}/renew`)
  const started = performance.now()
  expect([CLOSE.unknown, CLOSE.forbidden]).toContain(await closed)
  expect(performance.now() - started).toBeLessThan(2_000)
  await saskia.close()
  await house.stop()
  await fresh.drop()
})
