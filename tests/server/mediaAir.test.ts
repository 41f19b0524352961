import { afterAll, beforeAll, expect, test } from 'vitest'
import { atTables } from '../domain/support/sentence.ts'
import { atRate, readWav } from '../bench/wav.ts'
import { throughRoom } from '../support/air.ts'
import { BOT_RATE } from '../support/bot.ts'
import { sessionsIn, startMediaWorld, type MediaWorld } from '../support/media.ts'
import { until } from '../support/until.ts'

let world: MediaWorld
beforeAll(async () => {
  world = await startMediaWorld()
})
afterAll(() => world.close())

const WORDS = atRate(readWav('tests/support/voices/samen-zoeken.wav'), BOT_RATE)

test('[S1] two devices in one room: the words are credited once, and it is told whose devices they are', async () => {
  const { state } = sessionsIn(world)(atTables)
  const [ans, eva] = await Promise.all([
    world.join(state(), 'Ans', { hears: false }),
    world.join(state(), 'Eva', { hears: false }),
  ])
  await Promise.all([ans.publish(), eva.publish()])
  const isMeasured = () =>
    world.told.some((one) => one.kind === 'measuring' && one.room === 't1' && one.measuring)
  await until('the table is measured', isMeasured, 10_000)
  const said = () => {
    const sum: Record<string, number> = {}
    for (const one of world.told)
      if (one.kind === 'spoke') sum[one.person] = (sum[one.person] ?? 0) + one.endMs - one.startMs
    return sum
  }
  ans.play(WORDS)
  eva.play(throughRoom(WORDS, { rate: BOT_RATE, delayMs: 40 }))
  await until('what was said is counted', () => (said()['Ans'] ?? 0) > 2_500, 15_000)
  await until('it is told', () => world.told.some(({ kind }) => kind === 'throughAir'), 5_000)
  expect(world.told.find(({ kind }) => kind === 'throughAir')).toMatchObject({
    room: 't1',
    people: ['Eva', 'Ans'],
  })
  // not the first second either: it was held until it was sure whose it is
  expect(said()['Eva'] ?? 0).toBeLessThan(250)
})
