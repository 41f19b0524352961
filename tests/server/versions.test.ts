import { expect, test } from 'vitest'
import { paragraphs } from '../../shared/agreement/richText.ts'
import type { VersionsReply } from '../../shared/protocol.ts'
import { does, peopleAtTables, type About, type Agreeing } from '../support/agreeing.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { until } from '../support/until.ts'

const { house } = ownHouse()

const WORDS = { title: 'Vroeg samen', text: paragraphs('Aan tafel.'), why: [] }
const pathOf = ({ agreement }: About) => `api/agreements/${agreement}/versions`
const statusFor = async (all: Agreeing, name: string, about: About) =>
  (await all.who(name).visitor.send('GET', pathOf(about))).status

async function keptOnce() {
  const all = await peopleAtTables(house)
  const about = await all.writes('Riet', WORDS)
  await does(all.leaderOf('Riet'), 'keepVersion', about)
  return { all, about }
}

test('every version with its words, who wrote in it and why it was kept, over the sessions', async () => {
  const { all, about } = await keptOnce()
  const [saskia, els] = [all.who('Saskia'), all.leaderOf('Riet')]
  await all.writes('Mehmet', { ...WORDS, title: 'Van een andere tafel' })
  await does(els, 'presentAgreement', about)
  await does(els, 'reviseAgreement', about)
  await does(saskia, 'endSession', {})
  const when = { date: '2026-12-08', from: '19:30', to: '21:30' }
  expect((await saskia.visitor.send('POST', 'api/session', when)).status).toBe(201)
  const [organiser, leader] = [openLine(saskia.visitor), openLine(els.visitor)]
  await Promise.all([organiser.next('welcome'), leader.next('welcome')])
  expect(await organiser.command('openPlenary', {})).toEqual({ ok: true })
  expect(await leader.command('presentAgreement', about)).toEqual({ ok: true })

  const reply = await saskia.visitor.get<VersionsReply>(pathOf(about))
  const from = { at: expect.any(Number), authors: ['Riet'], words: WORDS }
  expect(reply).toEqual({
    agreement: about.agreement,
    table: about.table,
    number: 1,
    versions: [
      { ...from, number: 1, session: 1, keptFor: 'kept' },
      { ...from, number: 2, session: 1, keptFor: 'presented' },
      { ...from, number: 3, session: 2, keptFor: 'presented' },
    ],
  })
  for (const line of [organiser, leader]) await line.close()
  await all.close()
})

test('[T3] while people sit at tables only the own table and the organiser read them; a helper never does', async () => {
  const { all, about } = await keptOnce()
  const leader = all.leaderOf('Riet').row.name
  const other = all.otherThan('Riet').row.name
  const statuses = async () =>
    Object.fromEntries(
      await Promise.all(
        ['Saskia', leader, other, 'Riet', 'Mehmet', 'Tom', 'Olga', 'Ilse'].map(async (name) => [
          name === leader ? 'leader' : name === other ? 'other' : name,
          await statusFor(all, name, about),
        ]),
      ),
    )
  const atTables = { Saskia: 200, leader: 200, other: 404, Riet: 200, Mehmet: 404, Tom: 404, Olga: 404 }
  expect(await statuses()).toEqual({ ...atTables, Ilse: 404 })

  await does(all.who('Saskia'), 'announceRecall', {})
  await does(all.who('Saskia'), 'finishRecall', { version: 1 })
  await until('back', () => all.who('Mehmet').line.state().phase.name === 'plenary')
  const shared = { other: 200, Mehmet: 200, Olga: 200, Ilse: 200 }
  expect(await statuses()).toEqual({ ...atTables, ...shared })
  await all.close()
})

test('what is not there, is of another dialogue or is no id answers alike; without a login nobody reads', async () => {
  const { all, about } = await keptOnce()
  const { all: others, about: foreign } = await keptOnce()
  for (const agreement of [foreign.agreement, 'agr_0', 'constructor', '__proto__', '%00', 'a%2Fb'])
    expect([agreement, await statusFor(all, 'Saskia', { ...about, agreement })]).toEqual([agreement, 404])
  const address = new URL(pathOf(about), all.who('Riet').visitor.home)
  expect((await fetch(address)).status).toBe(401)
  const { cookie } = others.who('Saskia').visitor
  expect((await fetch(address, { headers: { cookie } })).status).toBe(401)
  for (const one of [all, others]) await one.close()
})
