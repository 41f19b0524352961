import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ImportReply, LinkRow } from '../../shared/protocol.ts'
import { CLOSE } from '../../shared/wire.ts'
import { does } from '../support/agreeing.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { excelOf } from '../support/sheets.ts'
import type { Present } from '../support/three.ts'
import { redeem } from '../support/visitor.ts'

const { house } = ownHouse()

async function present(people: ReturnType<typeof somebody>[]) {
  const seated = await seat(house, people)
  const all: Record<string, Present> = {}
  for (const { name } of people) {
    const row = seated.people[name]
    if (!row) throw new Error(`${name} is not there`)
    const visitor = await redeem(house.link(row))
    const line = openLine(visitor)
    await line.next('welcome')
    all[name] = { row, visitor, line }
  }
  const at = (name: string): Present => {
    if (!all[name]) throw new Error(`${name} is not there`)
    return all[name]
  }
  return {
    at,
    dialogue: seated.dialogue,
    close: () => Promise.all(Object.values(all).map(({ line }) => line.close())),
  }
}
const cast = () => [
  somebody('Saskia', 'organiser'),
  somebody('Els', 'facilitator'),
  somebody('Riet'),
  somebody('Bo'),
]

const sends = async ({ visitor }: Present, text: string, check = false) =>
  (await (await visitor.send('POST', 'api/people', { text, check })).json()) as ImportReply
const links = ({ visitor }: Present) => visitor.get<LinkRow[]>('api/links')

test('a list that is read again says what it will do, does just that, and leaves every link as it is', async () => {
  const { at, close } = await present([somebody('Saskia', 'organiser')])
  const saskia = at('Saskia')
  const list = (group: string) =>
    `naam;groep;e-mail\nAnne;inwoner;anne@voorbeeld.nl\nAnne;raad;\nBo;${group};`
  await sends(saskia, list('inwoner'))
  const before = await links(saskia)
  expect((await sends(saskia, list('inwoner'), true)).plan).toEqual({
    fresh: 0,
    known: 3,
    changed: [],
    out: [],
    twice: 0,
  })
  const again = `${list('college')}\nCor;raad;`
  const bo = before.find(({ name }) => name === 'Bo')
  const was = { name: 'Bo', role: 'participant', group: 'inwoner', mail: null }
  const plan = {
    fresh: 1,
    known: 2,
    changed: [{ person: bo?.person, was, becomes: { ...was, group: 'college' } }],
    out: [],
    twice: 0,
  }
  expect((await sends(saskia, again, true)).plan).toEqual(plan)
  expect(await links(saskia)).toEqual(before)
  expect((await sends(saskia, again)).plan).toEqual(plan)
  const after = await links(saskia)
  expect(after.slice(0, 4).map(({ url }) => url)).toEqual(before.map(({ url }) => url))
  expect(after.map(({ name, group }) => `${name} ${group}`)).toEqual([
    'Saskia null',
    'Anne inwoner',
    'Anne 2 raad',
    'Bo college',
    'Cor raad',
  ])
  await close()
})

test('the same list sent twice at once comes in once', async () => {
  const { at, close } = await present([somebody('Saskia', 'organiser')])
  await Promise.all([sends(at('Saskia'), 'Riet;inwoner'), sends(at('Saskia'), 'Riet;inwoner')])
  expect((await links(at('Saskia'))).map(({ name }) => name)).toEqual(['Saskia', 'Riet'])
  await close()
})

test('a pasted list of more lines than anybody invites is not read at all, for everybody would wait for it', async () => {
  const { at, close } = await present([somebody('Saskia', 'organiser')])
  const sent = await at('Saskia').visitor.send('POST', 'api/people', {
    text: 'x;inwoner\n'.repeat(20_000),
    check: true,
  })
  expect([sent.status, await sent.json()]).toEqual([409, { error: 'too_big' }])
  await close()
})

