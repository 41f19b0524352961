import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { seat, somebody, startHouse, type TestHouse } from '../support/house.ts'
import { openLine } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'

let database: TestDatabase
let house: TestHouse

beforeAll(async () => {
  database = await createTestDatabase()
  house = await startHouse({ database: database.url })
})
afterAll(async () => {
  await house.stop()
  await database.drop()
})

test('[S3] a participant gets their own speaking time and nothing of anybody else; the organiser gets the room', async () => {
  const { people, session } = await seat(house, [
    somebody('Saskia', 'organiser'),
    somebody('Riet'),
    somebody('Mehmet', 'participant', 'raad'),
  ])
  const { Saskia, Riet, Mehmet } = people
  if (!Saskia || !Riet || !Mehmet) throw new Error('nobody there')
  const visitors = await Promise.all([Saskia, Riet, Mehmet].map((person) => redeem(house.link(person))))
  const [saskia, riet, mehmet] = visitors.map((visitor) => openLine(visitor))
  if (!saskia || !riet || !mehmet) throw new Error('nobody there')
  for (const line of [saskia, riet, mehmet]) await line.next('welcome')
  await saskia.command('openPlenary', {})

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
  const port = Number(new URL(house.origin).port)
  await house.stop()
  house = await startHouse({ database: database.url, port })
  const visitor = visitors[1]
  if (!visitor) throw new Error('nobody there')
  const again = openLine(visitor)
  expect((await again.next('meter')).meter.own?.spokenMs).toBe(3_217)
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
  await saskia.command('startSilence', { room: 'plenary', ms: 60_000 })
  const now = Date.now()
  for (const listener of house.media.listeners) {
    listener.spoke?.(session, 'plenary', Riet.id, now - 10_000, now - 8_000)
    listener.spoke?.(session, 'plenary', Riet.id, now + 500, now + 5_000)
  }
  await riet.next('meter', ({ meter }) => meter.own?.spokenMs === 2_000)
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
