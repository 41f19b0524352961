import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { BalanceReport } from '../../shared/dialogue/time/balance.ts'
import { createMeter } from '../../server/live/meter.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { threeInPlenary } from '../support/three.ts'
import { redeem } from '../support/visitor.ts'

const { house, database, restart } = ownHouse()

test('[S3] a participant gets their own speaking time and nothing of anybody else; the organiser gets the room', async () => {
  const three = await threeInPlenary(house)
  const { session } = three
  const { row: Riet, line: riet } = three.riet
  const { row: Mehmet, line: mehmet } = three.mehmet
  const saskia = three.saskia.line
  await saskia.command('setMode', { room: 'plenary', mode: 'free' })

  const now = Date.now()
  // in parts, as the listener reports a long turn, and each part once more
  for (let part = 0; part < 20; part++) {
    for (const listener of house.media.listeners) {
      listener.spoke?.(session, 'plenary', Mehmet.id, now + part * 500, now + part * 500 + 500)
      listener.spoke?.(session, 'plenary', Mehmet.id, now + part * 500, now + part * 500 + 500)
    }
  }
  for (const listener of house.media.listeners) {
    listener.spoke?.(session, 'plenary', Riet.id, now + 12_000, now + 15_217)
    listener.measuring?.(session, 'plenary', false, now + 20_000)
    listener.speaking?.(session, 'plenary', [Riet.id])
  }

  const own = await riet.next('meter', ({ meter }) => meter.own?.spokenMs === 3_217)
  expect(own.meter.rooms).toEqual([])
  expect(own.meter.gaps).toEqual(['plenary'])
  expect(JSON.stringify(own)).not.toContain(Mehmet.id)
  const room = await saskia.next('meter', ({ meter }) => meter.rooms[0]?.people[1]?.spokenMs === 10_000)
  const times = Object.fromEntries(
    room.meter.rooms[0]?.people.map((each) => [each.person, each.spokenMs]) ?? [],
  )
  expect(times).toEqual({ [Riet.id]: 3_217, [Mehmet.id]: 10_000 })
  await riet.next('speaking', ({ people: talking }) => talking.includes(Riet.id))

  // over everything that was ever sent to a participant: no figure of the other, no total that gives it away
  const sent = riet.frames.filter(({ kind }) => kind === 'meter').map((frame) => JSON.stringify(frame))
  for (const text of sent) expect(text).not.toMatch(/10000|13217|6608/)

  // stored in a few rows, and there again after a restart
  await expect
    .poll(async () => database.query('select 1 from speech_intervals where session_id = $1', [session]))
    .not.toHaveLength(0)
  for (const line of [saskia, riet, mehmet]) await line.close()
  await restart()
  const again = openLine(three.riet.visitor)
  const first = await again.next('meter')
  expect(first.meter.own?.spokenMs).toBe(3_217)
  // nobody listened while the server was away, and it is said until somebody does
  expect(first.meter.gaps).toEqual(['plenary'])
  for (const listener of house.media.listeners) listener.measuring?.(session, 'plenary', true, Date.now())
  await again.next('meter', ({ meter }) => meter.gaps.length === 0)
  await expect
    .poll(async () => database.query('select 1 from speech_gaps where session_id = $1', [session]))
    .toHaveLength(1)
  await again.close()
})

test('[S7] what is said in a silence, and while guiding, does not count', async () => {
  const { people, session } = await seat(house, [somebody('Saskia', 'organiser'), somebody('Riet')])
  const { Saskia, Riet } = people
  if (!Saskia || !Riet) throw new Error('nobody there')
  const saskia = openLine(await redeem(house.link(Saskia)))
  await saskia.next('welcome')
  const riet = openLine(await redeem(house.link(Riet)))
  await riet.next('welcome')
  await saskia.command('openPlenary', {})
  await saskia.command('setMode', { room: 'plenary', mode: 'free' })
  const free = Date.now()
  await pause(300)
  await saskia.command('startSilence', { room: 'plenary', ms: 60_000 })
  const now = Date.now()
  for (const listener of house.media.listeners) {
    listener.spoke?.(session, 'plenary', Riet.id, free, free + 200)
    listener.spoke?.(session, 'plenary', Riet.id, now + 500, now + 5_000)
  }
  await riet.next('meter', ({ meter }) => meter.own?.spokenMs === 200)
  for (const line of [saskia, riet]) await line.close()
})

