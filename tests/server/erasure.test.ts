import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Client } from 'pg'
import * as Y from 'yjs'
import { hashOf } from '../../server/dialogues/links.ts'
import { readAgreement, titleOf } from '../../shared/agreement/document.ts'
import { plain } from '../../shared/agreement/richText.ts'
import type { LinkRow, MeReply, VersionsReply } from '../../shared/protocol.ts'
import { CLOSE } from '../../shared/wire.ts'
import { CANARY, canaryEvening, type CanaryEvening } from '../support/canary.ts'
import { columnsWith } from '../support/everyColumn.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { until } from '../support/until.ts'
import { redeem, type Visitor } from '../support/visitor.ts'

const { house, database } = ownHouse()
let evening: CanaryEvening

beforeEach(async () => void (evening = await canaryEvening(house)))
afterEach(async () => {
  await evening.close()
  const left = await house.store.people.dialogue(evening.dialogue)
  if (left) await house.open.services.dialogues.remove(left)
})

const erase = ({ visitor }: { visitor: Visitor }, person: string) =>
  visitor.send('DELETE', `api/people/${person}`)
const error = async (answer: Response) => ((await answer.json()) as { error: string }).error

/** Everything that leaves the running server about this dialogue. */
async function everythingTold({ saskia, riet, agreement, dialogue }: CanaryEvening): Promise<string> {
  const paths = [
    'export.md',
    'export.json',
    'package.md',
    'package.json',
    'links',
    'balance',
    'me',
    'catch-up',
    'evaluations',
  ]
  const told = [...paths, `agreements/${agreement}/versions`].map((path) =>
    saskia.visitor.text(`api/${path}`),
  )
  const lines = [saskia, riet].map(({ visitor }) => openLine(visitor, { takeOver: true }))
  for (const line of lines) await line.next('welcome')
  const states = lines.map((line) => JSON.stringify(line.state()))
  for (const line of lines) await line.close()
  const inside = JSON.stringify((await house.open.sessions.of(dialogue))?.state())
  return [...(await Promise.all(told)), ...states, inside].join('\n')
}

