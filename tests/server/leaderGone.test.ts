import { expect, test } from 'vitest'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'

const { house } = ownHouse()

const OK = { ok: true }

test('[V21] a leader whose browser dies in the countdown is told of, comes back by their link on another device, and leads their table', async () => {
  const { people } = await seat(house, [
    somebody('Olga', 'organiser'),
    somebody('Els', 'facilitator'),
    somebody('Ans'),
    somebody('Bram'),
  ])
  const link = (name: string) => house.link(people[name]!)
  const olga = openLine(await redeem(link('Olga')))
  await olga.next('welcome')
  const els = openLine(await redeem(link('Els')))
  await els.next('welcome')
  expect(await els.command('join', {})).toEqual(OK)
  for (const [type, payload] of [
    ['openPlenary', {}],
    ['spreadEvenly', {}],
    ['announceSplit', { ms: 60_000 }],
  ] as const)
    expect([type, await olga.command(type, payload)]).toEqual([type, OK])
  const id = people['Els']!.id

  const cutAt = Date.now()
  els.ws.terminate()
  const { people: told } = await olga.next('presence', ({ people: all }) =>
    all.some(({ person, state }) => person === id && state === 'away'),
  )
  const since = told.find(({ person }) => person === id)?.since ?? Infinity
  expect(since - cutAt).toBeLessThan(5_000)
  expect(await olga.command('extendSplit', { ms: 60_000 })).toEqual(OK)

  const phone = openLine(await redeem(link('Els'), { takeOver: 'yes' }))
  await phone.next('welcome')
  expect(phone.state().phase).toEqual(olga.state().phase)
  expect(await olga.command('startTables', { version: 1 })).toEqual(OK)
  expect(await phone.command('join', {})).toEqual(OK)
  await expect.poll(() => phone.state().phase.name).toBe('tables')
  const [own, other] = phone
    .state()
    .tableOrder.filter((table) => phone.state().tables[table]?.facilitators.includes(id))
  expect(await phone.command('setMode', { room: own, mode: 'firstCome' })).toEqual(OK)
  if (other !== undefined) {
    expect(await phone.command('attendTable', { table: other })).toEqual(OK)
    expect(await phone.command('attendTable', { table: own })).toEqual(OK)
    await expect.poll(() => olga.state().attending[id]).toBe(own)
  }
  await Promise.all([olga.close(), phone.close()])
})
