import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createMeter } from '../../server/live/meter.ts'
import { createRetrospect } from '../../server/live/retrospect.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { noEarlier } from '../../shared/dialogue/time/earlier.ts'
import type { BalanceReport } from '../../shared/dialogue/time/balance.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { threeInPlenary, type Three } from '../support/three.ts'

const { house, database, restart } = ownHouse()

const WHEN = { date: '2026-12-08', from: '19:30', to: '21:30' }

/** The listener reports that somebody has just spoken for `ms`. */
const spoke = (session: string, person: string, ms: number) => {
  const now = Date.now()
  for (const listener of house.media.listeners) listener.spoke?.(session, 'plenary', person, now - ms, now)
}

/** Riet speaks twice in free talk, the second time just before the session is closed. */
async function firstSession(): Promise<Three> {
  const three = await threeInPlenary(house)
  const saskia = three.saskia.line
  await saskia.command('setMode', { room: 'plenary', mode: 'free' })
  await pause(400)
  spoke(three.session, three.riet.row.id, 400)
  // longer than a pause that would be hers
  await pause(1_600)
  spoke(three.session, three.riet.row.id, 300)
  expect(await saskia.command('endSession', {})).toEqual({ ok: true })
  return three
}

test('a dialogue goes on in a further session: same people, tables and links, and every line comes over', async () => {
  const three = await firstSession()
  const before = three.saskia.line.state()
  expect((await three.saskia.visitor.send('POST', 'api/session', WHEN)).status).toBe(201)
  // told to come back, not that it is over
  expect(await Promise.all([three.saskia, three.riet].map(({ line }) => line.closed))).toEqual([1012, 1012])

  const saskia = openLine(three.saskia.visitor)
  await saskia.next('welcome')
  const after = saskia.state()
  expect(after.id).not.toBe(before.id)
  expect(after.phase).toEqual({ name: 'lobby' })
  expect([after.order, after.tableOrder]).toEqual([before.order, before.tableOrder])
  expect(after.people[three.riet.row.id]).toMatchObject({ name: 'Riet', joined: false })
  expect((await three.riet.visitor.get<MeReply>('api/me')).dialogue.date).toBe('2026-12-08T18:30:00.000Z')
  expect(await saskia.command('openPlenary', {})).toEqual({ ok: true })
  await saskia.close()
})

test('who comes back late with a number of the session before gets the whole of the new one', async () => {
  const three = await firstSession()
  const { seq, id } = three.riet.line.state()
  await three.saskia.visitor.send('POST', 'api/session', WHEN)
  const saskia = openLine(three.saskia.visitor)
  await saskia.next('welcome')
  for (let i = 0; saskia.state().seq <= seq; i++) await saskia.command('announce', { text: `Tekst ${i}` })
  const riet = openLine(three.riet.visitor, { lastSeq: seq, session: id })
  expect((await riet.next('welcome')).snapshot?.id).toBe(saskia.state().id)
  for (const line of [saskia, riet]) await line.close()
})

test('[S1] speaking time is kept over the sessions of a dialogue, also after a restart', async () => {
  const three = await firstSession()
  await three.saskia.visitor.send('POST', 'api/session', WHEN)
  const saskia = openLine(three.saskia.visitor)
  const riet = openLine(three.riet.visitor)
  await Promise.all([saskia.next('welcome'), riet.next('welcome')])
  await saskia.command('openPlenary', {})
  await saskia.command('setMode', { room: 'plenary', mode: 'free' })
  const session = saskia.state().id
  await pause(200)
  spoke(session, three.mehmet.row.id, 200)
  await expect
    .poll(async () => database.query('select 1 from speech_intervals where session_id = $1', [session]))
    .not.toHaveLength(0)
  const look = async () => {
    const report = await three.saskia.visitor.get<BalanceReport>('api/balance')
    const whole = report.scopes.find(({ scope }) => scope === 'dialogue')
    const of = (person: string) => whole?.together?.people.find((one) => one.person === person)?.spokenMs ?? 0
    return { sessions: report.sessions, riet: of(three.riet.row.id) }
  }
  const before = await look()
  expect(before.sessions).toBe(2)
  expect(before.riet).toBe(700)
  // a resident finds the own time over both, and nothing of anybody else
  const own = await three.riet.visitor.get<BalanceReport>('api/balance')
  expect(own.scopes.map(({ scope }) => scope)).toEqual([0, 'session', 'dialogue'])
  expect(own.scopes.at(-1)?.own?.spokenMs).toBeGreaterThan(0)
  expect(JSON.stringify(own)).not.toContain(three.mehmet.row.id)
  for (const line of [saskia, riet]) await line.close()
  await restart()
  // what was still on its way to the database when the session was over is in it too
  expect(await look()).toEqual(before)
})

test('a session that is not over has no next one, and of two who plan it at once one does', async () => {
  const three = await threeInPlenary(house)
  const plan = () => three.saskia.visitor.send('POST', 'api/session', WHEN)
  expect((await plan()).status).toBe(409)
  await three.saskia.line.command('endSession', {})
  expect((await three.riet.visitor.send('POST', 'api/session', WHEN)).status).toBe(403)
  const answers = await Promise.all([plan(), plan()])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect(await house.store.people.sessions(three.saskia.row.dialogue)).toHaveLength(2)
})

test('earlier sessions are read once, when somebody first looks, and again when that failed', async () => {
  const meter = createMeter('ses', house.store.speech, () => undefined)
  let reads = 0
  const readEarlier = async () => {
    reads += 1
    if (reads === 1) throw new Error('the database does not answer')
    return { ...noEarlier, sessions: 2 }
  }
  const look = createRetrospect({ state: () => emptySession, meter, readEarlier, now: Date.now })
  expect(reads).toBe(0)
  await expect(look()).rejects.toThrow('does not answer')
  expect((await look()).earlier.sessions).toBe(2)
  await look()
  expect(reads).toBe(2)
  await meter.close()
})
