import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { createLinks } from '../../server/dialogues/links.ts'
import { recover } from '../../server/dialogues/recover.ts'
import { INSTANCE_KEY, seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'

/** An organiser who lost their link is never locked out: from the command line, beside a running server. */

const { house, database } = ownHouse()

async function evening() {
  const { dialogue, people } = await seat(house, [
    somebody('Saskia', 'organiser'),
    somebody('Noor', 'organiser'),
    somebody('Riet'),
  ])
  const { Saskia, Noor, Riet } = people
  if (!Saskia || !Noor || !Riet) throw new Error('nobody there')
  return { dialogue, Saskia, Noor, Riet }
}
const links = () => createLinks(INSTANCE_KEY, house.url)

test('the links of the organisers are printed, of one dialogue or of all, and nobody else’s', async () => {
  const { dialogue, Saskia, Noor } = await evening()
  await evening()
  const one = await recover(house.store, links(), { only: dialogue, fresh: false })
  expect(one.map(({ url }) => url)).toEqual([house.link(Saskia), house.link(Noor)])
  expect((await recover(house.store, links(), { fresh: false })).length).toBe(4)
})

test('a fresh link lets its organiser in at once, and the old one and its device are out, on a running server', async () => {
  const { dialogue, Saskia, Riet } = await evening()
  const old = await redeem(house.link(Saskia))
  const [found] = await recover(house.store, links(), { only: dialogue, fresh: true })
  expect((await fetch(house.link(Saskia))).status).toBe(410)
  expect((await old.send('GET', 'api/me')).status).toBe(401)
  expect((await redeem(found?.url ?? '')).person).toBe(Saskia.id)
  expect((await fetch(house.link(Riet))).status).toBe(200)
})

test('the command prints a link that works', async () => {
  const { dialogue, Noor } = await evening()
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'server/recover.ts', '--dialogue', dialogue], {
    encoding: 'utf8',
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DT_INSTANCE_KEY: INSTANCE_KEY,
      PUBLIC_URL: house.origin,
    },
  })
  expect(ran.stderr).toBe('')
  const url = /Noor {2}(\S+)/.exec(ran.stdout)?.[1] ?? ''
  expect((await redeem(url)).person).toBe(Noor.id)
}, 60_000)

test('a second organiser leads the same dialogue, and neither is in the other’s way', async () => {
  const { Saskia, Noor, Riet } = await evening()
  const [saskia, noor] = [await redeem(house.link(Saskia)), await redeem(house.link(Noor))]
  const lines = [openLine(saskia), openLine(noor)]
  for (const line of lines) await line.next('welcome')
  for (const visitor of [saskia, noor])
    expect((await visitor.send('POST', `api/links/${Riet.id}/renew`)).status).toBe(200)
  // one who is locked out is helped by the other
  const renewed = await noor.send('POST', `api/links/${Saskia.id}/renew`)
  const { url } = (await renewed.json()) as { url: string }
  expect((await redeem(url)).person).toBe(Saskia.id)
  for (const line of lines) await line.close()
})