describe('a person who is taken out', () => {
  test('is named nowhere any more: in no column of no table, in nothing the server tells, in no text', async () => {
    const before = await columnsWith(database, CANARY)
    expect(before).toEqual([
      'addresses.address',
      'dialogues.promise',
      'evaluation_words.words',
      'events.event',
      'people.detail',
      'people.listed',
      'people.name',
      'yjs_updates.update',
    ])
    expect(await everythingTold(evening)).toMatch(CANARY)

    const { saskia, canary, session } = evening
    const head = await database.query<{ hash: string }>(
      `select encode(last_hash, 'hex') as hash from sessions where id = $1`,
      [session],
    )
    const answer = await erase(saskia, canary.row.id)
    expect([answer.status, await answer.json()]).toEqual([200, { unread: [] }])

    // nor in another case, without the sign in it, or by the last name alone
    const FORMS = [CANARY, 'kanarie piet', 'Veldhoen']
    expect(await columnsWith(database, ...FORMS)).toEqual([])
    const told = await everythingTold(evening)
    for (const form of FORMS) expect(told.toLowerCase()).not.toMatch(form.toLowerCase())
    expect(told).toMatch('een inwoner')
    expect(told).toMatch('Bankjes in de wijk')

    // the chain holds, and says itself that it was made anew
    expect(await house.store.events.verify(session)).toBeNull()
    const last = (await house.store.events.readOnly(session, ['PeopleErased'])).at(-1)?.event
    expect(last).toMatchObject({
      people: [{ person: canary.row.id, word: 'een inwoner', out: true }],
      before: head[0]?.hash,
    })
  })

  test('has no name under a text they wrote: the words stay, and others keep theirs', async () => {
    const { saskia, canary, agreement, table, dialogue } = evening
    const versions = () => saskia.visitor.get<VersionsReply>(`api/agreements/${agreement}/versions`)
    expect((await versions()).versions.some(({ authors }) => authors.length > 0)).toBe(true)
    await erase(saskia, canary.row.id)
    const after = await versions()
    expect(after.versions.map(({ authors }) => authors)).toEqual(after.versions.map(() => []))
    expect(after.versions[0]?.words.title).toBe('Bankjes in de wijk')
    const { epoch, authors } = await house.store.documents.load(table, dialogue)
    expect([epoch, authors]).toEqual([2, []])
    const written = (await house.open.services.agreements({ ...(await row()) })).tables
    expect(written[0]?.agreements.map(({ title, text }) => [title, plain(text)])).toEqual([
      ['Bankjes in de wijk', 'Er komen bankjes.'],
    ])
  })

  test('is signed out at once and their link lets nobody in; everybody else comes back by themselves', async () => {
    const { saskia, riet, canary } = evening
    const link = house.link(canary.row)
    const codes = { riet: riet.line.closed, canary: canary.line.closed }
    const seq = riet.line.state().seq
    const known = riet.line.state()
    await erase(saskia, canary.row.id)
    expect(await codes.riet).toBe(1012)
    await codes.canary
    const again = openLine(canary.visitor, { takeOver: true })
    expect(await again.closed).toBe(CLOSE.unknown)
    expect((await canary.visitor.send('GET', 'api/me')).status).toBe(401)
    const pressed = await fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: house.origin },
    })
    expect(pressed.status).not.toBe(303)
    expect(await house.open.services.people.linkFor(canary.row.id)).toBeNull()

    // a page that was there before is told, and forgets the name too
    const back = openLine(riet.visitor, { lastSeq: seq, state: known })
    await back.next('welcome')
    expect(back.state().people[canary.row.id]).toMatchObject({
      name: 'een inwoner',
      detail: null,
      left: true,
    })
    expect(JSON.stringify(back.state())).not.toMatch(CANARY)
    await back.close()
  })

  test('stays out of the list of links, and no start makes them a link anew', async () => {
    const { saskia, canary, dialogue } = evening
    await erase(saskia, canary.row.id)
    await house.open.services.people.keepLinks(await house.open.services.people.rows(dialogue))
    const links = await saskia.visitor.get<LinkRow[]>('api/links')
    expect(links.map(({ person }) => person)).not.toContain(canary.row.id)
    expect(await database.query('select 1 from links where person_id = $1', [canary.row.id])).toEqual([])
    expect((await saskia.visitor.send('POST', `api/links/${canary.row.id}/renew`)).status).toBe(404)
    expect((await erase(saskia, canary.row.id)).status).toBe(404)
  })

  test('cannot be brought back by a page that still holds the old text', async () => {
    const { saskia, canary, riet, page, table, agreement, dialogue } = evening
    await erase(saskia, canary.row.id)
    // it tries again by itself, with the epoch it knows
    await until('the page was told', () => page.closed.length > 0)
    titleOf(page.doc, agreement).insert(0, CANARY)
    const me = await riet.visitor.get<MeReply>('api/me')
    expect(me.epochs[table]).toBe(2)
    const { state, updates } = await house.store.documents.load(table, dialogue)
    const now = new Y.Doc()
    if (state) Y.applyUpdate(now, state)
    expect([readAgreement(now, agreement).title, updates]).toEqual(['Bankjes in de wijk', []])
    expect(await columnsWith(database, CANARY)).toEqual([])
  })

  test('is taken out of the sessions before this one as well, each chain with a line that says so', async () => {
    const { saskia, canary, dialogue, session } = evening
    const when = { date: '2099-12-01', from: '19:30', to: '21:30' }
    expect((await saskia.visitor.send('POST', 'api/session', when)).status).toBe(201)
    expect((await erase(saskia, canary.row.id)).status).toBe(200)
    expect(await columnsWith(database, CANARY)).toEqual([])
    const sessions = await house.store.people.sessions(dialogue)
    expect(sessions).toHaveLength(2)
    for (const each of [session, ...sessions]) {
      expect(await house.store.events.verify(each)).toBeNull()
      expect(await house.store.events.readOnly(each, ['PeopleErased'])).toHaveLength(1)
    }
    expect((await everythingTold(evening)).toLowerCase()).not.toMatch(CANARY.toLowerCase())
  })
})

const row = async () => {
  const found = await house.store.people.dialogue(evening.dialogue)
  if (!found) throw new Error('it is gone')
  return found
}

test('while a session is under way nobody is taken out, and everybody stays where they are', async () => {
  const { saskia, canary, riet } = evening
  await saskia.visitor.send('POST', 'api/session', { date: '2099-12-01', from: '19:30', to: '21:30' })
  const lines = [saskia, riet].map(({ visitor }) => openLine(visitor, { takeOver: true }))
  for (const line of lines) await line.next('welcome')
  expect(await lines[0]?.command('openPlenary', {})).toEqual({ ok: true })
  const answer = await erase(saskia, canary.row.id)
  expect([answer.status, await error(answer)]).toEqual([409, 'session_running'])
  expect(await columnsWith(database, CANARY)).toContain('people.name')
  expect(lines.map(({ ws }) => ws.readyState)).toEqual([1, 1])
  // nor by whoever asks the database itself
  const erasing = { dialogue: evening.dialogue, people: [], at: 1, actor: 'system' as const }
  expect(await house.store.erasure.erase(erasing)).toBeNull()
  for (const line of lines) await line.close()
})

test('which agreements seem to name somebody is told before, to the organiser alone; their words stay', async () => {
  const { saskia, riet, canary } = evening
  const mentions = (who: Visitor, person: string) => who.send('GET', `api/people/${person}/mentions`)
  const found = async (person: string) => (await mentions(saskia.visitor, person)).json()
  expect(await found(canary.row.id)).toEqual({ now: [], before: [] })
  await saskia.visitor.send('POST', 'api/session', { date: '2099-12-01', from: '19:30', to: '21:30' })
  const line = openLine(riet.visitor, { takeOver: true })
  await line.next('welcome')
  expect(await line.command('join', { name: 'Riet Bankjes' })).toEqual({ ok: true })
  await line.close()
  expect(await found(riet.row.id)).toEqual({ now: [1], before: [] })
  expect((await mentions(riet.visitor, canary.row.id)).status).toBe(403)
  expect((await mentions(saskia.visitor, 'per_nobody')).status).toBe(404)
  await erase(saskia, riet.row.id)
  expect(await saskia.visitor.text('api/export.md')).toContain('Bankjes in de wijk')
})

