import { expect, test } from 'vitest'
import { createWritten } from '../../server/live/written.ts'
import type { ServerFrame } from '../../shared/protocol.ts'
import { atTables, given, grants, mode, raiseToType, starts } from '../domain/support/sentence.ts'
import { PEOPLE } from '../domain/support/world.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine, type Line } from '../support/line.ts'
import { redeem } from '../support/visitor.ts'

const { house } = ownHouse()

const CAST = [
  somebody('Saskia', 'organiser'),
  somebody('Riet'),
  somebody('Mehmet'),
  somebody('Noor', 'interpreter'),
]

/** Everybody in the plenary; Riet has the floor, to type. */
async function rietTypes({ begun = true } = {}) {
  const { people } = await seat(house, CAST)
  const enter = async (name: string): Promise<Line> => {
    const row = people[name]
    if (!row) throw new Error(`${name} is not there`)
    const line = openLine(await redeem(house.link(row)))
    await line.next('welcome')
    return line
  }
  const [saskia, riet, noor] = [await enter('Saskia'), await enter('Riet'), await enter('Noor')]
  await saskia.command('openPlenary', {})
  await riet.command('raiseHand', { room: 'plenary', typed: true })
  await saskia.command('nextTurn', { room: 'plenary' })
  await riet.next('event', ({ recorded }) => recorded.event.type === 'FloorGranted')
  const turn = riet.state().floors['plenary']?.turn?.id ?? ''
  if (begun) await riet.command('startTurn', { room: 'plenary', turn })
  return { people, enter, saskia, riet, noor, turn }
}

const says = (line: Line, frame: object) => line.raw(JSON.stringify(frame))
const kinds = (line: Line, kind: ServerFrame['kind']) => line.frames.filter((frame) => frame.kind === kind)
/** Whatever was sent before has arrived. */
const settled = (line: Line) => line.command('lowerHand', { room: 'plenary' })

test('[F3] what somebody types in their turn is read while they type, within half a second, and in no log', async () => {
  const { people, saskia, riet, turn } = await rietTypes()
  const took: number[] = []
  for (const text of ['Ik', 'Ik zou', 'Ik zou graag', 'Ik zou graag een', 'Ik zou graag een brief']) {
    const began = performance.now()
    says(riet, { kind: 'draft', turn, text })
    expect(await saskia.next('draft', (frame) => frame.text === text)).toEqual({
      kind: 'draft',
      room: 'plenary',
      turn,
      person: people['Riet']?.id,
      text,
    })
    took.push(performance.now() - began)
  }
  expect(took.toSorted((a, b) => a - b)[2]).toBeLessThan(500)
  expect(saskia.state().floors['plenary']?.typed).toEqual([])
})

test('[F9] nothing of it leaves before the turn has begun, from somebody else, or when it is over', async () => {
  const { saskia, riet, noor, turn } = await rietTypes({ begun: false })
  says(riet, { kind: 'draft', turn, text: 'te vroeg' })
  await settled(riet)
  await riet.command('startTurn', { room: 'plenary', turn })
  says(noor, { kind: 'draft', turn, text: 'van een ander' })
  says(riet, { kind: 'draft', turn: 'trn_other', text: 'van een andere beurt' })
  await Promise.all([settled(riet), settled(noor)])
  await riet.command('endTurn', { room: 'plenary', turn })
  says(riet, { kind: 'draft', turn, text: 'te laat' })
  await settled(riet)
  await settled(saskia)
  expect(kinds(saskia, 'draft')).toEqual([])
})

test('who comes in meanwhile reads it too; the writer does not get their own words back', async () => {
  const { enter, riet, turn } = await rietTypes()
  says(riet, { kind: 'draft', turn, text: 'Ik zou graag' })
  await settled(riet)
  const mehmet = await enter('Mehmet')
  expect(await mehmet.next('draft')).toMatchObject({ text: 'Ik zou graag' })
  expect(kinds(riet, 'draft')).toEqual([])
})

test('[S7] an interpreter writes along for the whole room, line by line; nobody else can, and it takes no turn', async () => {
  const { enter, saskia, riet, noor } = await rietTypes()
  says(noor, { kind: 'caption', text: 'Welkom', done: false })
  says(noor, { kind: 'caption', text: 'Welkom allemaal.', done: true })
  says(noor, { kind: 'caption', text: 'We beginnen', done: false })
  says(riet, { kind: 'caption', text: 'niet van een tolk', done: true })
  await riet.next('caption', ({ text }) => text === 'We beginnen')
  await Promise.all([settled(riet), settled(saskia)])
  const read = (line: Line) =>
    kinds(line, 'caption').map((frame) => (frame.kind === 'caption' ? [frame.line, frame.text] : []))
  expect(read(saskia)).toEqual([
    [1, 'Welkom'],
    [1, 'Welkom allemaal.'],
    [2, 'We beginnen'],
  ])
  const mehmet = await enter('Mehmet')
  await mehmet.next('caption', ({ line }) => line === 2)
  expect(read(mehmet)).toEqual([
    [1, 'Welkom allemaal.'],
    [2, 'We beginnen'],
  ])
  expect(saskia.state().floors['plenary']?.turn?.person).toBe(riet.state().floors['plenary']?.turn?.person)
  expect(read(noor)).toEqual([])
})

test('[T3] what is typed at one table is read there, by whoever leads it and by the organiser, and at no other table', () => {
  const told = given(
    atTables,
    mode('firstCome', 't1'),
    raiseToType('Ans'),
    grants('Ans', 't1'),
    starts('Ans'),
  )
  const got: string[] = []
  const viewers = new Set(
    PEOPLE.map(({ id }) => ({
      person: id,
      seq: 0,
      send: (frame: ServerFrame) => void got.push(`${id} ${frame.kind}`),
      close: () => undefined,
    })),
  )
  const written = createWritten(viewers, () => told.state)
  const turn = told.state.floors['t1']?.turn?.id ?? ''
  written.draft('Ans', turn, 'Aan onze tafel')
  expect(got).toEqual(['Olga draft', 'Femke draft', 'Eva draft', 'Kees draft'])
  // the interpreter has no seat, and so sits in the plenary: nobody at a table reads along
  got.length = 0
  written.caption('Tariq', 'In de zaal', true)
  expect(got.filter((one) => /Ans|Eva|Bram|Femke|Frank/.test(one))).toEqual([])
})
