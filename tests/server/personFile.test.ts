import { afterAll, beforeAll, expect, test } from 'vitest'
import { PERSONAL } from '../../server/store/personal.ts'
import type { PersonFileContents } from '../../server/dialogues/personFile.ts'
import { isTheirsAlone } from '../../shared/dialogue/people/personFile.ts'
import { CANARY, canaryEvening, type CanaryEvening } from '../support/canary.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { redeem, type Visitor } from '../support/visitor.ts'

const { house, database } = ownHouse()
let evening: CanaryEvening

beforeAll(async () => {
  evening = await canaryEvening(house)
})
afterAll(async () => {
  await evening.close()
})

const fileOf = (who: Visitor, path: string) => who.get<PersonFileContents>(path)

test('somebody gets what is kept of them as a file: from every table, and what they and others did', async () => {
  const { canary, saskia } = evening
  const answer = await canary.visitor.send('GET', 'api/me/file')
  expect(answer.headers.get('content-disposition')).toContain('gegevens.json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const own = (await answer.json()) as PersonFileContents
  expect(Object.keys(own.kept)).toEqual(PERSONAL.map(({ table }) => table))
  expect(own.kept['people']).toMatchObject([{ name: CANARY, detail: `${CANARY} van de wijkraad` }])
  expect(own.kept['addresses']).toMatchObject([{ address: 'kanarie-piet@voorbeeld.nl' }])
  for (const table of ['links', 'logins', 'commands', 'yjs_updates', 'yjs_authors'])
    expect([table, (own.kept[table] ?? []).length > 0]).toEqual([table, true])
  const text = JSON.stringify(own)
  for (const said of ['woont hier al lang', `Ik ben ${CANARY}`, 'vindt het te duur'])
    expect(text).toContain(said)
  expect(own.log.some(({ byThemselves }) => !byThemselves)).toBe(true)
  // the organiser hands over the same
  const handed = await fileOf(saskia.visitor, `api/people/${canary.row.id}/file`)
  expect(handed.kept).toEqual(own.kept)
  expect(handed.log).toEqual(own.log.filter(({ event }) => !isTheirsAlone(event)))
})

test('nobody else is in it, and nobody else gets it', async () => {
  const { canary, riet, saskia } = evening
  const text = await canary.visitor.text('api/me/file')
  for (const { row } of [riet, saskia]) expect(text).not.toContain(row.id)
  expect(text).not.toContain('"Riet"')
  expect(text).not.toContain('"Saskia"')
  expect((await riet.visitor.send('GET', `api/people/${canary.row.id}/file`)).status).toBe(403)
  expect((await saskia.visitor.send('GET', 'api/people/per_nobody/file')).status).toBe(404)
  const other = await seat(house, [somebody('Olaf', 'organiser')])
  const olaf = other.people['Olaf']
  if (!olaf) throw new Error('nobody there')
  const stranger = await redeem(house.link(olaf))
  expect((await stranger.send('GET', `api/people/${canary.row.id}/file`)).status).toBe(404)
})

/** What is kept by nobody in particular, or of a dialogue as a whole; read from here when a table is added. */
const OF_NOBODY = [
  'dialogues',
  'documents',
  'evaluation_counts',
  'evaluation_tokens',
  'evaluation_words',
  'kysely_migration',
  'kysely_migration_lock',
  'media_rooms',
  'node_presence',
  'nodes',
  'session_leads',
  'sessions',
  'speech_gaps',
  'yjs_snapshots',
]

test('each table is on the one list that file and erasing follow, or is of nobody; each column that holds a person is named', async () => {
  const columns = await database.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'dialoogtafel'`,
  )
  const tables = [...new Set(columns.map(({ table }) => table))]
  const listed = PERSONAL.map(({ table }) => table as string)
  expect(tables.toSorted()).toEqual([...listed, 'events', ...OF_NOBODY].toSorted())
  const holding = columns.filter(({ column }) => column === 'person_id' || column === 'actor')
  expect(holding.map(({ table }) => table).toSorted()).toEqual(
    [...listed.filter((table) => table !== 'people'), 'events'].toSorted(),
  )
  // what is not told is a hash, the id itself, or bytes; and nothing that is no column is told
  const untold = [
    'id',
    'hash',
    'code',
    'person_id',
    'actor',
    'update',
    'crc',
    'client',
    'answer',
    'command_id',
  ]
  for (const { table, shown } of PERSONAL) {
    const own = columns.filter((one) => one.table === table).map(({ column }) => column)
    expect(shown.filter((name) => !own.includes(name))).toEqual([])
    const left = own.filter((name) => !shown.includes(name) && !untold.includes(name))
    expect([table, left.toSorted()]).toEqual([table, LEFT[table] ?? []])
  }
})

/** Where the row belongs, and what only serves the program. */
const LEFT: Record<string, string[]> = {
  people: ['dialogue_id', 'generation', 'position'],
  commands: ['session_id'],
  mail_refusals: ['address_hash'],
  logins: ['generation'],
  device_claims: ['claim', 'login'],
  media_leases: ['connection', 'displaced', 'identity', 'seq', 'sfu_room', 'version'],
}
