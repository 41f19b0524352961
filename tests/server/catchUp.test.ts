import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import type { CatchUp, CatchUpItem } from '../../shared/dialogue/between/catchUp.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { titleOf } from '../../shared/agreement/document.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { does, peopleAtTables, type About, type Agreeing } from '../support/agreeing.ts'
import { sees } from '../support/adoption.ts'
import { createTestDatabase } from '../support/database.ts'
import { startHouse } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { textAt } from '../support/textAt.ts'
import { until } from '../support/until.ts'

const { house, database, restart } = ownHouse()

/** Milliseconds; a busy machine says nothing of what is read. */
const PATIENT = 120_000
const DAY = 24 * 3_600_000
const WHEN = { date: '2030-12-08', from: '19:30', to: '21:30' }
const NAMES = ['Saskia', 'Els', 'Frank', 'Riet', 'Mehmet', 'Tom', 'Olga', 'Ilse', 'Griet']
const words = (title: string) => ({ title, text: paragraphs(`${title}, met een brief.`), why: [] })

const read = (all: Agreeing, name: string) => all.who(name).visitor.get<CatchUp>('api/catch-up')
const saskia = (all: Agreeing) => all.who('Saskia')
const item = ({ items }: CatchUp, { agreement }: About): CatchUpItem | undefined =>
  items.find((one) => one.agreement === agreement)

async function agreed(all: Agreeing, name: string, title: string): Promise<About> {
  const about = await all.writes(name, words(title))
  await does(all.leaderOf(name), 'presentAgreement', about)
  await all.answers(name, about, 'canLive')
  await does(all.leaderOf(name), 'closeConsent', { room: about.table })
  return about
}

/** One is agreed at Riet's table and one at Mehmet's, where something is still being written; then it is over. */
async function evening() {
  const all = await peopleAtTables(house)
  const ours = await agreed(all, 'Riet', 'Vroeg aan tafel')
  const theirs = await agreed(all, 'Mehmet', 'Snel antwoord')
  const draft = await all.writes('Mehmet', words('Nog een zin'))
  return { all, ours, theirs, draft }
}
async function isOver() {
  const evened = await evening()
  await does(saskia(evened.all), 'endSession', {})
  await sees(
    evened.all,
    'Saskia',
    'kept',
    ({ agreements }) => (agreements[evened.draft.agreement]?.versions.length ?? 0) > 0,
  )
  return evened
}
const allows = (all: Agreeing) => does(saskia(all), 'allowObjections', { until: Date.now() + DAY })
const objects = (all: Agreeing, name: string, { agreement }: About, reason = 'Niet iedereen leest.') =>
  all.who(name).line.command('objectTo', { agreement, reason })

