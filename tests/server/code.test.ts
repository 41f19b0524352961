import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Boot, LinkRow } from '../../shared/protocol.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { INSTANCE_KEY, seat, somebody, startHouse, type TestHouse } from '../support/house.ts'
import { redeem } from '../support/visitor.ts'
import { createLinks, hashOf } from '../../server/dialogues/links.ts'

/** The short code of a letter: it leads to the person's own link, and nobody finds one by trying. */

let database: TestDatabase
let house: TestHouse
let clock = Date.UTC(2026, 11, 1)
const DAY = 24 * 3_600_000

beforeAll(async () => void (database = await createTestDatabase()))
// each with its own counting of wrong codes
beforeEach(async () => {
  await house?.stop()
  house = await startHouse({ database: database.url, now: () => clock })
})
afterAll(async () => {
  await house.stop()
  await database.drop()
})

const links = createLinks(INSTANCE_KEY, 'http://here')

async function invited() {
  const { people, dialogue } = await seat(house, [somebody('Saskia', 'organiser'), somebody('Riet')])
  const { Saskia, Riet } = people
  if (!Saskia || !Riet) throw new Error('nobody there')
  return { Saskia, Riet, dialogue }
}

const type = (code: string, headers: Record<string, string> = {}) =>
  fetch(`${house.url}/code`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: house.origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ code }).toString(),
  })
async function codeOf(response: Response) {
  const boot = JSON.parse(/id="dt-boot">([^<]*)</.exec(await response.text())?.[1] ?? '{}') as Boot
  return boot.code
}
const told = async (response: Response) => (await codeOf(response))?.told
const wrong = (number: number) => links.code({ id: `guess${number}`, generation: 1 })

test('a code that is wrong stays in the field, to be looked at letter by letter', async () => {
  expect((await codeOf(await type('k7pm <4xd')))?.typed).toBe('k7pm <4xd')
})

test('a code leads to the link of the same person, where it is still to be pressed', async () => {
  const { Riet } = await invited()
  for (const typed of [
    links.code(Riet),
    links
      .code(Riet)
      .toLowerCase()
      .replace(/^(.{4})/, '$1 - '),
  ]) {
    const answer = await type(typed)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(new URL(house.link(Riet)).pathname)
    expect(answer.headers.getSetCookie()).toEqual([])
  }
  expect(await database.query('select 1 from logins where person_id = $1', [Riet.id])).toEqual([])
})

test('looking uses nothing up: no scanner, preview or fetched picture takes a link or a code away', async () => {
  const { Riet } = await invited()
  const link = house.link(Riet)
  const before = await database.query('select * from links, people order by 1, 2')
  for (const url of [
    link,
    `${link}/qr.svg`,
    `${house.url}/code`,
    `${house.url}/code?code=${links.code(Riet)}`,
  ])
    for (const method of ['HEAD', 'GET', 'HEAD', 'OPTIONS']) {
      const seen = await fetch(url, { method, redirect: 'manual' })
      expect(seen.status).toBeLessThan(300)
      expect(seen.headers.getSetCookie()).toEqual([])
    }
  expect(await database.query('select * from links, people order by 1, 2')).toEqual(before)
  expect((await redeem(link)).person).toBe(Riet.id)
})

test('guessing is stopped soon for one address, a right code too then; right codes before that cost nothing', async () => {
  const { Riet } = await invited()
  for (let round = 0; round < 60; round += 1) expect((await type(links.code(Riet))).status).toBe(303)
  const answers: (string | null | undefined)[] = []
  for (let guess = 0; guess < 30; guess += 1) answers.push(await told(await type(wrong(guess))))
  expect(answers.filter((one) => one === 'wrong').length).toBeLessThanOrEqual(22)
  expect(answers.at(-1)).toBe('often')
  expect((await type(links.code(Riet))).status).toBe(429)
})

