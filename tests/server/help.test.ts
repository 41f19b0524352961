import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine, type Line } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'

const { house } = ownHouse()

/** An organiser, a resident, their neighbour and helpers; one of these is on the line; the plenary is open. */
async function inPlenary() {
  const { people } = await seat(house, [
    somebody('Saskia', 'organiser'),
    somebody('Riet'),
    somebody('Mehmet'),
    somebody('Tom', 'helper'),
    somebody('Ria', 'helper'),
    somebody('Gijs', 'helper'),
  ])
  const idOf = (name: string) => people[name]?.id ?? ''
  const enter = async (name: string): Promise<Line> => {
    const row = people[name]
    if (!row) throw new Error(`${name} is not there`)
    const line = openLine(await redeem(house.link(row)))
    await line.next('welcome')
    return line
  }
  const [saskia, riet, mehmet, tom] = [
    await enter('Saskia'),
    await enter('Riet'),
    await enter('Mehmet'),
    await enter('Tom'),
  ]
  await saskia.command('openPlenary', {})
  return { idOf, enter, saskia, riet, mehmet, tom }
}

const told = (line: Line, type: string) =>
  line.frames.filter((frame) => frame.kind === 'event' && frame.recorded.event.type === type)

test('from the press on "hulp" to the screen of the helper it takes less than a second', async () => {
  const { idOf, riet, tom } = await inPlenary()
  const took: number[] = []
  for (let asked = 0; asked < 5; asked++) {
    const seen = tom.next('event', ({ recorded }) => recorded.event.type === 'HelpAsked')
    const pressed = performance.now()
    void riet.command('askHelp', { note: 'Ik hoor niets' })
    await seen
    took.push(performance.now() - pressed)
    await tom.command('closeHelp', { person: idOf('Riet') })
    tom.frames.length = 0
  }
  expect(took.toSorted((a, b) => a - b)[2]).toBeLessThan(1_000)
})

test('the number to call back goes to helpers, also to one who comes later, and to nobody else', async () => {
  const { idOf, enter, saskia, riet, mehmet, tom } = await inPlenary()
  const call = (number: string) => riet.raw(JSON.stringify({ kind: 'callBack', number }))
  // without a call for help it goes nowhere
  call('06 11 11 11 11')
  await riet.command('askHelp', { note: '' })
  const heard = tom.next('callBack')
  call('06 12 34 56 78')
  expect(await heard).toEqual({ kind: 'callBack', person: idOf('Riet'), number: '06 12 34 56 78' })
  const ria = await enter('Ria')
  await ria.next('callBack')
  await Promise.all([saskia, mehmet, riet].map((line) => line.command('lowerHand', { room: 'plenary' })))
  for (const line of [saskia, mehmet, riet])
    expect(line.frames.filter(({ kind }) => kind === 'callBack')).toEqual([])
  await riet.command('closeHelp', { person: idOf('Riet') })
  const later = await enter('Gijs')
  await later.command('closeHelp', { person: idOf('Riet') })
  expect(later.frames.filter(({ kind }) => kind === 'callBack')).toEqual([])
})

test('device, test sound and typed words go between the two, and nowhere else', async () => {
  const { idOf, enter, saskia, riet, mehmet, tom } = await inPlenary()
  const ria = await enter('Ria')
  const says = (line: Line, frame: object) => line.raw(JSON.stringify(frame))
  const types = (line: Line, text: string) =>
    says(line, { kind: 'apart', person: idOf('Riet'), id: randomUUID(), text })
  await riet.command('askHelp', { note: '' })
  // nobody helps yet: there is nobody to type to
  types(riet, 'Is daar iemand?')
  const seen = ria.next('ownDevice')
  const device = { kind: 'phone', browser: 'safari', tones: 'untried' } as const
  says(riet, { kind: 'ownDevice', device })
  expect(await seen).toEqual({ kind: 'ownDevice', person: idOf('Riet'), device })
  await tom.command('takeHelp', { person: idOf('Riet') })
  const sounds = riet.next('tones')
  says(ria, { kind: 'tones', person: idOf('Riet') })
  says(tom, { kind: 'tones', person: idOf('Riet') })
  expect(await sounds).toEqual({ kind: 'tones', by: idOf('Tom') })
  types(ria, 'Ik lees mee')
  types(mehmet, 'Ik ook')
  const typed = riet.next('apart')
  types(tom, 'Ziet u een tandwiel?')
  expect((await typed).line).toMatchObject({ by: idOf('Tom'), text: 'Ziet u een tandwiel?' })
  const answered = tom.next('apart', ({ line }) => line.by === idOf('Riet'))
  types(riet, 'Ja, rechtsboven')
  await answered
  await tom.command('passHelp', { person: idOf('Riet'), helper: idOf('Ria') })
  const later = await enter('Gijs')
  await Promise.all(
    [saskia, mehmet, riet, ria, later].map((line) => line.command('lowerHand', { room: 'plenary' })),
  )
  const kinds = (line: Line) =>
    line.frames.map(({ kind }) => kind).filter((kind) => kind === 'apart' || kind === 'tones')
  expect([riet, tom, ria, later, saskia, mehmet].map((line) => kinds(line).join(' '))).toEqual([
    'tones apart apart',
    'apart apart',
    '',
    '',
    '',
    '',
  ])
  for (const line of [saskia, mehmet, riet])
    expect(line.frames.filter(({ kind }) => kind === 'ownDevice')).toEqual([])
  expect(later.frames.filter(({ kind }) => kind === 'ownDevice')).toHaveLength(1)
})

test('a talk apart is told to the two, and the neighbour at the table knows nothing of it', async () => {
  const { idOf, riet, mehmet, tom } = await inPlenary()
  await riet.command('askHelp', { note: '' })
  await tom.command('takeHelp', { person: idOf('Riet') })
  const opened = riet.next('event', ({ recorded }) => recorded.event.type === 'AsideOpened')
  await tom.command('openAside', { person: idOf('Riet') })
  await opened
  await riet.command('setAside', { speaks: true, screen: false })
  await tom.next('event', ({ recorded }) => recorded.event.type === 'AsideSet')
  await riet.next('event', ({ recorded }) => recorded.event.type === 'AsideSet')
  await mehmet.command('lowerHand', { room: 'plenary' })
  expect([
    told(tom, 'AsideSet').length,
    told(riet, 'AsideSet').length,
    told(mehmet, 'AsideSet').length,
  ]).toEqual([1, 1, 0])
  expect(JSON.stringify(mehmet.frames)).not.toContain('Aside')
})
