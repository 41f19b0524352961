import { expect, test } from 'vitest'
import { UNREAD } from '../../shared/dialogue/council/unread.ts'
import { adoption } from '../../shared/messages/adoption.ts'
import { AGREED, eveningIsOver, pasted, pastes, sees, uploads } from '../support/adoption.ts'
import { does, type Agreeing } from '../support/agreeing.ts'
import { ownHouse } from '../support/ownHouse.ts'

const { house } = ownHouse()

/** Milliseconds; a busy machine says nothing of what is read. */
const PATIENT = { timeout: 120_000 }
const states = (all: Agreeing, name = 'Saskia') =>
  Object.values(all.who(name).line.state().agreements).map(({ state }) => state)
const answer = async (sent: Promise<Response>) => {
  const response = await sent
  return [response.status, ((await response.json()) as { error?: string }).error]
}

test('[H3] the package as it was sent comes back unchanged, as a file', PATIENT, async () => {
  const all = await eveningIsOver(house)
  await does(all.who('Saskia'), 'offerSet', {})
  for (const form of ['odt', 'pdf'] as const) {
    const file = await all.who('Saskia').visitor.send('GET', `api/package.${form}`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect(await answer(uploads(all, 'Saskia', bytes, `besluit.${form}`))).toEqual([201, undefined])
    await sees(all, 'Saskia', form, ({ council }) => council.decision !== null)
    expect(states(all)).toEqual(['adopted', 'adopted'])
  }
  await all.close()
})

test(
  '[H3] one comma more is a change, with the words the council wrote; what is not there is declined',
  PATIENT,
  async () => {
    const all = await eveningIsOver(house)
    await does(all.who('Saskia'), 'offerSet', {})
    const other = 'Wie iets vraagt, of inbrengt, krijgt binnen 15 werkdagen antwoord.'
    expect(await answer(pastes(all, pasted(other)))).toEqual([201, undefined])
    const told = await sees(all, 'Saskia', 'changed', ({ council }) => council.decision !== null)
    expect(told.council.decision?.judged).toMatchObject([
      { verdict: 'adopted', words: null },
      { verdict: 'changed', words: { title: AGREED[1].title, text: other } },
    ])
    expect(await answer(pastes(all, 'De raad besluit niets.'))).toEqual([201, undefined])
    await sees(all, 'Saskia', 'declined', ({ agreements }) =>
      Object.values(agreements).every(({ state }) => state === 'declined'),
    )
    await all.close()
  },
)

test('what cannot be read changes nothing, and says why in a sentence', PATIENT, async () => {
  const all = await eveningIsOver(house)
  await does(all.who('Saskia'), 'offerSet', {})
  const box = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
  const locked = Buffer.concat([box, Buffer.from('EncryptedPackage', 'utf16le')])
  const before = (await house.store.events.read(all.who('Saskia').line.state().id)).length
  expect(await answer(uploads(all, 'Saskia', locked))).toEqual([409, 'encrypted'])
  expect(await answer(uploads(all, 'Saskia', box))).toEqual([409, 'not_a_document'])
  expect(await answer(pastes(all, ' \n '))).toEqual([409, 'no_text'])
  expect(await answer(uploads(all, 'Saskia', new Uint8Array(10 * 1024 * 1024 + 1)))).toEqual([413, 'too_big'])
  expect(await answer(all.who('Saskia').visitor.send('POST', 'api/council', { other: 1 }))).toEqual([
    400,
    'malformed',
  ])
  expect(await house.store.events.read(all.who('Saskia').line.state().id)).toHaveLength(before)
  for (const code of UNREAD) expect(adoption[`adoption.unread.${code}`].nl).toMatch(/Er is niets veranderd\./)
  await all.close()
})

test('only when a set lies there and nothing is published, and only by the organiser', PATIENT, async () => {
  const all = await eveningIsOver(house)
  expect(await answer(pastes(all, pasted()))).toEqual([409, 'not_offered'])
  await does(all.who('Saskia'), 'offerSet', {})
  for (const name of ['Els', 'Riet', 'Tom', 'Olga', 'Ilse']) {
    expect(await answer(pastes(all, pasted(), name))).toEqual([403, 'forbidden'])
    expect(await answer(uploads(all, name, new Uint8Array(1)))).toEqual([403, 'forbidden'])
  }
  const other = { headers: { origin: 'https://elders.example' }, method: 'POST' }
  expect((await fetch(new URL('api/council', all.who('Saskia').visitor.home), other)).status).toBe(403)
  expect(await all.who('Saskia').line.command('recordDecision', { judged: [] })).toMatchObject({
    code: 'not_your_role',
  })
  expect(await answer(pastes(all, pasted()))).toEqual([201, undefined])
  await does(all.who('Saskia'), 'publishDecision', { listed: false })
  expect(await answer(pastes(all, pasted()))).toEqual([409, 'decision_published'])
  await all.close()
})

test('[H4] what the council did reaches nobody else before it is published', PATIENT, async () => {
  const all = await eveningIsOver(house)
  await does(all.who('Saskia'), 'offerSet', {})
  await sees(all, 'Riet', 'offered', ({ council }) => council.offeredAt !== null)
  await answer(
    pastes(all, pasted('Geheime kanarie van de raad. Wie iets vraagt, krijgt binnen 10 werkdagen antwoord.')),
  )
  await sees(all, 'Saskia', 'decided', ({ council }) => council.decision !== null)
  const changed = Object.values(all.who('Saskia').line.state().agreements).find(
    ({ state }) => state === 'changed',
  )
  const explained = { agreement: changed?.id ?? '', by: 'Amendement A2', reason: 'Een tweede kanarie.' }
  await does(all.who('Saskia'), 'explainVerdict', explained)
  for (const name of ['Els', 'Riet', 'Mehmet', 'Tom', 'Olga', 'Ilse']) {
    expect([name, JSON.stringify(all.who(name).line.frames)]).not.toEqual([
      name,
      expect.stringMatching(/kanarie/),
    ])
  }
  expect(states(all, 'Riet')).toEqual(['offered', 'offered'])
  await does(all.who('Saskia'), 'publishDecision', { listed: false })
  const told = await sees(all, 'Riet', 'published', ({ council }) => council.published !== null)
  expect(JSON.stringify(told.council)).toMatch(/kanarie.*tweede kanarie/)
  await all.close()
})

test(
  '[H4] the clerk reads, downloads, records and publishes what lies with the council, and hears of nothing else',
  PATIENT,
  async () => {
    const all = await eveningIsOver(house)
    const griet = all.who('Griet')
    const status = async (path: string) => (await griet.visitor.send('GET', path)).status
    expect(griet.line.state().agreements).toEqual({})
    expect(await answer(griet.visitor.send('GET', 'api/package.odt'))).toEqual([409, 'not_offered'])
    expect(await answer(pastes(all, pasted(), 'Griet'))).toEqual([409, 'not_offered'])
    await does(all.who('Saskia'), 'offerSet', {})
    await sees(all, 'Griet', 'offered', ({ agreements }) => Object.keys(agreements).length === 2)
    for (const form of ['odt', 'pdf', 'md', 'json'])
      expect([form, await status(`api/package.${form}`)]).toEqual([form, 200])
    expect(
      await answer(pastes(all, pasted('Wie iets vraagt of inbrengt, krijgt antwoord.'), 'Griet')),
    ).toEqual([201, undefined])
    const { agreements } = await sees(all, 'Griet', 'decided', ({ council }) => council.decision !== null)
    const changed = Object.values(agreements).find(({ state }) => state === 'changed')?.id
    await does(griet, 'explainVerdict', { agreement: changed, by: 'Amendement A2', reason: 'Daarom.' })
    await does(griet, 'publishDecision', { listed: false })

    for (const path of ['balance', 'links', 'export.md', 'export.json', `agreements/${changed}/versions`])
      expect([path, await status(`api/${path}`)]).toEqual([path, 403])
    expect(await griet.visitor.get('api/me')).toMatchObject({ epochs: {} })
    for (const [type, payload] of [
      ['offerSet', {}],
      ['takeBackSet', {}],
      ['takeIntoSet', { agreement: changed }],
      ['announce', { text: 'Hallo' }],
    ] as const)
      expect(await griet.line.command(type, payload)).toMatchObject({ code: 'not_your_role' })
    const heard = JSON.stringify(griet.line.frames.map((frame) => (frame.kind === 'answer' ? null : frame)))
    for (const name of ['Saskia', 'Els', 'Frank', 'Riet', 'Mehmet', 'Tom', 'Olga', 'Ilse']) {
      expect([name, new RegExp(`"${name}`).test(heard)]).toEqual([name, false])
      expect([name, heard.includes(all.who(name).row.id)]).toEqual([name, false])
    }
    await all.close()
  },
)
