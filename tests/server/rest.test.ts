import { expect, test } from 'vitest'
import type { ImportReply, LinkRow, MeReply, NewDialogueReply } from '../../shared/protocol.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { redeem, type Visitor } from '../support/visitor.ts'

const { house } = ownHouse()

async function organiser(): Promise<Visitor> {
  const { people } = await seat(house, [somebody('Saskia', 'organiser')])
  if (!people['Saskia']) throw new Error('nobody there')
  return redeem(house.link(people['Saskia']))
}
const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T
const LIST = 'Riet;inwoner;deelnemer\nWillem;bestuur;deelnemer\n;inwoner;deelnemer\nTom;;helper'

test('a list with errors imports nobody and says per line what to change', async () => {
  const saskia = await organiser()
  const reply = await json<ImportReply>(await saskia.send('POST', 'api/people', { text: LIST, check: false }))
  expect(reply.plan).toBeNull()
  expect(reply.errors).toEqual([
    { line: 2, field: 'group', columns: [1], value: 'bestuur', code: 'unknown_group', suggestion: 'college' },
    { line: 3, field: 'name', columns: [0], value: '', code: 'no_name', suggestion: null },
  ])
  expect(await saskia.get<LinkRow[]>('api/links')).toHaveLength(1)
})

test('a good list is checked without importing, then imported; the new people are in the session and can come in', async () => {
  const saskia = await organiser()
  const line = openLine(saskia)
  await line.next('welcome')
  const text = 'Riet;inwoner;deelnemer\nEls;;begeleider\nRiet;raad;deelnemer'
  expect(await json(await saskia.send('POST', 'api/people', { text, check: true }))).toMatchObject({
    errors: [],
    plan: { fresh: 3, known: 0, changed: [] },
  })
  expect(await saskia.get<LinkRow[]>('api/links')).toHaveLength(1)
  expect(await json(await saskia.send('POST', 'api/people', { text, check: false }))).toMatchObject({
    errors: [],
    plan: { fresh: 3 },
  })
  const links = await saskia.get<LinkRow[]>('api/links')
  expect(links.map(({ name }) => name)).toEqual(['Saskia', 'Riet', 'Els', 'Riet 2'])
  await expect.poll(() => line.state().order).toHaveLength(4)
  const riet = await redeem(links[1]?.url ?? '')
  expect((await riet.get<MeReply>('api/me')).person.name).toBe('Riet')
  await line.close()
})

test('an organiser makes a dialogue of their own, and changes its title and time', async () => {
  const saskia = await organiser()
  const body = { title: 'Groen in de wijk', date: '2026-12-01', from: '19:30', to: '21:30' }
  const made = await saskia.send('POST', 'api/dialogue', body)
  expect(made.status).toBe(201)
  const { url, person } = await json<NewDialogueReply>(made)
  // this browser is in already, and nobody else is
  const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const me = (headers: Record<string, string>) =>
    fetch(new URL(`../${person}/api/me`, saskia.home), { headers })
  expect(await (await me({ cookie })).json()).toMatchObject({
    phase: 'lobby',
    dialogue: { title: 'Groen in de wijk' },
  })
  expect([(await me({})).status, (await me({ cookie: saskia.cookie })).status]).toEqual([401, 401])
  const own = await redeem(url, { takeOver: 'yes' })
  expect((await own.get<MeReply>('api/me')).dialogue).toMatchObject({
    title: 'Groen in de wijk',
    date: '2026-12-01T18:30:00.000Z',
    until: '2026-12-01T20:30:00.000Z',
  })
  const line = openLine(own)
  await line.next('welcome')
  expect((await own.send('PATCH', 'api/dialogue', { ...body, title: 'Groen en water' })).status).toBe(200)
  await expect.poll(() => line.state().dialogue.title).toBe('Groen en water')
  await line.close()
})

test('[V24] a dialogue may end after midnight; in a night that changes the clock a time that does not exist is refused', async () => {
  const saskia = await organiser()
  const night = { title: 'Nacht', date: '2026-12-08', from: '23:00', to: '00:30' }
  expect((await saskia.send('PATCH', 'api/dialogue', night)).status).toBe(200)
  expect((await saskia.get<MeReply>('api/me')).dialogue).toMatchObject({
    date: '2026-12-08T22:00:00.000Z',
    until: '2026-12-08T23:30:00.000Z',
  })
  const twice = { ...night, date: '2026-10-25', from: '02:00', to: '03:00' }
  expect((await saskia.send('PATCH', 'api/dialogue', twice)).status).toBe(200)
  expect((await saskia.get<MeReply>('api/me')).dialogue).toMatchObject({
    date: '2026-10-25T00:00:00.000Z',
    until: '2026-10-25T02:00:00.000Z',
  })
  const skipped = { ...night, date: '2026-03-29', from: '02:30', to: '04:00' }
  expect((await saskia.send('PATCH', 'api/dialogue', skipped)).status).toBe(400)
})

test('a day that does not exist, a list that is no list and an unknown field are refused', async () => {
  const saskia = await organiser()
  const body = { title: 'Groen', date: '2026-02-30', from: '19:30', to: '21:30' }
  expect((await saskia.send('POST', 'api/dialogue', body)).status).toBe(400)
  expect((await saskia.send('POST', 'api/dialogue', { ...body, date: '2026-03-01', more: 1 })).status).toBe(
    400,
  )
  expect((await saskia.send('POST', 'api/people', { text: 7, check: false })).status).toBe(400)
  expect((await saskia.send('POST', 'api/people')).status).toBe(400)
})

