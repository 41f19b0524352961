import { expect, test } from 'vitest'
import { writeAgreement } from '../../shared/agreement/document.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { newId } from '../../server/kit/newId.ts'
import { does } from '../support/agreeing.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { textAt } from '../support/textAt.ts'
import type { Present } from '../support/three.ts'
import { until } from '../support/until.ts'
import { redeem } from '../support/visitor.ts'

/** Another dialogue set up as this one is: its settings, agenda, questions and tables, and nobody and nothing else of it. */

const { house, database } = ownHouse()

const WHEN = { date: '2026-12-08', from: '19:30', to: '21:30' }
const ANOTHER = { ...WHEN, date: '2027-02-02', title: 'Groen in de wijk' }
const PEOPLE = ['Zwaluwriet', 'Merelmehmet', 'Kraaiels', 'Koolmeestom']
const WORDS = [
  'Wulptitel',
  'Wulptekst',
  'Wulpreden',
  'Kievitbelofte',
  'Kievitbericht',
  'Kievithulp',
  'Griettijd',
]
const CANARIES = [...PEOPLE, ...WORDS]

const part = (title: string, where: 'plenary' | 'tables') => ({
  title,
  where,
  lengthMs: 1_500_000,
  questions: {
    lawful: 'Waar kunt u op rekenen?',
    networking: 'Wie mist er?',
    performing: '',
    participating: '',
  },
})

async function present(url: string): Promise<Pick<Present, 'visitor' | 'line'>> {
  const visitor = await redeem(url, { takeOver: 'yes' })
  const line = openLine(visitor)
  await line.next('welcome')
  return { visitor, line }
}

/** An evening with people, words and a promise, and the beginning of a second one. */
async function lived() {
  const { dialogue, people } = await seat(house, [
    somebody('Saskia', 'organiser'),
    somebody('Kraaiels', 'facilitator'),
    somebody('Zwaluwriet'),
    somebody('Merelmehmet', 'participant', 'raad'),
    somebody('Koolmeestom', 'helper'),
  ])
  const who = async (name: string): Promise<Present> => {
    const row = people[name]
    if (!row) throw new Error(`${name} is not there`)
    return { row, ...(await present(house.link(row))) }
  }
  const saskia = await who('Saskia')
  const riet = await who('Zwaluwriet')
  const { state } = saskia.line
  await does(saskia, 'addParts', {
    parts: [part('Welkom', 'plenary'), part('Doen', 'tables'), part('Oogst', 'plenary')],
  })
  await does(saskia, 'recordPromise', { text: 'Kievitbelofte' })
  await does(saskia, 'setNudges', { on: false, silentMs: 300_000, longMs: 300_000 })
  await does(saskia, 'addTable', { role: 'networking' })
  await does(saskia, 'removeTable', { table: state().tableOrder[2] })
  await does(saskia, 'openPlenary', {})
  await does(saskia, 'announce', { text: 'Kievitbericht' })
  await does(riet, 'askHelp', { note: 'Kievithulp' })
  await does(saskia, 'spreadEvenly', {})
  await does(saskia, 'announceSplit', {})
  await does(saskia, 'startTables', { version: 1 })
  await writes(riet, dialogue)
  await does(saskia, 'correctTime', {
    room: 'plenary',
    person: riet.row.id,
    from: 0,
    to: 1_000,
    reason: 'Griettijd',
  })
  const before = state()
  await does(saskia, 'endSession', {})
  const answered = { ratings: {}, words: 'Wulpreden' }
  await riet.visitor.send('POST', 'api/evaluation', answered)
  expect((await saskia.visitor.send('POST', 'api/session', WHEN)).status).toBe(201)
  await riet.line.closed
  return { dialogue, saskia, before }
}

async function writes(riet: Present, dialogue: string) {
  const table = await until('seated', () => riet.line.state().seating?.seats[riet.row.id])
  const agreement = newId('agr')
  await does(riet, 'addAgreement', { table, agreement })
  const stored = async () => (await house.store.documents.load(table, dialogue)).updates.length
  const empty = await stored()
  const { doc, stop } = await textAt(riet.visitor, table)
  writeAgreement(doc, {
    id: agreement,
    title: 'Wulptitel',
    text: paragraphs('Wulptekst'),
    why: paragraphs('Wulpreden'),
  })
  await until('stored', async () => (await stored()) > empty)
  stop()
}

