import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { createStore } from '../../server/store/connection.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine, type Line } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'

const { house, database, restart } = ownHouse()
const lines: Line[] = []

afterEach(async () => {
  await Promise.all(lines.splice(0).map((line) => line.close()))
})

const join = async (...input: Parameters<typeof openLine>): Promise<Line> => {
  const line = openLine(...input)
  lines.push(line)
  await line.next('welcome')
  return line
}

test('[F2] a hand, a seat, a turn and the answer to a command outlive the server', async () => {
  const { people, session } = await seat(house, [
    somebody('Saskia', 'organiser'),
    somebody('Els', 'facilitator'),
    somebody('Riet'),
    somebody('Mehmet'),
  ])
  const { Saskia, Riet, Mehmet, Els } = people
  if (!Saskia || !Riet || !Mehmet || !Els) throw new Error('nobody there')
  const visitors = [Saskia, Els, Riet, Mehmet].map((person) => redeem(house.link(person)))
  const [saskiaIs, , rietIs, mehmetIs] = await Promise.all(visitors)
  if (!saskiaIs || !rietIs || !mehmetIs) throw new Error('nobody there')
  const saskia = await join(saskiaIs)
  for (const [type, payload] of [
    ['openPlenary', {}],
    ['spreadEvenly', {}],
    ['announceSplit', {}],
    ['startTables', { version: 1 }],
  ] as const) {
    expect(await saskia.command(type, payload)).toEqual({ ok: true })
  }
  const riet = await join(rietIs)
  const mehmet = await join(mehmetIs)
  const table = riet.state().seating?.seats[Riet.id]
  if (!table) throw new Error('no seat')
  const id = randomUUID()
  await riet.command('raiseHand', { room: table }, id)
  await mehmet.command('raiseHand', { room: mehmet.state().seating?.seats[Mehmet.id] })
  const before = riet.state()
  await Promise.all(lines.splice(0).map((line) => line.close()))

  await restart()
  const back = await join(rietIs, { lastSeq: before.seq, state: before })
  expect(back.state().seating).toEqual(before.seating)
  expect(back.state().phase).toEqual(before.phase)
  expect(back.state().floors[table]?.queue.map(({ person }) => person)).toContain(Riet.id)
  expect(await back.command('raiseHand', { room: table }, id)).toEqual({ ok: true })
  expect(back.state().floors[table]?.queue.filter(({ person }) => person === Riet.id)).toHaveLength(1)

  const store = await createStore({ url: database.url })
  const logged = await store.events.read(session)
  expect(logged.map(({ seq }) => seq)).toEqual(logged.map((_, index) => index + 1))
  expect(await store.events.verify(session)).toBeNull()
  await store.close()
})

test('an announced split goes on by itself after a restart', async () => {
  const { people } = await seat(house, [
    somebody('Saskia', 'organiser'),
    somebody('Els', 'facilitator'),
    somebody('Riet'),
  ])
  const { Saskia } = people
  if (!Saskia) throw new Error('nobody there')
  const visitor = await redeem(house.link(Saskia))
  const saskia = await join(visitor)
  await saskia.command('openPlenary', {})
  await saskia.command('spreadEvenly', {})
  expect(await saskia.command('announceSplit', { ms: 1_500 })).toEqual({ ok: true })
  await saskia.close()
  await restart()
  const back = await join(visitor)
  await expect.poll(() => back.state().phase.name, { timeout: 5_000 }).toBe('tables')
})

test('while the database is away a command is refused, not lost; when it is back the same command works once', async () => {
  const { people } = await seat(house, [somebody('Saskia', 'organiser'), somebody('Riet')])
  const { Saskia, Riet } = people
  if (!Saskia || !Riet) throw new Error('nobody there')
  const saskia = await join(await redeem(house.link(Saskia)))
  await saskia.command('openPlenary', {})
  const riet = await join(await redeem(house.link(Riet)))
  const id = randomUUID()
  await database.query('alter table events rename to events_away')
  expect(await riet.command('raiseHand', { room: 'plenary' }, id)).toMatchObject({ code: 'not_saved' })
  await database.query('alter table events_away rename to events')
  const again = await join(await redeem(house.link(Riet), { takeOver: '1' }))
  expect(await again.command('raiseHand', { room: 'plenary' }, id)).toEqual({ ok: true })
  await expect
    .poll(() => again.state().floors['plenary']?.queue.map(({ person }) => person))
    .toEqual([Riet.id])
})

test('connections that the database cuts do not end the server', async () => {
  const { people } = await seat(house, [somebody('Saskia', 'organiser')])
  const { Saskia } = people
  if (!Saskia) throw new Error('nobody there')
  const saskia = await join(await redeem(house.link(Saskia)))
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await expect
    .poll(async () => saskia.command('openPlenary', {}), { timeout: 10_000, interval: 200 })
    .toEqual({ ok: true })
})