test('whoever called themselves by a common word takes no words along', async () => {
  const { saskia, riet } = evening
  await saskia.visitor.send('POST', 'api/session', { date: '2099-12-01', from: '19:30', to: '21:30' })
  const lines = [saskia, riet].map(({ visitor }) => openLine(visitor, { takeOver: true }))
  for (const line of lines) await line.next('welcome')
  for (const name of ['de', 'raad']) expect(await lines[1]?.command('join', { name })).toEqual({ ok: true })
  const text = 'Wat de raad belooft aan Riet, doet de raad.'
  expect(await lines[0]?.command('recordPromise', { text })).toEqual({ ok: true })
  expect((await erase(saskia, riet.row.id)).status).toBe(200)
  const { dialogue } = await saskia.visitor.get<MeReply>('api/me')
  expect(dialogue.promise).toBe('Wat de raad belooft aan een inwoner, doet de raad.')
  for (const line of lines) await line.close()
})

test('of two organisers who take each other out at the same moment one stays', async () => {
  const pair = await seat(house, [somebody('Saskia', 'organiser'), somebody('Olaf', 'organiser')])
  const rows = Object.values(pair.people)
  const [saskia, olaf] = await Promise.all(rows.map((one) => redeem(house.link(one))))
  if (!saskia || !olaf) throw new Error('they are not in')
  const answers = await Promise.all([
    erase({ visitor: saskia }, olaf.person),
    erase({ visitor: olaf }, saskia.person),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404])
  const left = await house.open.services.people.rows(pair.dialogue)
  expect(left.filter(({ out }) => !out)).toHaveLength(1)
  await house.open.services.dialogues.remove({ ...(await row()), id: pair.dialogue, session: pair.session })
})

test('whoever presses their link at the moment they are taken out does not come in', async () => {
  const { riet } = evening
  const link = hashOf(house.link(riet.row).split('/').at(-1) ?? '')
  const other = new Client({ connectionString: database.url, options: '-c search_path=dialoogtafel' })
  await other.connect()
  await other.query('begin')
  await other.query('select 1 from people where id = $1 for update', [riet.row.id])
  const login = hashOf('a cookie')
  const pressed = house.store.people.redeem({ link, login, at: 1, rule: 'oneDevice', takeOver: true })
  await until('it waits', async () => {
    const waiting = await database.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return waiting.length > 0
  })
  await other.query('update people set "out" = true where id = $1', [riet.row.id])
  await other.query('delete from links where person_id = $1', [riet.row.id])
  await other.query('commit')
  await other.end()
  expect(await pressed).toBe('unknown')
  expect(await house.store.people.login(login)).toBeNull()
})

test('only an organiser takes somebody out, of their own dialogue, and not themselves', async () => {
  const { saskia, riet, canary } = evening
  expect((await erase(riet, canary.row.id)).status).toBe(403)
  expect((await erase(saskia, 'per_nobody')).status).toBe(404)
  const own = await erase(saskia, saskia.row.id)
  expect([own.status, await error(own)]).toEqual([409, 'yourself'])
  const other = await canaryEvening(house)
  expect((await erase(saskia, other.canary.row.id)).status).toBe(404)
  await other.close()
  await house.open.services.dialogues.remove({ ...(await row()), id: other.dialogue, session: other.session })
})

test('a text that is damaged holds nobody back: it stays to be repaired, and does not say who wrote in it', async () => {
  const { saskia, canary, table } = evening
  await database.query(`delete from yjs_snapshots where table_id = $1`, [table])
  await database.query(`update yjs_updates set crc = 'x' where table_id = $1 and seq = 1`, [table])
  const answer = await erase(saskia, canary.row.id)
  expect(await answer.json()).toEqual({ unread: [1] })
  const rows = await database.query<{ actor: string }>('select actor from yjs_updates where table_id = $1', [
    table,
  ])
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ actor }) => actor !== canary.row.id)).toBe(true)
  expect(await database.query('select 1 from yjs_authors where table_id = $1', [table])).toEqual([])
  expect(await columnsWith(database, CANARY)).toEqual(['yjs_updates.update'])
})

test('a dialogue that is erased is found in no column of no table, nor in memory', async () => {
  expect(await columnsWith(database, evening.dialogue)).not.toEqual([])
  await house.open.services.dialogues.remove(await row())
  const { dialogue, session, table, agreement } = evening
  expect(await columnsWith(database, CANARY, dialogue, session, table, agreement, 'Bankjes')).toEqual([])
  expect(await house.open.sessions.of(evening.dialogue)).toBeNull()
  expect((await evening.saskia.visitor.send('GET', 'api/export.md')).status).toBe(401)
})
