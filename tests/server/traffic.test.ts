import { expect, test } from 'vitest'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine, type Line } from '../support/line.ts'
import { until } from '../support/until.ts'
import { redeem } from '../support/visitor.ts'

const { house } = ownHouse()

/** What one of those who look on gets, on average, and how often. */
interface Traffic {
  bytes: number
  messages: number
}

/** So many people in a lobby: what each step of an evening sends to each of them. */
async function evening(people: number): Promise<Record<'opening' | 'hand' | 'camera' | 'second', Traffic>> {
  const names = Array.from({ length: people }, (_, i) => somebody(`Inwoner ${i + 1}`))
  const { people: seated } = await seat(house, [somebody('Saskia', 'organiser'), ...names])
  const lines = await Promise.all(
    Object.values(seated).map(async (row) => {
      const line = openLine(await redeem(house.link(row)))
      await line.next('welcome')
      return line
    }),
  )
  const [organiser, actor, ...others] = lines
  if (!organiser || !actor) throw new Error('nobody there')
  const got = { bytes: 0, messages: 0 }
  for (const { ws } of others)
    ws.on('message', (data: Buffer) => {
      got.bytes += data.length
      // a line is asked whether it is there when its time has come, whatever else happens
      if (!data.includes('"kind":"ping"')) got.messages += 1
    })
  const during = async (work: () => Promise<unknown>, done: () => boolean): Promise<Traffic> => {
    await settled(got)
    got.bytes = got.messages = 0
    await work()
    await until('everybody knows', done)
    await settled(got)
    return { bytes: got.bytes / others.length, messages: got.messages / others.length }
  }
  const all = (know: (line: Line) => boolean) => () => others.every(know)
  const opening = await during(
    () => organiser.command('openPlenary', {}),
    all((line) => line.state().phase.name === 'plenary'),
  )
  const hand = await during(
    () => actor.command('raiseHand', { room: 'plenary' }),
    all((line) => line.state().floors['plenary']?.queue.length === 1),
  )
  const status = { room: null, microphone: 'off', camera: 'on', media: 'on', screen: 'room' }
  const camera = await during(
    () => Promise.resolve(actor.raw(JSON.stringify({ kind: 'status', status }))),
    all(({ frames }) => JSON.stringify(frames.slice(-4)).includes('"camera":"on"')),
  )
  const second = await during(
    () => new Promise((resolve) => setTimeout(resolve, 2_000)),
    () => true,
  )
  await Promise.all(lines.map((line) => line.close()))
  return { opening, hand, camera, second }
}

/** Nothing comes any more. */
async function settled(got: Traffic): Promise<void> {
  let before = -1
  await until('it is quiet', async () => {
    const quiet = got.messages === before
    before = got.messages
    await new Promise((resolve) => setTimeout(resolve, 300))
    return quiet
  })
}

test('what each is sent does not grow with how many there are: four times the people, four times the traffic', async () => {
  const [few, many] = [await evening(20), await evening(80)]
  for (const step of ['opening', 'hand', 'camera'] as const) {
    expect(many[step].messages, step).toBeLessThanOrEqual(few[step].messages * 1.1)
    expect(many[step].bytes, step).toBeLessThan(few[step].bytes * 1.25 + 20)
    expect(few[step].messages, step).toBeGreaterThan(0.9)
  }
  // with nobody speaking nobody's time changes, so there is nothing to tell
  expect(many.second.messages).toBe(0)
}, 120_000)
