import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newId } from '../../server/kit/newId.ts'
import { writeAgreement } from '../../shared/agreement/document.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { does } from '../support/agreeing.ts'
import { CANARY, canaryEvening, type CanaryEvening } from '../support/canary.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { openLine } from '../support/line.ts'
import { startMailbox, type Mailbox } from '../support/mailbox.ts'
import { textAt } from '../support/textAt.ts'
import type { Present } from '../support/three.ts'
import { until } from '../support/until.ts'

let database: TestDatabase
let house: TestHouse
let mailbox: Mailbox
let evening: CanaryEvening
let saskia: Present
let canary: Present
/** What belongs in no line, beside the canary's own names. */
const secrets = new Set<string>()

beforeAll(async () => {
  database = await createTestDatabase()
  mailbox = await startMailbox()
  house = await startHouse({
    database: database.url,
    mail: { smtp: mailbox.url, from: 'Dialoog <dialoog@example.nl>' },
  })
  evening = await canaryEvening(house)
  ;({ saskia, canary } = evening)
  for (const { url, code } of await saskia.visitor.get<LinkRow[]>('api/links')) {
    secrets.add(new URL(url).pathname.split('/').at(-1) ?? url)
    secrets.add(code)
  }
  for (const { visitor } of [saskia, canary]) secrets.add(visitor.cookie.split('=')[1] ?? '')
}, 60_000)
afterAll(async () => {
  await evening.close()
  await house.stop()
  await mailbox.stop()
  await database.drop()
})

const LOUD = ['events', 'addresses', 'yjs_updates', 'evaluation_words', 'mails', 'people']

/** From now on the database refuses every new row with the row itself in what it says. */
async function quoteEveryRow(): Promise<() => Promise<void>> {
  await database.query(`create function quote() returns trigger language plpgsql as $$
    begin raise exception 'refused: %', new using detail = 'the row: ' || new::text, hint = new::text; end $$`)
  for (const table of LOUD)
    await database.query(
      `create trigger quote before insert or update on "${table}" for each row execute function quote()`,
    )
  return async () => void (await database.query('drop function quote cascade'))
}

/** Everybody at the table again, in a next session. */
async function nextSession(): Promise<{ saskia: Present; canary: Present; table: string }> {
  const when = { date: '2099-12-01', from: '19:30', to: '21:30' }
  expect((await saskia.visitor.send('POST', 'api/session', when)).status).toBe(201)
  const again = async (one: Present): Promise<Present> => {
    const line = openLine(one.visitor, { takeOver: true })
    await line.next('welcome')
    return { ...one, line }
  }
  const [leads, writes] = [await again(saskia), await again(canary)]
  const table = leads.line.state().tableOrder[0] ?? ''
  await does(leads, 'openPlenary', {})
  await does(leads, 'seatPerson', { person: canary.row.id, table })
  await does(leads, 'announceSplit', {})
  const version = leads.line.state().plan?.version ?? 1
  await does(leads, 'startTables', { version })
  return { saskia: leads, canary: writes, table }
}

const logged = (what: string, since = 0) =>
  until(`the log says: ${what}`, () => house.logged().slice(since).includes(what), 15_000)

test('a database that quotes what it refuses is quoted in no line, whichever way it came', async () => {
  const { saskia: leads, canary: writes, table } = await nextSession()
  const agreement = newId('agr')
  await does(writes, 'addAgreement', { table, agreement })
  const page = await textAt(canary.visitor, table)
  const calm = await quoteEveryRow()
  const answer = await leads.line.command('announce', { text: `Welkom terug ${CANARY}` })
  expect(answer).toMatchObject({ ok: false, code: 'not_saved' })
  await logged('the database did not answer')
  writeAgreement(page.doc, { id: agreement, title: `${CANARY} schrijft`, text: paragraphs('Bankjes.') })
  await logged('table text cannot be stored')
  const mail = { mail: 'kanarie-piet.nieuw@voorbeeld.nl' }
  expect((await saskia.visitor.send('PUT', `api/people/${canary.row.id}/mail`, mail)).status).toBe(503)
  const invite = await saskia.visitor.send('POST', 'api/mail', { people: [canary.row.id] })
  expect(invite.status).toBe(503)
  await logged('a request failed')
  await calm()
  await logged('table text is stored again')
  expect(house.logged()).toContain('the database refused P0001')
  page.stop()
  for (const { line } of [leads, writes]) await line.close()
}, 60_000)

test('what a stranger sends is in no line either: addresses, forms, frames', async () => {
  const { home, cookie } = canary.visitor
  const origin = house.origin
  const headers = { cookie, origin, 'content-type': 'application/json' }
  await fetch(`${house.url}/j/${CANARY}-geheim?naam=${CANARY}`)
  await fetch(new URL(`api/evaluation?${CANARY}`, home), { method: 'POST', headers, body: `{"${CANARY}": ` })
  await fetch(`${house.url}/code`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ code: CANARY }),
  })
  await fetch(`${house.url}/${CANARY}`, { headers: { 'x-forwarded-for': CANARY } })
  const line = openLine(canary.visitor, { takeOver: true })
  await line.next('welcome')
  line.raw(`{"kind":"${CANARY}"`)
  line.raw(
    JSON.stringify({ kind: 'command', commandId: CANARY, type: CANARY, payload: { [CANARY]: CANARY } }),
  )
  expect(await line.command('join', { name: { [CANARY]: 1 } })).toMatchObject({ ok: false })
  await line.close()
  const me = await canary.visitor.get<{ epochs: Record<string, number> }>('api/me')
  const [table = '', epoch] = Object.entries(me.epochs)[0] ?? []
  const url = new URL(`docs/${table}?epoch=${epoch}&${CANARY}`, home)
  url.protocol = 'ws:'
  const ws = new WebSocket(url, { headers: { cookie, origin } })
  await new Promise((resolve) => ws.once('open', resolve))
  const closed = new Promise((resolve) => ws.once('close', resolve))
  ws.send(Buffer.from(`\u0000\u0002${CANARY.length}${CANARY}`))
  await closed
})

test('mail that is refused, with an address in the refusal, is told by its kind', async () => {
  const before = house.logged().length
  mailbox.answer = () => ({ code: 550 })
  expect((await saskia.visitor.send('POST', 'api/mail', { people: [canary.row.id] })).status).toBe(202)
  await logged('mail was not taken', before)
})

test('after all this nothing in the log names anybody, opens anything, or says what was written', () => {
  const lines = house.logged()
  expect(lines.split('\n').length).toBeGreaterThan(6)
  const low = lines.toLowerCase()
  for (const word of [
    CANARY,
    'kanarie',
    'Veldhoen',
    'voorbeeld.nl',
    'Bankjes',
    'Saskia',
    'wijkraad',
    'aardig',
  ])
    expect([word, low.includes(word.toLowerCase())]).toEqual([word, false])
  for (const secret of secrets)
    expect([secret.slice(0, 4), lines.includes(secret)]).toEqual([secret.slice(0, 4), false])
})

test('whoever logs an error lets it be told by one hand', () => {
  const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const calls = files.flatMap((file) =>
    [
      ...readFileSync(join('server', file), 'utf8').matchAll(/\blog\.(?:warn|error|fatal|info)\([^;]*?'/g),
    ].map(([call]) => `${file}: ${call}`),
  )
  expect(calls.length).toBeGreaterThan(25)
  expect(calls.filter((call) => /error\.message|String\(error|err: error|\berror \}/.test(call))).toEqual([])
})
