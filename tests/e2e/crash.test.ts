import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Voice } from '../../server/voices/voice.ts'
import { gather, split, voicesAt } from '../support/meeting.ts'
import { until } from '../support/until.ts'
import type { Meeting } from '../support/meeting.ts'
import { startProduct } from '../support/product.ts'
import type { Product } from '../support/product.ts'
import { redeem } from '../support/visitor.ts'

let product: Product
let meeting: Meeting

beforeAll(async () => {
  product = await startProduct()
  meeting = await gather(product, { browsersAtTable: [] })
  await meeting.direct(meeting.organiser, 'openPlenary', {})
  await split(meeting)
}, 600_000)
afterAll(async () => {
  await meeting?.close()
  await product?.stop()
}, 120_000)

/** Kills the server while `work` goes on, and waits until the organiser is connected to the new one. */
async function killDuring(work: () => Promise<unknown>): Promise<void> {
  const going = work()
  await pause(400)
  const frames = meeting.frames.get(meeting.organiser.person) ?? []
  const welcomes = () => frames.filter((frame) => frame.kind === 'welcome').length
  const before = welcomes()
  product.killServer()
  await going
  await until('the organiser is back', () => welcomes() > before, 30_000)
}

test('[F2] kill -9 in the middle: every acknowledged hand, seat and turn is there after the restart', async () => {
  const room = meeting.state().tableOrder[0] ?? ''
  const here = voicesAt(meeting, room)
  const facilitator = meeting.facilitators.find(({ person }) =>
    meeting.state().tables[room]?.facilitators.includes(person),
  ) as Voice
  await meeting.direct(facilitator, 'setMode', { room, mode: 'firstCome' })
  await meeting.direct(here[0] as Voice, 'raiseHand', { room })
  await meeting.direct(facilitator, 'nextTurn', { room })
  const turn = await until('the floor is offered', () => meeting.state().floors[room]?.turn, 20_000)
  await meeting.direct(here[0] as Voice, 'startTurn', { room, turn: turn.id })
  const seats = meeting.state().seating?.seats
  const up = new Map<string, boolean>()
  /** Asked and not answered: it may have been written or not. */
  const open = new Set<string>()

  await killDuring(async () => {
    const late = Date.now() + 1_500
    for (let round = 0; Date.now() < late; round += 1)
      for (const voice of here.slice(1)) {
        const type = round % 2 === 0 ? 'raiseHand' : 'lowerHand'
        open.add(voice.person)
        const answer = await voice.send(type, { room })
        if (!answer.ok) return
        open.delete(voice.person)
        up.set(voice.person, type === 'raiseHand')
      }
  })

  // whoever asked for something hears the answer before anybody hears the event; one answer later the organiser knows it too
  await meeting.organiser.send('openPlenary', {})
  const after = meeting.state()
  expect(after.floors[room]?.turn?.id).toBe(turn.id)
  expect(after.seating?.seats).toEqual(seats)
  const queue = after.floors[room]?.queue.map((hand) => hand.person) ?? []
  const certain = [...up].filter(([person]) => !open.has(person))
  expect(certain.length).toBeGreaterThan(0)
  for (const [person, raised] of certain) expect([person, queue.includes(person)]).toEqual([person, raised])
})

test('kill -9 while somebody types: every acknowledged keystroke is in the export', async () => {
  const room = meeting.state().tableOrder[1] ?? ''
  const writer = voicesAt(meeting, room)[0] as Voice
  const typed: string[] = []
  await writer.type('Dit stond er al.')
  typed.push('Dit stond er al.')
  await killDuring(async () => {
    for (let line = 1; line <= 6; line += 1) {
      const text = `Regel ${line} is bewaard.`
      const stored = await writer.type(text).then(
        () => true,
        () => false,
      )
      if (stored) typed.push(text)
      // the server needs a while to be back
      else await pause(2_000)
    }
  })
  const organiser = await until(
    'the organiser may read',
    () => redeem(product.links.organiser).catch(() => null),
    30_000,
  )
  const json = await organiser.text('api/export.json')
  expect(typed.length).toBeGreaterThan(1)
  for (const text of typed) expect(json).toContain(text)
})
