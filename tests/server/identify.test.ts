import { expect, test } from 'vitest'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'

const { house, database } = ownHouse({
  identify: (req) => {
    const person = known.get(req.headers.cookie ?? '')
    return person === undefined ? null : { person }
  },
})
/** Who the host's own login says somebody is. */
const known = new Map<string, string>()

test('where the host knows who somebody is, no link is needed, and nobody is let in as somebody else', async () => {
  const { people } = await seat(house, [somebody('Riet'), somebody('Mehmet')])
  const { Riet, Mehmet } = people
  if (!Riet || !Mehmet) throw new Error('nobody there')
  known.set('host=riet', Riet.id)
  const front = await fetch(`${house.url}/`, { headers: { cookie: 'host=riet' }, redirect: 'manual' })
  expect(front.headers.get('location')).toBe(`/p/${Riet.id}/`)
  const visitor = { person: Riet.id, home: `${house.url}/p/${Riet.id}/`, cookie: 'host=riet' }
  const line = openLine({ ...visitor, ...unused })
  await line.next('welcome')
  await expect.poll(() => line.state().people[Riet.id]?.joined).toBe(true)
  await line.close()
  const other = { ...visitor, ...unused, home: `${house.url}/p/${Mehmet.id}/` }
  expect(await openLine(other).closed).toBe(4401)
  expect((await fetch(`${house.url}/p/${Mehmet.id}/`, { headers: { cookie: 'host=riet' } })).status).toBe(401)
})

test('whoever the host let in goes within seconds when their link is replaced or they are taken out, though nobody tells this node', async () => {
  const { people } = await seat(house, [somebody('Riet'), somebody('Mehmet'), somebody('Fatma')])
  const lines = Object.values(people).map(({ id }) => {
    const cookie = `host=${id}`
    known.set(cookie, id)
    return openLine({ ...unused, person: id, home: `${house.url}/p/${id}/`, cookie })
  })
  for (const line of lines) await line.next('welcome')
  const [riet, mehmet, fatma] = lines
  // as another node does it, with its hint lost
  await house.store.people.raiseGeneration(people['Riet']?.id ?? '')
  await database.query('update people set out = true where id = $1', [people['Mehmet']?.id])
  expect(await riet?.closed).toBe(4401)
  expect(await mehmet?.closed).toBe(4401)
  expect(await fatma?.command('lowerHand', { room: 'plenary' })).toMatchObject({ ok: false })
  await fatma?.close()
})

const unused = {
  get: () => Promise.reject(new Error('not used')),
  text: () => Promise.reject(new Error('not used')),
  send: () => Promise.reject(new Error('not used')),
}
