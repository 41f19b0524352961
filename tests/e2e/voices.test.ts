import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVoice } from '../../server/voices/voice.ts'
import type { Voice } from '../../server/voices/voice.ts'
import { loadSentences } from '../../server/voices/sound.ts'
import { startProduct } from '../support/product.ts'
import type { Product } from '../support/product.ts'
import { until } from '../support/until.ts'

let product: Product
let organiser: Voice
let riet: Voice
let mehmet: Voice
const [sentence] = loadSentences()

beforeAll(async () => {
  product = await startProduct()
  const [first = '', second = ''] = product.links.participant
  organiser = await createVoice({ link: product.links.organiser, name: 'Saskia' })
  riet = await createVoice({ link: first, name: 'Riet' })
  mehmet = await createVoice({ link: second, name: 'Mehmet', hear: true })
  await until('the organiser knows the session', () => organiser.state() !== null, 8_000)
  expect(await organiser.send('openPlenary', {})).toEqual({ ok: true })
})
afterAll(async () => {
  await Promise.allSettled([organiser, riet, mehmet].map((voice) => voice?.close()))
  await product?.stop()
})

describe('a simulated participant', () => {
  it('takes a turn as a person does, and is heard for as long as it speaks', async () => {
    if (!sentence) throw new Error('there are no sentences')
    await until(
      'both are in the plenary',
      () => riet.room() === 'plenary' && mehmet.room() === 'plenary',
      8_000,
    )
    expect(await riet.raise()).toEqual({ ok: true })
    await organiser.send('nextTurn', { room: 'plenary' })
    const turn = await until(
      'Riet is offered the floor',
      () => {
        const offered = riet.state()?.floors['plenary']?.turn
        return offered?.person === riet.person ? offered.id : null
      },
      8_000,
    )
    await riet.send('startTurn', { room: 'plenary', turn })
    const { startMs, endMs } = await riet.say(sentence.samples)
    expect(endMs - startMs).toBeGreaterThan(sentence.durationMs - 300)
    expect(endMs - startMs).toBeLessThan(sentence.durationMs + 1_000)
    await until(
      'Mehmet has heard it',
      () => (mehmet.heardMs().get(riet.person) ?? 0) > sentence.durationMs * 0.8,
      8_000,
    )
    await riet.send('endTurn', { room: 'plenary', turn })
    await until('the floor is closed to Riet again', () => !riet.audible(), 8_000)
  })

  it('[F9] does not speak while the floor is somebody else’s', async () => {
    if (!sentence) throw new Error('there are no sentences')
    await expect(mehmet.say(sentence.samples, 300)).rejects.toThrow('may not be heard')
  })

  it('follows the split to its table, talks and writes there', async () => {
    if (!sentence) throw new Error('there are no sentences')
    await organiser.send('spreadEvenly', {})
    expect(await organiser.send('announceSplit', { ms: 1_000 })).toEqual({ ok: true })
    await until('Riet is at her table', () => riet.room() !== 'plenary' && riet.room() !== null, 15_000)
    expect(riet.room()).toBe(riet.state()?.seating?.seats[riet.person])
    await riet.say(sentence.samples)
    // resolves once the server says that it is stored
    await riet.type('Dit schrijven wij samen op.')
  })
})
