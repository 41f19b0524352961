import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRetention } from '../../server/dialogues/retention.ts'
import { ALL_KEPT_MS, NAMES_KEPT_MS } from '../../shared/dialogue/retention/retention.ts'
import type { LinkRow, RetentionReply } from '../../shared/protocol.ts'
import { isoDay } from '../../shared/dialogue/session/moment.ts'
import { does } from '../support/agreeing.ts'
import { CANARY, canaryEvening, type CanaryEvening } from '../support/canary.ts'
import { columnsWith } from '../support/everyColumn.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { until } from '../support/until.ts'

const DAY = 24 * 60 * 60 * 1000

const { house, database, restart } = ownHouse({ now: () => Date.now() + laterMs })
let evening: CanaryEvening
let laterMs = 0

beforeEach(async () => {
  laterMs = 0
  evening = await canaryEvening(house)
})
afterEach(async () => {
  await evening.close()
  const left = await house.store.people.dialogue(evening.dialogue)
  if (left) await house.open.services.dialogues.remove(left)
})

const look = () => house.open.services.retention.look()
const days = () => evening.saskia.visitor.get<RetentionReply>('api/retention')
const choose = async (names: string, all: string) => {
  const answer = await evening.saskia.visitor.send('PUT', 'api/retention', { names, all })
  return answer.ok ? 'ok' : ((await answer.json()) as { error: string }).error
}
const inDays = (count: number) => isoDay(Date.now() + count * DAY)

test('an organiser sees when names and when everything goes, and chooses other days', async () => {
  expect(await days()).toEqual({
    names: isoDay(Date.now() + NAMES_KEPT_MS),
    all: isoDay(Date.now() + ALL_KEPT_MS),
    named: true,
    leftOpen: false,
  })
  expect(await choose(inDays(10), inDays(20))).toBe('ok')
  expect(await days()).toEqual({ names: inDays(10), all: inDays(20), named: true, leftOpen: false })
  expect(await choose(inDays(20), inDays(10))).toBe('order')
  expect(await choose(inDays(0), inDays(10))).toBe('too_early')
  expect(await choose('2026-02-30', inDays(10))).toBe('malformed')
  expect(await days()).toMatchObject({ names: inDays(10) })
  expect((await evening.riet.visitor.send('GET', 'api/retention')).status).toBe(403)
})

test('names go on their day: of everybody, from everywhere; the organiser can still come in', async () => {
  await look()
  expect(await columnsWith(database, CANARY)).toContain('people.name')
  laterMs = NAMES_KEPT_MS + DAY
  await look()
  expect(await columnsWith(database, CANARY, 'Saskia', 'Riet')).toEqual([])
  const links = await evening.saskia.visitor.get<LinkRow[]>('api/links')
  expect(links.map(({ name, role }) => [name, role])).toEqual([['de organisator', 'organiser']])
  expect(await evening.saskia.visitor.text('api/export.md')).toMatch('Bankjes in de wijk')
  expect((await evening.riet.visitor.send('GET', 'api/me')).status).toBe(401)
  expect(await house.store.events.verify(evening.session)).toBeNull()
  expect((await days()).named).toBe(false)
  // once is enough
  const { length } = await house.store.events.read(evening.session)
  await look()
  expect(await house.store.events.read(evening.session)).toHaveLength(length)
})

test('a day that passed while the server was away is kept as soon as it is there again', async () => {
  await evening.close()
  await restart({ meanwhile: () => (laterMs = ALL_KEPT_MS + DAY) })
  await until('it is gone', async () => (await house.store.people.dialogue(evening.dialogue)) === null, 8_000)
  const { dialogue, session, table } = evening
  expect(await columnsWith(database, CANARY, dialogue, session, table)).toEqual([])
})