test('what was written to a file is read back without a change, and a formula in it is none', async () => {
  const { at, close } = await present([somebody('Saskia', 'organiser')])
  const saskia = at('Saskia')
  const odd = ['=1+1', '+31 6', '-Riet', '@Bo', '"Vos; Riet"', '"Riet ""An"" Bo"']
  await sends(saskia, odd.map((name) => `${name};inwoner`).join('\n'))
  const file = await (await saskia.visitor.send('GET', 'api/people.csv')).text()
  for (const cell of file.split(/[;\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@\t\r]/)
  expect(file).toContain("'=1+1")
  expect((await sends(saskia, file, true)).plan).toMatchObject({ fresh: 0, known: 7, changed: [] })
  expect(await links(saskia)).toHaveLength(7)
  await close()
})

test('a file from Excel becomes lines to look at; what is none is refused with a word why; nobody else may send one', async () => {
  const { at, close } = await present(cast())
  const send = ({ visitor: { cookie, home } }: Present, bytes: Uint8Array<ArrayBuffer>) =>
    fetch(new URL('api/people/file', home), {
      method: 'POST',
      headers: { cookie, origin: new URL(home).origin, 'content-type': 'application/octet-stream' },
      body: bytes,
    })
  const read = await send(
    at('Saskia'),
    excelOf([
      ['Naam', 'Groep'],
      ['Zoë', 'raadsleden'],
    ]),
  )
  expect(await read.json()).toEqual({ text: 'Naam;Groep\nZoë;raadsleden' })
  const refused = await send(at('Saskia'), new Uint8Array([0x89, 0x50, 0, 1]))
  expect([refused.status, await refused.json()]).toEqual([409, { error: 'not_a_document' }])
  expect((await send(at('Saskia'), new Uint8Array(3 * 1024 * 1024))).status).toBe(413)
  expect((await send(at('Riet'), excelOf([['Riet']]))).status).toBe(403)
  expect((await at('Riet').visitor.send('GET', 'api/people.csv')).status).toBe(403)
  await close()
})

test('a name that the organiser changes shows everywhere at once, and another role lets in where that role may', async () => {
  const { at, close } = await present(cast())
  const { row } = at('Riet')
  const as = (more: object) => ({
    changes: [{ person: row.id, name: 'Margriet', role: 'participant', group: 'raad', ...more }],
  })
  await does(at('Saskia'), 'changePeople', as({}))
  await expect
    .poll(() => at('Bo').line.state().people[row.id])
    .toMatchObject({ name: 'Margriet', group: 'raad' })
  expect((await links(at('Saskia'))).find(({ person }) => person === row.id)).toMatchObject({
    name: 'Margriet',
    group: 'raad',
  })
  expect((await at('Riet').visitor.get<{ person: object }>('api/me')).person).toMatchObject({
    name: 'Margriet',
  })
  expect((await at('Riet').visitor.send('GET', 'api/links')).status).toBe(403)
  await does(at('Saskia'), 'changePeople', as({ role: 'organiser', group: null }))
  expect((await at('Riet').visitor.send('GET', 'api/links')).status).toBe(200)
  await close()
})

test('whoever is taken out is told so and is shut out at once, also by their link; taken back, the same link lets them in', async () => {
  const { at, close } = await present(cast())
  const riet = at('Riet')
  const { row, visitor, line } = riet
  await does(at('Saskia'), 'takeOut', { person: row.id })
  expect(await line.closed).toBe(CLOSE.takenOut)
  expect((await visitor.send('GET', 'api/me')).status).toBe(401)
  const shut = await fetch(house.link(row))
  expect([shut.status, await shut.text()]).toEqual([410, expect.stringContaining('taken_out')])
  expect((await links(at('Saskia'))).map(({ name }) => name)).toEqual(['Saskia', 'Els', 'Bo'])
  expect((await sends(at('Saskia'), 'Riet;inwoner', true)).plan).toMatchObject({ fresh: 0, out: ['Riet'] })
  await does(at('Saskia'), 'takeBack', { person: row.id })
  const back = openLine(await redeem(house.link(row)))
  await back.next('welcome')
  await back.close()
  await close()
})

test('whoever was taken out can still be erased, and comes back by no list and no press after that', async () => {
  const { at, close } = await present(cast())
  const [saskia, { row }] = [at('Saskia'), at('Riet')]
  await does(saskia, 'takeOut', { person: row.id })
  expect((await saskia.visitor.send('DELETE', `api/people/${row.id}`)).status).toBe(200)
  expect((await sends(saskia, 'Riet;inwoner', true)).plan).toMatchObject({ fresh: 1, out: [] })
  const again = openLine(saskia.visitor, { takeOver: true })
  await again.next('welcome')
  expect(again.state().takenOut).toEqual([])
  await again.close()
  await close()
})

test('a command of somebody who has just been taken out does nothing', async () => {
  const { at, dialogue, close } = await present(cast())
  const { row } = at('Riet')
  const session = await house.open.sessions.of(dialogue)
  const run = (actor: string, command: object) =>
    session?.run({ actor, command: command as never, commandId: randomUUID() })
  const [, said] = await Promise.all([
    run(at('Saskia').row.id, { type: 'takeOut', payload: { person: row.id } }),
    run(row.id, { type: 'join', payload: {} }),
  ])
  expect(said).toEqual({ ok: false, code: 'no_such_person' })
  await close()
})
