import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { does } from '../support/agreeing.ts'
import { CANARY, canaryEvening, type CanaryEvening } from '../support/canary.ts'
import { createTestDatabase } from '../support/database.ts'
import { startHouse } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { until } from '../support/until.ts'

const TOKEN = 'een woord dat alleen de meter kent'.replaceAll(' ', '-')

const { house } = ownHouse({ metrics: { token: TOKEN } })
let evening: CanaryEvening

beforeAll(async () => {
  evening = await canaryEvening(house)
})
afterAll(async () => {
  await evening.close()
})

const ask = (headers: Record<string, string> = {}, url = house.url) => fetch(`${url}/metrics`, { headers })
const figures = async () => (await ask({ authorization: `Bearer ${TOKEN}` })).text()
/** The sum of everything under this name, of all labels. */
const sumIn = (text: string, name: string): number =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)

test('what happened in an evening was counted: commands with their time, events, refusals, texts, frames', async () => {
  const text = await figures()
  for (const name of [
    'dialoogtafel_command_seconds_count',
    'dialoogtafel_events_total',
    'dialoogtafel_frames_sent_total',
    'dialoogtafel_document_frames_total',
    'dialoogtafel_saved_seconds_count',
    'dialoogtafel_sessions_open',
    'dialoogtafel_media_available',
    'nodejs_eventloop_lag_p99_seconds',
    'process_resident_memory_bytes',
  ])
    expect([name, sumIn(text, name) > 0]).toEqual([name, true])
  expect(text).toContain('dialoogtafel_command_seconds_count{command="askHelp"} 1')
  const { length } = await house.store.events.read(evening.session)
  expect(sumIn(text, 'dialoogtafel_events_total')).toBeLessThanOrEqual(length)
})

test('a refusal, a gap and who is in are counted by code and by role', async () => {
  const { saskia, riet } = evening
  await saskia.visitor.send('POST', 'api/session', { date: '2099-12-01', from: '19:30', to: '21:30' })
  const lines = await Promise.all(
    [saskia, riet].map(async (one) => {
      const line = openLine(one.visitor, { takeOver: true })
      await line.next('welcome')
      return { ...one, line }
    }),
  )
  const [organiser, resident] = lines
  if (!organiser || !resident) throw new Error('they are not in')
  const refused = await resident.line.command('openPlenary', {})
  if (refused.ok) throw new Error('a participant opened the plenary')
  await does(organiser, 'openPlenary', {})
  const session = organiser.line.state().id
  for (const listener of house.media.listeners) listener.measuring?.(session, 'plenary', false, Date.now())
  await until('it is counted', async () => {
    const text = await figures()
    return (
      sumIn(text, `dialoogtafel_refused_total`) > 0 &&
      text.includes(`dialoogtafel_refused_total{code="${refused.code}"} 1`) &&
      text.includes('dialoogtafel_listener_gaps_total 1') &&
      text.includes('dialoogtafel_people_connected{role="organiser"} 1') &&
      text.includes('dialoogtafel_people_connected{role="participant"} 1')
    )
  })
  for (const { line } of lines) await line.close()
})

test('nobody is in the figures: no name, no id, no text', async () => {
  const text = await figures()
  expect(text.toLowerCase()).not.toContain(CANARY.toLowerCase())
  expect(text).not.toMatch(/\b(per|ses|dlg|agr|tbl)_[\w-]{10}/)
  const { session, dialogue, table, agreement, saskia } = evening
  for (const id of [session, dialogue, table, agreement, saskia.row.id]) expect(text).not.toContain(id)
})

test('without the token it is an address that is not there, and so it is where no setting opens it', async () => {
  const absent = await fetch(`${house.url}/metrica`)
  const wrongly: Record<string, string>[] = [
    {},
    { authorization: 'Bearer geraden' },
    { authorization: `Basic ${TOKEN}` },
  ]
  for (const headers of wrongly) {
    const answer = await ask(headers)
    expect([answer.status, await answer.text()]).not.toContain('dialoogtafel_')
    expect(answer.status).toBe(absent.status)
  }
  const [closed, near] = [await createTestDatabase(), await createTestDatabase()]
  const without = await startHouse({ database: closed.url })
  expect((await ask({ authorization: `Bearer ${TOKEN}` }, without.url)).status).toBe(404)
  await without.stop()
  const loopback = await startHouse({ database: near.url, metrics: 'loopback' })
  expect((await ask({}, loopback.url)).status).toBe(200)
  // by way of the proxy everybody seems to be here
  expect((await ask({ 'x-forwarded-for': '203.0.113.7' }, loopback.url)).status).toBe(404)
  await loopback.stop()
  await Promise.all([closed.drop(), near.drop()])
})

test('the dashboard asks for nothing that is not there, and the page explains every figure of ours', async () => {
  const there = new Set([...(await figures()).matchAll(/^# TYPE (\w+)/gm)].map(([, name = '']) => name))
  const dashboard = JSON.parse(readFileSync('docs/dashboard.json', 'utf8')) as {
    panels: { title: string; targets: { expr: string }[] }[]
  }
  const asked = dashboard.panels.flatMap(({ targets }) =>
    targets.flatMap(({ expr }) => expr.match(/\b(?:dialoogtafel|nodejs|process)_\w+/g) ?? []),
  )
  expect(asked.length).toBeGreaterThan(10)
  const nameOf = (series: string) => (there.has(series) ? series : series.replace(/_(bucket|count|sum)$/, ''))
  expect(asked.filter((series) => !there.has(nameOf(series)))).toEqual([])
  const ours = [...there].filter((name) => name.startsWith('dialoogtafel_'))
  expect(ours.length).toBeGreaterThan(10)
  const page = readFileSync('docs/deploy.md', 'utf8')
  expect(ours.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  expect(ours.filter((name) => !asked.some((series) => nameOf(series) === name))).toEqual([])
})
