import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { Bus } from '../../server/bus/bus.ts'
import { MOMENT } from '../../server/live/moments.ts'
import { seat, somebody } from '../support/house.ts'
import { openLine, type Line } from '../support/line.ts'
import { at } from '../support/nodes.ts'
import { ownNodes } from '../support/ownNodes.ts'
import { until } from '../support/until.ts'
import { redeem } from '../support/visitor.ts'

/** Whoever asks for help and whoever helps them may be at different nodes. */
let isLost = false
const nodes = ownNodes((bus: Bus) => ({
  ...bus,
  publish: (topic, message) =>
    isLost && topic.name === MOMENT.name ? undefined : bus.publish(topic, message),
}))
const open: Line[] = []
afterEach(async () => {
  isLost = false
  await Promise.all(open.splice(0).map((line) => line.close()))
})

/** Tom helps at the first node, which leads; Riet is at the second, and asks for help there. */
async function helped() {
  const { people } = await seat(nodes.a, [
    somebody('Saskia', 'organiser'),
    somebody('Riet'),
    somebody('Tom', 'helper'),
  ])
  const enter = async (name: string, house: typeof nodes.a): Promise<Line> => {
    const line = openLine(at(house, await redeem(nodes.a.link(people[name]!))))
    open.push(line)
    await line.next('welcome')
    return line
  }
  const saskia = await enter('Saskia', nodes.a)
  const tom = await enter('Tom', nodes.a)
  const riet = await enter('Riet', nodes.b)
  await saskia.command('openPlenary', {})
  await until('Riet is in the plenary', () => riet.state().phase.name === 'plenary')
  const person = people['Riet']!.id
  const says = (line: Line, frame: object) => line.raw(JSON.stringify(frame))
  return {
    riet,
    tom,
    person,
    helper: people['Tom']!.id,
    says,
    types: (line: Line, text: string) => says(line, { kind: 'apart', person, id: randomUUID(), text }),
  }
}

const typed = ({ frames }: Line) =>
  frames.flatMap((frame) => (frame.kind === 'apart' ? [frame.line.text] : []))

test('(29) device, number, test sound and typed words go between two nodes, also right behind the call they are of', async () => {
  const { riet, tom, person, helper, says, types } = await helped()
  await riet.command('askHelp', { note: '' })
  const device = { kind: 'phone', browser: 'safari', tones: 'untried' } as const
  says(riet, { kind: 'ownDevice', device })
  says(riet, { kind: 'callBack', number: '06 12 34 56 78' })
  expect(await tom.next('ownDevice')).toEqual({ kind: 'ownDevice', person, device })
  expect(await tom.next('callBack')).toEqual({ kind: 'callBack', person, number: '06 12 34 56 78' })
  await tom.command('takeHelp', { person })
  says(tom, { kind: 'tones', person })
  types(tom, 'Hoort u drie tonen?')
  expect(await riet.next('tones')).toEqual({ kind: 'tones', by: helper })
  await riet.next('apart')
  await until('Riet knows who helps', () => riet.state().help[0]?.takenBy === helper)
  says(riet, { kind: 'ownDevice', device: { ...device, tones: 'heard' } })
  types(riet, 'Ja, alle drie')
  await tom.next('ownDevice', (frame) => frame.device.tones === 'heard')
  for (const line of [tom, riet]) await line.next('apart', (frame) => frame.line.by === person)
  expect([typed(tom), typed(riet)]).toEqual([
    ['Hoort u drie tonen?', 'Ja, alle drie'],
    ['Hoort u drie tonen?', 'Ja, alle drie'],
  ])
})

test('what was typed while hints were lost is told by whoever knows it, also to the node that leads', async () => {
  const { riet, tom, person, helper, types } = await helped()
  await riet.command('askHelp', { note: '' })
  await until('Tom knows the call', () => tom.state().help.length === 1)
  await tom.command('takeHelp', { person })
  await until('Riet knows who helps', () => riet.state().help[0]?.takenBy === helper)
  isLost = true
  types(riet, 'Ik hoor niets meer')
  types(tom, 'Bent u er nog?')
  await Promise.all([riet.next('apart'), tom.next('apart')])
  isLost = false
  types(riet, 'Hallo?')
  types(tom, 'Riet?')
  const all = ['Bent u er nog?', 'Hallo?', 'Ik hoor niets meer', 'Riet?']
  for (const line of [riet, tom])
    await until('everything typed is there', () => typed(line).toSorted().join() === all.join(), 25_000)
}, 60_000)