test('a day that passes while the server runs is kept by itself, names first and then everything, with nobody asking', async () => {
  const { dialogues, erasure } = house.open.services
  const log = { warn: (fields: object) => expect.unreachable(JSON.stringify(fields)) }
  const now = () => Date.now() + laterMs
  const retention = createRetention({ store: house.store, dialogues, erasure, log, now, everyMs: 20 })
  const stop = retention.keepUp()
  await evening.close()
  expect(await columnsWith(database, CANARY)).toContain('people.name')
  laterMs = NAMES_KEPT_MS + DAY
  await until(
    'the names are gone',
    async () => (await columnsWith(database, CANARY, 'Riet')).length === 0,
    8_000,
  )
  expect(await house.store.people.dialogue(evening.dialogue)).not.toBeNull()
  laterMs = ALL_KEPT_MS + DAY
  await until('it is gone', async () => (await house.store.people.dialogue(evening.dialogue)) === null, 8_000)
  await stop()
  expect(await columnsWith(database, evening.dialogue, evening.session, evening.table)).toEqual([])
})

test('a session that is going on is never touched, whatever the days say', async () => {
  const { saskia } = evening
  await saskia.visitor.send('POST', 'api/session', { date: inDays(3), from: '19:30', to: '21:30' })
  const line = openLine(saskia.visitor, { takeOver: true })
  await line.next('welcome')
  laterMs = 2 * ALL_KEPT_MS
  await does({ ...saskia, line }, 'openPlenary', {})
  await look()
  expect(line.ws.readyState).toBe(1)
  expect(await columnsWith(database, CANARY)).toContain('people.name')
  await does({ ...saskia, line }, 'endSession', {})
  await line.close()
})

test('one that was begun and never closed is told to the organiser after a day, and goes on its days like any other', async () => {
  const { saskia, canary, dialogue, session } = evening
  await saskia.visitor.send('POST', 'api/session', { date: inDays(1), from: '19:30', to: '21:30' })
  const line = openLine(saskia.visitor, { takeOver: true })
  await line.next('welcome')
  await does({ ...saskia, line }, 'openPlenary', {})
  expect((await days()).leftOpen).toBe(false)
  expect((await saskia.visitor.send('DELETE', `api/people/${canary.row.id}`)).status).toBe(409)
  await line.close()
  laterMs = 3 * DAY
  expect((await days()).leftOpen).toBe(true)
  laterMs = NAMES_KEPT_MS + 3 * DAY
  await look()
  expect(await columnsWith(database, CANARY, 'Saskia', 'Riet')).toEqual([])
  // that names went is nothing that happened in it: the second day stays where it was
  laterMs = ALL_KEPT_MS + 3 * DAY
  await look()
  expect(await columnsWith(database, dialogue, session)).toEqual([])
})

test('a further session that is still to come keeps the names until it is over', async () => {
  await choose(inDays(2), inDays(3))
  await evening.saskia.visitor.send('POST', 'api/session', { date: inDays(30), from: '19:30', to: '21:30' })
  laterMs = 20 * DAY
  await look()
  expect(await columnsWith(database, CANARY)).toContain('people.name')
  expect(Date.parse((await days()).names)).toBeGreaterThan(Date.now() + 30 * DAY)
})

test('a dialogue of an earlier release counts from its upgrade: nobody has seen its days before', async () => {
  const old = Date.now() - 3 * ALL_KEPT_MS
  await database.query(`update dialogues set created_at = ${old}, ends_at = ${old}, starts_at = ${old}`)
  await database.query(`update sessions set begun_at = ${old}, ended_at = ${old}`)
  await restart({
    async meanwhile() {
      await database.query(`delete from kysely_migration where name like '08 %'`)
      await database.query('alter table people drop column erased, drop column out')
      await database.query('alter table dialogues drop column names_until, drop column all_until')
    },
  })
  await look()
  expect(await columnsWith(database, CANARY)).toContain('people.name')
  const [row] = await database.query<{ names: string }>('select names_until as names from dialogues')
  expect(Number(row?.names)).toBeGreaterThan(Date.now() + NAMES_KEPT_MS - DAY)
})