test('fifty guesses at once are counted as fifty', async () => {
  await invited()
  const answers = await Promise.all(Array.from({ length: 50 }, (_, guess) => type(wrong(guess))))
  expect(answers.filter(({ status }) => status === 404).length).toBeLessThanOrEqual(22)
})

test('a renewed link has another code, and the old one is none any more', async () => {
  const { Saskia, Riet } = await invited()
  const saskia = await redeem(house.link(Saskia))
  await saskia.send('POST', `api/links/${Riet.id}/renew`)
  expect(await told(await type(links.code(Riet)))).toBe('wrong')
  const url = (await saskia.get<LinkRow[]>('api/links')).find(({ name }) => name === 'Riet')?.url ?? ''
  const answer = await type(links.code({ ...Riet, generation: 2 }))
  expect(answer.headers.get('location')).toBe(new URL(url).pathname)
})

test('a day after the session a code holds no more, and the link does; with a next session it holds again', async () => {
  const { Riet, dialogue } = await invited()
  await database.query('update dialogues set ends_at = $1 where id = $2', [clock, dialogue])
  clock += DAY
  expect(await told(await type(links.code(Riet)))).toBe('over')
  expect((await fetch(house.link(Riet))).status).toBe(200)
  await database.query('update dialogues set ends_at = $1 where id = $2', [clock, dialogue])
  expect((await type(links.code(Riet))).status).toBe(303)
})

test('whoever has the database has no code: what is stored is no hash of it without the key', async () => {
  const { Riet } = await invited()
  const [row] = await database.query<{ code: Buffer }>('select code from links where person_id = $1', [
    Riet.id,
  ])
  const code = links.code(Riet)
  expect(row?.code.equals(links.codeHash(code))).toBe(true)
  expect(row?.code.equals(hashOf(code))).toBe(false)
  const elsewhere = createLinks('another key that is long enough to be one', 'http://here')
  expect(row?.code.equals(elsewhere.codeHash(code))).toBe(false)
})

test('two people who have the same code by chance are both let in by neither', async () => {
  const { Riet, Saskia } = await invited()
  await database.query(
    'update links set code = (select code from links where person_id = $1) where person_id = $2',
    [Riet.id, Saskia.id],
  )
  expect(await told(await type(links.code(Riet)))).toBe('wrong')
})

test('links from before there were codes get theirs at the next start', async () => {
  const { Riet } = await invited()
  await database.query('update links set code = null')
  await house.stop()
  house = await startHouse({ database: database.url, now: () => clock })
  expect((await type(links.code(Riet))).status).toBe(303)
})

test('a form on another site types no code', async () => {
  const { Riet } = await invited()
  expect((await type(links.code(Riet), { origin: 'https://elders.example' })).status).toBe(403)
})

test('under a path below the host everything that is sent and shown leads below that path', async () => {
  const below = await createTestDatabase()
  const inside = await startHouse({ database: below.url, basePath: '/dialoog' })
  const made = await inside.open.services.dialogues.make({
    title: 'Proef',
    promise: null,
    startsAt: clock + DAY,
    endsAt: clock + 2 * DAY,
    demo: false,
    people: [somebody('Saskia', 'organiser')],
  })
  const [row] = made.people
  const link = row ? inside.link(row) : ''
  const saskia = await redeem(link)
  const letters = await saskia.text('api/letters')
  expect(letters).toContain('href="/dialoog/post/stijl.css"')
  expect(letters).toContain(`${inside.origin}/dialoog/j/`)
  expect((await fetch(`${inside.url}/post/stijl.css`)).status).toBe(200)
  expect(await saskia.text('api/bijeenkomst.ics')).toContain(`URL:${inside.url}/code`)
  const answer = await fetch(`${inside.url}/code`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: inside.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ code: row ? links.code(row) : '' }).toString(),
  })
  expect(answer.headers.get('location')).toBe(new URL(link).pathname)
  await inside.stop()
  await below.drop()
})
