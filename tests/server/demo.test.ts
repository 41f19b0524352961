import { expect, test } from 'vitest'
import { seedDemo, seedFirst } from '../../server/demo/seed.ts'
import type { BalanceReport } from '../../shared/dialogue/time/balance.ts'
import type { DemoReply } from '../../shared/protocol.ts'
import { createTestDatabase } from '../support/database.ts'
import { startHouse } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'

const FIRST = { voices: false, past: false }

const { house } = ownHouse({ demo: true })

test('the practice dialogue is the same at every start, and its links work as often as wished', async () => {
  const first = await seedDemo(house.open, FIRST)
  const again = await seedDemo(house.open, FIRST)
  expect(again).toEqual(first)
  expect(first.links.facilitator).toHaveLength(4)
  expect(first.links.participant).toHaveLength(4)
  expect(first.understudies).toHaveLength(12)
  await redeem(first.links.organiser)
  await redeem(first.links.organiser)
})

test('everybody has a seat already: the organiser opens and announces at once', async () => {
  const { links } = await seedDemo(house.open, FIRST)
  const saskia = openLine(await redeem(links.organiser))
  await saskia.next('welcome')
  expect(Object.keys(saskia.state().plan?.seats ?? {})).toHaveLength(16)
  expect(await saskia.command('openPlenary', {})).toEqual({ ok: true })
  expect(await saskia.command('announceSplit', {})).toEqual({ ok: true })
  await saskia.close()
})

test('a dialogue of one’s own is made at once, with whoever asked in it, and nobody is put out of the practice dialogue', async () => {
  const { links } = await seedDemo(house.open, FIRST)
  const saskia = openLine(await redeem(links.organiser))
  await saskia.next('welcome')
  const ask = (headers: Record<string, string>) =>
    fetch(`${house.url}/api/demo/dialogue`, { method: 'POST', redirect: 'manual', headers })
  const made = await ask({ origin: house.origin })
  expect(made.status).toBe(303)
  const home = new URL(made.headers.get('location') ?? '', house.url)
  const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const me = await fetch(new URL('api/me', home), { headers: { cookie } })
  expect(await me.json()).toMatchObject({
    person: { name: 'Organisator', role: 'organiser' },
    dialogue: { title: 'Mijn dialoog' },
    demo: false,
  })
  expect(await saskia.command('announce', { text: 'Welkom' })).toEqual({ ok: true })
  expect((await ask({ origin: 'https://elsewhere.example' })).status).toBe(404)
  expect((await ask({ origin: house.origin, 'x-forwarded-for': '10.0.0.1' })).status).toBe(404)
  await saskia.close()
})

test('the page with all links is only for somebody at this computer, with nothing in between', async () => {
  const shown = (await (await fetch(`${house.url}/api/demo`)).json()) as DemoReply
  expect(shown.links).toHaveLength(24)
  const seated = shown.links.filter(({ role, table }) => role === 'participant' && table !== null)
  expect(seated.map(({ table }) => table?.number).toSorted()).toEqual(
    [1, 2, 3, 4].flatMap((n) => [n, n, n, n]),
  )
  const led = shown.links.filter(({ role }) => role === 'facilitator').map(({ table }) => table?.number)
  expect(led.toSorted()).toEqual([1, 2, 3, 4])
  for (const headers of [
    { 'x-forwarded-for': '10.0.0.1' },
    { forwarded: 'for=10.0.0.1' },
    { 'x-forwarded-host': 'dialoog.example' },
  ] as HeadersInit[]) {
    expect((await fetch(`${house.url}/api/demo`, { headers })).status).toBe(404)
  }
})

test('with voices the plenary has begun by itself', async () => {
  const fresh = await createTestDatabase()
  const other = await startHouse({ database: fresh.url, demo: true })
  const { links } = await seedDemo(other.open, { voices: true, past: false })
  const riet = openLine(await redeem(links.participant[0] ?? ''))
  await riet.next('welcome')
  expect(riet.state().phase.name).toBe('plenary')
  await riet.close()
  await other.stop()
  await fresh.drop()
})

test('without the demonstration there is one organiser with an empty dialogue', async () => {
  const fresh = await createTestDatabase()
  const other = await startHouse({ database: fresh.url })
  const { links } = await seedFirst(other.open)
  expect((await seedFirst(other.open)).links.organiser).toBe(links.organiser)
  const saskia = openLine(await redeem(links.organiser))
  await saskia.next('welcome')
  expect(saskia.state().dialogue.title).toBe('Uw eerste dialoog')
  await saskia.close()
  await other.stop()
  await fresh.drop()
})

test('the demonstration is in its third session, with agreements in every state a table and the harvest give', async () => {
  const fresh = await createTestDatabase()
  const other = await startHouse({ database: fresh.url, demo: true })
  const { links } = await seedDemo(other.open, { voices: false, past: true })
  const visitor = await redeem(links.organiser)
  const saskia = openLine(visitor)
  await saskia.next('welcome')
  const { agreements, plan, phase, sharedBefore } = saskia.state()
  expect([phase.name, sharedBefore]).toEqual(['lobby', true])
  expect(Object.keys(plan?.seats ?? {})).toHaveLength(16)
  const states = Object.values(agreements).map(({ state }) => state)
  expect(states.toSorted()).toEqual([
    'agreed',
    'agreedWithNote',
    'draft',
    'inSet',
    'inSet',
    'inSet',
    'merged',
    'merged',
    'presented',
    'presented',
    'withdrawn',
  ])
  // an agenda lies there, and until when people may object from home
  const { programme, objections } = saskia.state()
  expect(programme.map(({ title }) => title)).toEqual([
    'Uitleg',
    'Bezwaren, en een nieuwe tekst',
    'Binnen elke rol bij elkaar leggen',
    'Alles samen lezen',
  ])
  expect(objections.until).toBeGreaterThan(Date.now())
  // the words stand in the texts too, and everybody's log is whole
  const markdown = await visitor.text('api/export.md')
  expect(markdown).toContain('Gewone taal')
  expect(markdown).toContain('Zij krijgen zes weken van tevoren een uitnodiging.')
  const [dialogue] = await other.store.people.dialogues()
  const sessions = await other.store.people.sessions(dialogue?.id ?? '')
  expect(sessions).toHaveLength(3)
  for (const session of sessions) expect(await other.store.events.verify(session)).toBeNull()
  const balance = await visitor.get<BalanceReport>('api/balance')
  expect(balance.sessions).toBe(3)
  // and the evening goes on from there
  expect(await saskia.command('openPlenary', {})).toEqual({ ok: true })
  await saskia.close()
  await other.stop()
  await fresh.drop()
})