test('text that has no place in a database or on a screen is cleaned or refused, in bodies and in addresses', async () => {
  const saskia = await organiser()
  const body = { date: '2026-12-01', from: '19:30', to: '21:30' }
  const odd = 'Gr\u0000oe\ud800n\u202e in\nde wijk'
  expect((await saskia.send('PATCH', 'api/dialogue', { ...body, title: odd })).status).toBe(200)
  expect((await saskia.get<MeReply>('api/me')).dialogue.title).toBe('Groen in de wijk')
  const made = await saskia.send('POST', 'api/dialogue', { ...body, title: odd })
  expect(made.status).toBe(201)
  for (const title of ['\u0000', '\ud800', '\u202e\u202c'])
    expect((await saskia.send('PATCH', 'api/dialogue', { ...body, title })).status).toBe(400)
  expect((await saskia.send('POST', 'api/session', { ...body, date: '2026-12-01\u0000' })).status).toBe(409)
  const text = 'Ri\u0000et\u202e;inwoner\ud800;deelnemer'
  expect(await json(await saskia.send('POST', 'api/people', { text, check: false }))).toMatchObject({
    plan: { fresh: 1 },
  })
  const cookie = { headers: { cookie: saskia.cookie } }
  for (const path of [
    'p/%00',
    'p/%00/',
    'p/%00/api/me',
    'p/%ED%A0%80/',
    'j/%00',
    'j/%ED%A0%80',
    'p/%E2%80%AE/',
  ]) {
    const { status } = await fetch(`${house.url}/${path}`, cookie)
    expect({ path, known: [400, 401, 404].includes(status) }).toEqual({ path, known: true })
  }
  for (const id of ['%00', 'a%00b', '%E2%80%AE', 'constructor', 'x'.repeat(3_000)])
    expect((await saskia.send('POST', `api/links/${id}/renew`)).status).toBe(404)
  expect((await saskia.send('POST', 'api/links/%ED%A0%80/renew')).status).toBe(400)
  const { person, home } = saskia
  expect((await fetch(`${home}api/me`, { headers: { cookie: 'dt=%00\u0080' } })).status).toBe(401)
  expect(person).toMatch(/^per_/)
})

test('another site, or a form instead of JSON, changes nothing', async () => {
  const saskia = await organiser()
  const headers = { cookie: saskia.cookie, 'content-type': 'application/json' }
  const foreign = await fetch(`${saskia.home}api/dialogue`, {
    method: 'DELETE',
    headers: { ...headers, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  })
  expect(foreign.status).toBe(403)
  const form = await fetch(`${saskia.home}api/people`, {
    method: 'POST',
    headers: { cookie: saskia.cookie, origin: house.origin, 'content-type': 'text/plain' },
    body: JSON.stringify({ text: 'Riet;inwoner', check: false }),
  })
  expect(form.status).toBe(400)
  expect(await saskia.get<LinkRow[]>('api/links')).toHaveLength(1)
})

test('somebody of another dialogue is not there when their link is to be renewed', async () => {
  const saskia = await organiser()
  const other = await organiser()
  expect((await saskia.send('POST', `api/links/${other.person}/renew`)).status).toBe(404)
  expect((await other.send('GET', 'api/me')).status).toBe(200)
})

test('a deleted dialogue closes its sockets with 4410 and ends its sound and picture', async () => {
  const saskia = await organiser()
  const line = openLine(saskia)
  await line.next('welcome')
  const { session } = await saskia.get<MeReply>('api/me')
  expect((await saskia.send('DELETE', 'api/dialogue')).status).toBe(204)
  expect(await line.closed).toBe(4410)
  expect(house.media.ended).toContain(session)
  expect((await saskia.send('GET', 'api/me')).status).toBe(401)
})

test('health says whether the process lives, readiness whether it can serve', async () => {
  expect((await fetch(`${house.url}/healthz`)).status).toBe(200)
  expect(await (await fetch(`${house.url}/readyz`)).json()).toEqual({ ready: true, missing: [], notes: [] })
})

test('outside the demonstration there is no page with links', async () => {
  expect((await fetch(`${house.url}/api/demo`)).status).toBe(404)
})

test('whoever takes part may try their line, a few times; the media server being away is said', async () => {
  const { people } = await seat(house, [somebody('Riet'), somebody('Griet', 'clerk')])
  const riet = await redeem(house.link(people['Riet']!))
  const griet = await redeem(house.link(people['Griet']!))
  expect((await griet.send('POST', 'api/line-trial')).status).toBe(403)
  const trial = await riet.send('POST', 'api/line-trial')
  expect(trial.status).toBe(201)
  expect(await json(trial)).toEqual({ url: 'ws://sfu', tokens: ['first', 'second'] })
  house.media.setAvailable(false)
  const away = await riet.send('POST', 'api/line-trial')
  house.media.setAvailable(true)
  expect([away.status, await json(away)]).toEqual([503, { error: 'media_away' }])
  const answers = await Promise.all(Array.from({ length: 6 }, () => riet.send('POST', 'api/line-trial')))
  expect(answers.map(({ status }) => status)).toContain(429)
})