test('[S8] the moment before the listener is in a room that opens is no gap; a later one is', async () => {
  const { people, session } = await seat(house, [somebody('Saskia', 'organiser'), somebody('Riet')])
  if (!people['Saskia']) throw new Error('nobody there')
  const saskia = openLine(await redeem(house.link(people['Saskia'])))
  await saskia.next('welcome')
  await saskia.command('openPlenary', {})
  const now = Date.now()
  const measuring = (is: boolean, at: number) => {
    for (const listener of house.media.listeners) listener.measuring?.(session, 'plenary', is, at)
  }
  measuring(false, now)
  measuring(true, now + 1_200)
  expect((await saskia.next('meter')).meter.incomplete).toEqual([])
  measuring(false, now + 10_000)
  measuring(true, now + 11_000)
  await saskia.next('meter', ({ meter }) => meter.incomplete.includes('plenary'))
})

test('[S8] a listener that was silent says more exactly since when it heard nothing: that is the gap', async () => {
  const store = house.store.speech
  const meter = createMeter('ses', { ...store, addGaps: async () => true }, () => undefined)
  meter.measuring('plenary', true, 1_000)
  meter.measuring('plenary', false, 10_000)
  meter.measuring('plenary', false, 10_400)
  meter.measuring('plenary', true, 13_000)
  meter.measuring('plenary', true, 13_200)
  expect(meter.book(emptySession, 20_000).gaps).toEqual({ plenary: [{ startMs: 10_400, endMs: 13_000 }] })
  await meter.close()
})

test('[S8] the time in which the server was away is a gap, also when it writes something itself as it comes back', async () => {
  const three = await threeInPlenary(house)
  const { session } = three
  const said = Date.now()
  for (const listener of house.media.listeners)
    listener.spoke?.(session, 'plenary', three.riet.row.id, said - 1, said)
  const away = Date.now()
  for (const { line } of [three.saskia, three.riet, three.mehmet]) await line.close()
  await restart({
    // another title goes into the log when the session is opened again
    meanwhile: () => database.query(`update dialogues set title = 'Anders' where session_id = $1`, [session]),
  })
  const back = Date.now()
  expect((await house.store.events.read(session)).at(-1)?.event.type).toBe('DialogueSet')
  for (const listener of house.media.listeners) listener.measuring?.(session, 'plenary', true, back)
  await expect
    .poll(async () => (await house.store.speech.read(session)).gaps, { timeout: 5_000 })
    .toHaveLength(1)
  const [gap] = (await house.store.speech.read(session)).gaps
  expect(gap?.startMs).toBeLessThanOrEqual(away)
  expect(gap?.endMs).toBe(back)
})

test('[S8] where nobody led, what another node wrote meanwhile does not make the gap shorter', async () => {
  const meter = createMeter('ses', house.store.speech, () => undefined)
  const state: SessionState = { ...emptySession, phase: { name: 'plenary' } }
  meter.measuring('plenary', true, 1_000)
  const recorded = { seq: 1, at: 20_000, event: { type: 'Announced', text: 'Welkom' } } as const
  meter.observe({ recorded, before: state, after: state })
  meter.begin(state, 16_000)
  expect(meter.book(state, 21_000).gaps).toEqual({ plenary: [{ startMs: 16_000, endMs: 21_000 }] })
  await meter.close()
})

