import { expect, test } from 'vitest'
import type { LinkRow } from '../../shared/protocol.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'

/** Where people get mail: the organiser's to know, and nobody else's. */

const { house } = ownHouse()

const ADDRESS = 'riet@voorbeeld.nl'

async function evening() {
  const { dialogue, people } = await seat(house, [
    somebody('Saskia', 'organiser'),
    somebody('Els', 'facilitator'),
    { ...somebody('Riet'), mail: ADDRESS },
  ])
  const { Saskia, Els, Riet } = people
  if (!Saskia || !Els || !Riet) throw new Error('nobody there')
  const [saskia, els, riet] = await Promise.all([Saskia, Els, Riet].map((row) => redeem(house.link(row))))
  if (!saskia || !els || !riet) throw new Error('nobody came in')
  const mailOf = async (name: string) =>
    (await saskia.get<LinkRow[]>('api/links')).find((row) => row.name === name)?.mail
  return { dialogue, Riet, Els, saskia, els, riet, mailOf }
}

test('an address that came with the list is shown to the organiser, who changes it and takes it away', async () => {
  const { saskia, Riet, mailOf } = await evening()
  expect(await mailOf('Riet')).toBe(ADDRESS)
  const put = (mail: string) => saskia.send('PUT', `api/people/${Riet.id}/mail`, { mail })
  expect((await put('Riet de Vries <Riet@Elders.nl>')).status).toBe(200)
  expect(await mailOf('Riet')).toBe('riet@elders.nl')
  expect((await put('riet bij elders')).status).toBe(409)
  expect(await mailOf('Riet')).toBe('riet@elders.nl')
  expect((await put('')).status).toBe(200)
  expect(await mailOf('Riet')).toBeNull()
})

test('nobody but the organiser of this dialogue reads or sets an address, and no screen or log line has it', async () => {
  const { dialogue, saskia, els, riet, Riet } = await evening()
  const other = await evening()
  for (const visitor of [els, riet]) {
    expect((await visitor.send('PUT', `api/people/${Riet.id}/mail`, { mail: 'x@y.nl' })).status).toBe(403)
    expect((await visitor.send('GET', 'api/links')).status).toBe(403)
  }
  expect((await other.saskia.send('PUT', `api/people/${Riet.id}/mail`, { mail: 'x@y.nl' })).status).toBe(404)
  const lines = [saskia, els, riet].map((visitor) => openLine(visitor))
  for (const line of lines) {
    await line.next('welcome')
    expect(JSON.stringify(line.state())).not.toContain('@')
    await line.close()
  }
  expect(JSON.stringify((await house.open.sessions.of(dialogue))?.state())).not.toContain('@')
  expect(house.logged()).not.toContain('@voorbeeld.nl')
})

test('what was known of an address stays with it: another one begins anew, and no mail is remembered when it comes back', async () => {
  const { Riet } = await evening()
  const { mail } = house.store
  await mail.setNoMail(Riet.id, true)
  await mail.setBounced(Riet.id, ADDRESS, 5)
  await mail.setAddress(Riet.id, ADDRESS)
  expect(await mail.address(Riet.id)).toMatchObject({ noMail: true, bouncedAt: 5 })
  await mail.setAddress(Riet.id, 'riet@elders.nl')
  expect(await mail.address(Riet.id)).toMatchObject({ noMail: false, bouncedAt: null })
  await mail.setAddress(Riet.id, null)
  await mail.setAddress(Riet.id, ADDRESS)
  expect(await mail.address(Riet.id)).toMatchObject({ noMail: true, bouncedAt: null })
  await mail.setNoMail(Riet.id, false)
  await mail.setAddress(Riet.id, null)
  await mail.setAddress(Riet.id, ADDRESS)
  expect(await mail.address(Riet.id)).toMatchObject({ noMail: false })
})