describe('between two sessions', { timeout: PATIENT }, () => {
  test('everybody reads what lay there at the end, with nothing changed, and nobody’s name', async () => {
    const { all, ours, theirs, draft } = await isOver()
    const found = await read(all, 'Riet')
    expect(found.items.map(({ agreement }) => agreement).toSorted()).toEqual(
      [ours, theirs, draft].map(({ agreement }) => agreement).toSorted(),
    )
    expect(found.items.flatMap(({ changes }) => changes)).toEqual([])
    expect(item(found, draft)?.now.title).toBe('Nog een zin')
    expect(found.sessions).toMatchObject([{ number: 1, isOver: true, wasThere: true }])
    expect(found.until).toBeNull()
    const told = JSON.stringify(found)
    for (const name of NAMES) expect(told).not.toMatch(new RegExp(`\\b${name}\\b`))
    for (const { row } of NAMES.map(all.who)) expect(told).not.toContain(row.id)
    await all.close()
  })

  test('while people sit at tables nobody reads of another one, a helper reads nothing, and the clerk is not let in', async () => {
    const { all, ours, theirs } = await evening()
    const found = await read(all, 'Riet')
    expect(found.items.map(({ agreement }) => agreement)).toEqual([ours.agreement])
    expect((await read(all, 'Mehmet')).items.map(({ agreement }) => agreement)).toContain(theirs.agreement)
    expect((await read(all, 'Tom')).items).toEqual([])
    expect((await all.who('Griet').visitor.send('GET', 'api/catch-up')).status).toBe(403)
    await all.close()
  })

  test('[C3] an objection from home opens the words again, is read at its table and seen by who leads', async () => {
    const { all, ours } = await isOver()
    expect(item(await read(all, 'Riet'), ours)?.mayObject).toBe(false)
    expect(await objects(all, 'Riet', ours)).toMatchObject({ ok: false, code: 'objections_closed' })
    await allows(all)
    expect((await read(all, 'Riet')).until).not.toBeNull()
    expect([
      item(await read(all, 'Riet'), ours)?.mayObject,
      item(await read(all, 'Mehmet'), ours)?.mayObject,
    ]).toEqual([true, false])
    expect(await objects(all, 'Mehmet', ours)).toMatchObject({
      code: 'no_seat_there',
      text: expect.stringMatching(/bel wie u heeft uitgenodigd/),
    })
    expect(await objects(all, 'Riet', ours)).toEqual({ ok: true })
    for (const who of ['Saskia', all.leaderOf('Riet').row.name]) {
      const state = await sees(all, who, 'the objection', ({ objections }) => objections.given.length > 0)
      expect(state.objections.given).toMatchObject([
        { agreement: ours.agreement, person: all.who('Riet').row.id, reason: 'Niet iedereen leest.' },
      ])
      expect(state.agreements[ours.agreement]).toMatchObject({ state: 'draft', consent: null })
    }
    const mehmet = await sees(
      all,
      'Mehmet',
      'opened again',
      ({ agreements }) => agreements[ours.agreement]?.state === 'draft',
    )
    expect(mehmet.objections.given).toEqual([])
    expect(JSON.stringify(all.who('Mehmet').line.frames)).not.toContain('Niet iedereen leest.')
    expect(item(await read(all, 'Mehmet'), ours)?.changes).toEqual(['voided'])
    await all.close()
  })

  test('one that is stored while the next session is being made comes over to it', async () => {
    const { all, ours } = await isOver()
    await allows(all)
    const { dialogue } = await saskia(all).visitor.get<MeReply>('api/me')
    const other = new Client({ connectionString: database.url, options: '-c search_path=dialoogtafel' })
    await other.connect()
    // nobody enters a further session of it meanwhile
    await other.query('begin')
    await other.query('select 1 from dialogues where id = $1 for no key update', [dialogue.id])
    const further = saskia(all).visitor.send('POST', 'api/session', WHEN)
    await until('it waits', async () => {
      const waiting = await database.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return waiting.length > 0
    })
    const isOut = all.who('Riet').line.closed.then(() => ({ ok: false }))
    const given = await Promise.race([objects(all, 'Riet', ours), isOut])
    await other.query('commit')
    await other.end()
    expect((await further).status).toBe(201)
    const line = openLine(saskia(all).visitor)
    await line.next('welcome')
    const { phase, objections } = line.state()
    expect(phase).toEqual({ name: 'lobby' })
    expect(objections.given).toHaveLength(given.ok ? 1 : 0)
    await line.close()
    await all.close()
  })

  test('whoever left before the end reads it too, and what came after they left', async () => {
    const { all, ours, draft } = await evening()
    await does(all.who('Riet'), 'leave', {})
    expect((await read(all, 'Riet')).items).toEqual([])
    await does(all.leaderOf('Mehmet'), 'presentAgreement', draft)
    await does(saskia(all), 'endSession', {})
    const found = await read(all, 'Riet')
    expect([item(found, ours)?.changes, item(found, draft)?.changes]).toEqual([[], ['added']])
    await all.close()
  })

  test('after the date it is refused, and who says so says what to do', async () => {
    const database2 = await createTestDatabase()
    let now = Date.now()
    const other = await startHouse({ database: database2.url, now: () => now })
    const all = await peopleAtTables(other)
    const ours = await agreed(all, 'Riet', 'Vroeg aan tafel')
    await does(saskia(all), 'endSession', {})
    await does(saskia(all), 'allowObjections', { until: now + 60_000 })
    now += 60_001
    expect(await objects(all, 'Riet', ours)).toMatchObject({
      code: 'objections_closed',
      text: expect.stringMatching(/Zeg het in de volgende bijeenkomst/),
    })
    expect(all.who('Riet').line.state().agreements[ours.agreement]?.state).toBe('agreed')
    expect((await read(all, 'Riet')).until).toBeNull()
    await all.close()
    await other.stop()
    await database2.drop()
  })

  test('the words that changed in a session somebody missed are there with the words before, after a restart too', async () => {
    const { all, ours } = await isOver()
    const { row, visitor } = all.who('Riet')
    expect((await saskia(all).visitor.send('POST', 'api/session', WHEN)).status).toBe(201)
    const lines = Object.fromEntries(
      await Promise.all(
        ['Saskia', 'Els', 'Frank'].map(async (name) => {
          const line = openLine(all.who(name).visitor)
          await line.next('welcome')
          return [name, line] as const
        }),
      ),
    )
    const desk = lines['Saskia']!
    const tells = async (name: string, type: string, payload: object) =>
      expect([type, await lines[name]!.command(type, payload)]).toEqual([type, { ok: true }])
    await tells('Saskia', 'openPlenary', {})
    await tells('Saskia', 'startItem', { title: 'Samen naar tien' })
    const leader = all.leaderOf('Riet').row.name
    for (const name of ['Els', 'Frank']) await tells(name, 'join', {})
    await tells('Saskia', 'seatPerson', { person: all.who('Mehmet').row.id, table: ours.table })
    await tells('Saskia', 'announceSplit', {})
    await tells('Saskia', 'startTables', { version: desk.state().plan?.version ?? 2 })
    await tells(leader, 'reviseAgreement', ours)
    const text = await textAt(all.who(leader).visitor, ours.table)
    const stored = async () => (await house.store.documents.load(ours.table, all.dialogue)).updates.length
    const before = await stored()
    titleOf(text.doc, ours.agreement).insert(0, 'Heel ')
    await until('stored', async () => (await stored()) > before)
    text.stop()
    await tells(leader, 'presentAgreement', ours)
    await tells('Saskia', 'endSession', {})
    for (const line of Object.values(lines)) await line.close()

    const check = async () => {
      const found = await visitor.get<CatchUp>('api/catch-up')
      expect(item(found, ours)).toMatchObject({
        before: { title: 'Vroeg aan tafel' },
        now: { title: 'Heel Vroeg aan tafel' },
        changes: ['words', 'voided'],
      })
      expect(found.sessions).toMatchObject([
        { number: 1, wasThere: true },
        { number: 2, wasThere: false, items: ['Samen naar tien'], isOver: true },
      ])
      expect(found.since).toBeLessThan(found.sessions[1]?.at ?? 0)
    }
    await check()
    expect(row.role).toBe('participant')
    // who was there has seen it change
    const els = await all.who('Els').visitor.get<CatchUp>('api/catch-up')
    expect(item(els, ours)).toMatchObject({ before: null, changes: [] })
    await restart()
    await check()
  })
})