const inWords = (value: unknown): string => {
  if (Buffer.isBuffer(value)) return value.toString('utf8')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** How often each of these words stands in each column of each table of the database. */
async function counted(words: readonly string[]): Promise<Record<string, number>> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'dialoogtafel'`,
  )
  expect(tables.length).toBeGreaterThan(15)
  const found: Record<string, number> = {}
  for (const { name } of tables) {
    const rows = await database.query<Record<string, unknown>>(`select * from "${name}"`)
    for (const [column, value] of rows.flatMap((row) => Object.entries(row))) {
      const text = inWords(value)
      for (const word of words) {
        const times = text.split(word).length - 1
        const key = `${name}.${column} ${word}`
        if (times > 0) found[key] = (found[key] ?? 0) + times
      }
    }
  }
  return found
}

const idsOf = ({ id, dialogue, order, tableOrder, programme, agreements }: SessionState): string[] => [
  id,
  dialogue.id,
  ...order,
  ...tableOrder,
  ...programme.map((one) => one.id),
  ...Object.keys(agreements),
]

test(
  'another dialogue takes over settings, agenda, questions and tables, and nothing of people, words, agreements, times or answers',
  { timeout: 120_000 },
  async () => {
    const { saskia, before } = await lived()
    const ids = idsOf(before)
    const known = await counted([...CANARIES, ...ids])
    for (const word of CANARIES)
      expect({ word, known: Object.keys(known).some((key) => key.endsWith(` ${word}`)) }).toEqual({
        word,
        known: true,
      })

    const made = await saskia.visitor.send('POST', 'api/dialogue', { ...ANOTHER, like: true })
    expect(made.status).toBe(201)
    const { url } = (await made.json()) as { url: string }
    const own = await present(url)
    const { state } = own.line
    const fresh = state()

    expect(fresh.dialogue).toEqual({ id: fresh.dialogue.id, title: 'Groen in de wijk', promise: null })
    expect([fresh.phase.name, fresh.promises, fresh.agenda]).toEqual(['lobby', [], []])
    expect(fresh.settings).toEqual(before.settings)
    expect(fresh.settings.nudgesOn).toBe(false)
    const tables = ({ tableOrder, tables: all }: SessionState) =>
      tableOrder.map((id) => [all[id]?.number, all[id]?.role])
    expect(tables(fresh)).toEqual(tables(before))
    expect(tables(fresh)).toHaveLength(4)
    const parts = fresh.programme.map(({ id: _id, ...rest }) => rest)
    expect(parts).toEqual([part('Welkom', 'plenary'), part('Doen', 'tables'), part('Oogst', 'plenary')])
    expect(Object.values(fresh.people).map(({ name, role }) => [name, role])).toEqual([
      ['Saskia', 'organiser'],
    ])

    // it lives, and still nothing of the other one is anywhere that it was not
    await does({ ...saskia, line: own.line }, 'openPlenary', {})
    expect(await counted([...CANARIES, ...ids])).toEqual(known)
    const all = JSON.stringify([
      own.line.frames,
      await own.visitor.get('api/me'),
      await own.visitor.get('api/links'),
    ])
    for (const word of [...CANARIES, ...ids])
      expect({ word, found: all.includes(word) }).toEqual({ word, found: false })
    expect(new Set([...ids, ...idsOf(fresh)]).size).toBe(ids.length + idsOf(fresh).length)
    await own.line.close()
  },
)

test(
  'a promise can be made with the dialogue; it is in its log with the day',
  { timeout: 60_000 },
  async () => {
    const { people } = await seat(house, [somebody('Saskia', 'organiser')])
    const row = people['Saskia']
    if (!row) throw new Error('nobody organises')
    const saskia = await redeem(house.link(row))
    const made = await saskia.send('POST', 'api/dialogue', {
      ...ANOTHER,
      promise: ' Wij nemen het over.\nHeus. ',
    })
    const { url } = (await made.json()) as { url: string }
    const own = await present(url)
    const { promises, startsAt } = own.line.state()
    expect(startsAt).toBe(Date.parse('2027-02-02T18:30:00Z'))
    expect(promises).toMatchObject([{ text: 'Wij nemen het over.\nHeus.' }])
    expect(Math.abs(Date.now() - (promises[0]?.at ?? 0))).toBeLessThan(60_000)
    await own.line.close()
  },
)