test('[S2] [S8] the turn counts while the floor is controlled; a correction is for the desk and the person, and for nobody else', async () => {
  const three = await threeInPlenary(house)
  const { session } = three
  const { row: Riet, line: riet } = three.riet
  const mehmet = three.mehmet.line
  const saskia = three.saskia.line
  await riet.command('raiseHand', { room: 'plenary' })
  await saskia.command('nextTurn', { room: 'plenary' })
  const turn = saskia.state().floors['plenary']?.turn?.id
  await riet.command('startTurn', { room: 'plenary', turn })
  const from = Date.now()
  for (const listener of house.media.listeners)
    listener.spoke?.(session, 'plenary', Riet.id, from, from + 700)
  await pause(1_500)
  await riet.command('endTurn', { room: 'plenary', turn })
  const turns = await saskia.next('meter', ({ meter }) => (meter.rooms[0]?.people[0]?.spokenMs ?? 0) > 1_400)
  expect(turns.meter.rooms[0]?.basis).toBe('turns')
  expect(turns.meter.rooms[0]?.people[0]).toMatchObject({ person: Riet.id, measuredMs: 700 })

  const correction = { room: 'plenary', person: Riet.id, from, to: from + 1_000, reason: 'dit was de tv' }
  expect(await mehmet.command('correctTime', correction)).toMatchObject({ ok: false, code: 'not_your_role' })
  expect(await saskia.command('correctTime', correction)).toMatchObject({ ok: true })
  await riet.next('event', ({ recorded }) => recorded.event.type === 'TimeCorrected')
  await saskia.next('meter', ({ meter }) => {
    const [first] = meter.rooms[0]?.people ?? []
    return first?.measuredMs === 0 && first.spokenMs > 400
  })
  await mehmet.next('event', ({ recorded }) => recorded.seq === saskia.state().seq)
  expect(JSON.stringify(mehmet.frames)).not.toContain('dit was de tv')
  const log = await database.query('select event from events where session_id = $1', [session])
  expect(JSON.stringify(log)).toContain('dit was de tv')
  for (const line of [saskia, riet, mehmet]) await line.close()
})

test('[S3] [S4] looking back: a participant gets only their own balance, the organiser everybody’s, a stranger nothing', async () => {
  const { session, saskia: organiser, riet: resident, mehmet } = await threeInPlenary(house)
  const saskia = organiser.line
  await saskia.command('setMode', { room: 'plenary', mode: 'free' })
  await saskia.command('startItem', { title: 'Afspraken maken' })
  const now = Date.now()
  for (const listener of house.media.listeners) {
    listener.spoke?.(session, 'plenary', mehmet.row.id, now, now + 4_321)
    listener.spoke?.(session, 'plenary', resident.row.id, now, now + 1_234)
  }
  const ask = async ({ home, cookie }: { home: string; cookie: string }) =>
    fetch(new URL('api/balance', home), { headers: { cookie } })
  const all = (await (await ask(organiser.visitor)).json()) as BalanceReport
  expect(all.scopes.at(-1)?.together?.people.map(({ spokenMs }) => spokenMs)).toEqual([1_234, 4_321])
  const own = await (await ask(resident.visitor)).text()
  expect(own).toContain('1234')
  expect(own).not.toMatch(/[:,[](4321|5555)\b/)
  expect(own).not.toContain(mehmet.row.id)
  expect((await ask({ ...resident.visitor, cookie: '' })).status).toBe(401)
  for (const { line } of [organiser, resident, mehmet]) await line.close()
})

test('[S1] a pause is its speaker’s, not one in which the microphone was muted, also after a restart', async () => {
  const three = await threeInPlenary(house)
  const { session } = three
  const { row: Riet, line: riet } = three.riet
  await three.saskia.line.command('setMode', { room: 'plenary', mode: 'free' })
  const now = Date.now()
  for (const listener of house.media.listeners) {
    listener.spoke?.(session, 'plenary', Riet.id, now, now + 1_000)
    listener.spoke?.(session, 'plenary', Riet.id, now + 1_800, now + 2_300)
    listener.muted?.(session, 'plenary', Riet.id, now + 2_310)
    listener.spoke?.(session, 'plenary', Riet.id, now + 3_000, now + 3_404)
  }
  await riet.next('meter', ({ meter }) => meter.own?.spokenMs === 2_704)
  await expect
    .poll(async () => (await house.store.speech.read(session)).mutes, { timeout: 5_000 })
    .toEqual([{ session, room: 'plenary', person: Riet.id, atMs: now + 2_310 }])
  const meter = createMeter(session, house.store.speech, () => undefined)
  await meter.load()
  const { measured } = meter.times(emptySession, now + 60_000)
  expect(measured['plenary']?.[Riet.id]).toBe(2_704)
  await meter.close()
})
