import { afterEach, expect, test } from 'vitest'
import type { Bus } from '../../server/bus/bus.ts'
import { MOMENT } from '../../server/live/moments.ts'
import { seat, somebody } from '../support/house.ts'
import { openLine, type Line } from '../support/line.ts'
import { at, goesTo } from '../support/nodes.ts'
import { ownNodes } from '../support/ownNodes.ts'
import { threeInPlenary } from '../support/three.ts'
import { until } from '../support/until.ts'
import { redeem } from '../support/visitor.ts'

/** Hints between nodes may come twice, or not at all. */
let times = 1
afterEach(() => void (times = 1))
const weather = (bus: Bus): Bus => ({
  ...bus,
  publish(topic, message) {
    const often = topic.name === MOMENT.name ? times : 1
    for (let i = 0; i < often; i++) bus.publish(topic, message)
  },
})
const nodes = ownNodes(weather)

const lines = ({ frames }: Line) =>
  frames.flatMap((frame) => (frame.kind === 'caption' ? [[frame.line, frame.text]] : []))

test('a line of an interpreter that is told twice is shown once at another node', async () => {
  const cast = [somebody('Saskia', 'organiser'), somebody('Riet'), somebody('Noor', 'interpreter')]
  const { people } = await seat(nodes.a, cast)
  const visitor = (name: string) => redeem(nodes.a.link(people[name]!))
  const [saskia, riet, noor] = [
    openLine(await visitor('Saskia')),
    openLine(at(nodes.b, await visitor('Riet'))),
    openLine(await visitor('Noor')),
  ]
  for (const line of [saskia, riet, noor]) await line.next('welcome')
  await saskia.command('openPlenary', {})
  await until('Riet is in the plenary', () => riet.state().phase.name === 'plenary')
  times = 2
  const says = (text: string, done: boolean) => noor.raw(JSON.stringify({ kind: 'caption', text, done }))
  says('Welkom allemaal.', true)
  says('We beginnen', false)
  await riet.next('caption', ({ text }) => text === 'We beginnen')
  expect(lines(riet)).toEqual([
    [1, 'Welkom allemaal.'],
    [2, 'We beginnen'],
  ])
  for (const line of [saskia, riet, noor]) await line.close()
})

test('[S8] a room of which a node did not hear that it is not measured is known there as soon as it finds that it missed something', async () => {
  const { session, saskia, riet, mehmet } = await threeInPlenary(nodes.a)
  await goesTo(nodes.b, saskia)
  const now = Date.now()
  const [listener] = nodes.a.media.listeners
  listener?.measuring?.(session, 'plenary', true, now - 10_000)
  times = 0
  listener?.measuring?.(session, 'plenary', false, now - 5_000)
  listener?.speaking?.(session, 'plenary', [mehmet.row.id])
  times = 1
  listener?.muted?.(session, 'plenary', mehmet.row.id, now - 5_000)
  const meter = () => saskia.line.frames.findLast((frame) => frame.kind === 'meter')?.meter
  await until('the gap is known', () => meter()?.gaps.includes('plenary'), 15_000)
  await saskia.line.next('speaking', ({ people }) => people.includes(mehmet.row.id))
  listener?.measuring?.(session, 'plenary', true, now)
  await until('it is over', () => meter()?.gaps.length === 0)
  expect(meter()?.incomplete).toEqual(['plenary'])
  for (const { line } of [saskia, riet, mehmet]) await line.close()
})

test('[S8] what was told of speaking time while hints were lost is read as soon as a node finds that it missed something', async () => {
  const { session, saskia, riet, mehmet } = await threeInPlenary(nodes.a)
  await goesTo(nodes.b, riet)
  await saskia.line.command('setMode', { room: 'plenary', mode: 'free' })
  await until('the mode has come', () => riet.line.state().floors['plenary']?.mode === 'free')
  const now = Date.now()
  const [listener] = nodes.a.media.listeners
  listener?.measuring?.(session, 'plenary', true, now - 10_000)
  listener?.measuring?.(session, 'plenary', false, now - 5_000)
  await riet.line.next('meter', ({ meter }) => meter.gaps.includes('plenary'))
  times = 0
  listener?.measuring?.(session, 'plenary', true, now)
  listener?.spoke?.(session, 'plenary', riet.row.id, now + 1_000, now + 4_000)
  times = 1
  listener?.spoke?.(session, 'plenary', riet.row.id, now + 10_000, now + 12_000)
  const meter = () => riet.line.frames.findLast((frame) => frame.kind === 'meter')?.meter
  await until('both stretches count', () => meter()?.own?.spokenMs === 5_000, 15_000)
  await until('the gap is over', () => meter()?.gaps.length === 0, 15_000)
  for (const { line } of [saskia, riet, mehmet]) await line.close()
})
