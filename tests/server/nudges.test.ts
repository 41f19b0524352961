import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { threeInPlenary } from '../support/three.ts'

const { house } = ownHouse()

test('[S6] who talks on and on is asked in private, once; the answer stays theirs and survives a reload', async () => {
  const three = await threeInPlenary(house)
  const { session } = three
  const { row: Riet, line: riet } = three.riet
  const [saskia, mehmet] = [three.saskia.line, three.mehmet.line]
  await saskia.command('setMode', { room: 'plenary', mode: 'free' })

  const now = Date.now()
  for (const listener of house.media.listeners) {
    listener.spoke?.(session, 'plenary', Riet.id, now - 181_000, now)
  }
  await riet.next('event', ({ recorded: { event } }) => event.type === 'Nudged' && event.why === 'long')
  expect(await riet.command('answerNudge', { answer: 'point' })).toMatchObject({ ok: true })
  await pause(2_500)
  const asked = riet.frames.filter(
    (frame) => frame.kind === 'event' && frame.recorded.event.type === 'Nudged',
  )
  expect(asked).toHaveLength(1)
  for (const other of [saskia, mehmet]) {
    await other.next('event', ({ recorded }) => recorded.seq === riet.state().seq)
    expect(JSON.stringify(other.frames)).not.toMatch(/Nudge|"point"/)
    expect(other.state().nudges).toEqual({})
  }

  await riet.close()
  const again = openLine(three.riet.visitor)
  await again.next('welcome')
  expect(again.state().nudges[Riet.id]).toMatchObject({ why: 'long', answer: 'point' })
  for (const line of [saskia, mehmet, again]) await line.close()
})
