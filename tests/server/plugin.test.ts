import { randomUUID } from 'node:crypto'
import express from 'express'
import { createServer, type Server } from 'node:http'
import { WebSocket, WebSocketServer } from 'ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable, writeAgreement } from '../../shared/agreement/document.ts'
import { createDialogue, type Dialogue } from '../../server/plugin.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { INSTANCE_KEY, somebody } from '../support/house.ts'
import { openLine } from '../support/line.ts'
import { textAt } from '../support/textAt.ts'
import { redeem } from '../support/visitor.ts'

/** Somebody else's application, with pages and sockets of its own; ours lives under /gesprek/tafels. */
const BASE = '/gesprek/tafels'
let database: TestDatabase
let server: Server
let origin: string
let open: Dialogue

beforeAll(async () => {
  database = await createTestDatabase()
  const app = express()
  app.get('/', (_req, res) => void res.send('the host'))
  const sockets = new WebSocketServer({ noServer: true })
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  open = await createDialogue({
    basePath: `${BASE}/`,
    publicUrl: origin,
    database: database.url,
    // nothing answers there: without sound and picture the rest works
    sfu: { url: 'ws://127.0.0.1:9', apiKey: 'key', apiSecret: 'secret-secret-secret-secret-secret' },
    instanceKey: INSTANCE_KEY,
  })
  app.use(BASE, open.router)
  app.use((_req, res) => void res.status(404).send('the host knows nothing of this'))
  server.on('upgrade', (req, socket, head) => {
    if (open.upgrade(req, socket, head)) return
    sockets.handleUpgrade(req, socket, head, (ws) => ws.send('the host says hello'))
  })
})
afterAll(async () => {
  server.close()
  await open.close()
  server.closeAllConnections()
  await database.drop()
})

test('the host keeps its pages, its headers and its sockets', async () => {
  const page = await fetch(`${origin}/`)
  expect(await page.text()).toBe('the host')
  expect(page.headers.get('content-security-policy')).toBeNull()
  expect((await fetch(`${origin}/j/whatever`)).status).toBe(404)
  expect(await (await fetch(`${origin}/j/whatever`)).text()).toBe('the host knows nothing of this')
  for (const path of ['/anything', '/p/per_x/live', `${BASE}x/p/per_x/live`]) {
    const ws = new WebSocket(`${origin.replace('http', 'ws')}${path}`)
    const said = await new Promise((resolve) =>
      ws.once('message', (data: Buffer) => resolve(data.toString())),
    )
    expect(said).toBe('the host says hello')
    ws.terminate()
  }
})

test('under the path of the host people come in, raise a hand and write together', async () => {
  const made = await open.create({
    title: 'Proef',
    promise: null,
    startsAt: null,
    endsAt: null,
    demo: false,
    people: [somebody('Saskia', 'organiser'), somebody('Els', 'facilitator'), somebody('Riet')],
  })
  const [saskiaIs, elsIs, rietIs] = await Promise.all(
    made.people.map(async ({ id }) => redeem((await open.linkFor(id)) ?? '')),
  )
  if (!saskiaIs || !elsIs || !rietIs) throw new Error('nobody there')
  expect(new URL(rietIs.home).pathname).toBe(`${BASE}/p/${rietIs.person}/`)
  const saskia = openLine(saskiaIs)
  await saskia.next('welcome')
  for (const [type, payload] of [
    ['openPlenary', {}],
    ['spreadEvenly', {}],
    ['announceSplit', {}],
    ['startTables', { version: 1 }],
  ] as const) {
    expect(await saskia.command(type, payload)).toEqual({ ok: true })
  }
  const riet = openLine(rietIs)
  await riet.next('welcome')
  const table = riet.state().seating?.seats[rietIs.person] ?? ''
  expect(await riet.command('raiseHand', { room: table })).toEqual({ ok: true })
  const leader = riet.state().tables[table]?.facilitators[0]
  expect(leader).toBe(elsIs.person)

  const agreement = randomUUID()
  expect(await riet.command('addAgreement', { table, agreement })).toEqual({ ok: true })
  const writer = await textAt(rietIs, table)
  const reader = await textAt(elsIs, table)
  writeAgreement(writer.doc, { id: agreement, title: 'Vroeg samen aan tafel' })
  await expect
    .poll(() => readTable(reader.doc)[agreement]?.title, { timeout: 8_000 })
    .toBe('Vroeg samen aan tafel')
  const answer = await saskiaIs.send('GET', 'api/export.md')
  expect(await answer.text()).toContain('Vroeg samen aan tafel')
  for (const each of [writer, reader]) each.stop()
  for (const each of [saskia, riet]) await each.close()
})
