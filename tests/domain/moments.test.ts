import { expect, test } from 'vitest'
import { createMoments, type Moment, type Momentary } from '../../server/live/moments.ts'

/** A session at another node, whose log is known here as far as was read. */
function followed() {
  const told: string[] = []
  const own = {
    tones: (by, person) => void told.push(`${by} sounds at ${person}`),
    typing: (person) => void told.push(`${person} types`),
  } satisfies Partial<Momentary> as unknown as Momentary
  let seq = 4
  let read = (): void => undefined
  const reading = new Promise<void>((resolve) => (read = resolve))
  const log = { seq: () => seq, reach: () => reading }
  const { hear } = createMoments(own, { publish: () => undefined }, 'ses_1', log)
  const moment = (number: number, known: number, name: Moment['name'], ...args: unknown[]): Moment => ({
    session: 'ses_1',
    teller: 'tel_1',
    number,
    seq: known,
    name,
    args,
  })
  return { told, hear, moment, reads: (to: number) => ((seq = to), read()) }
}

test('what comes ahead of the log it is about waits for that, and what comes after it waits behind it', async () => {
  const { told, hear, moment, reads } = followed()
  expect(hear(moment(1, 4, 'typing', 'Riet', 't1', true))).toBe(true)
  expect(told).toEqual(['Riet types'])
  expect(hear(moment(2, 5, 'tones', 'Tom', 'Riet'))).toBe(true)
  expect(hear(moment(3, 4, 'typing', 'Riet', 't1', false))).toBe(true)
  expect(told).toEqual(['Riet types'])
  reads(5)
  await expect.poll(() => told).toEqual(['Riet types', 'Tom sounds at Riet', 'Riet types'])
  // twice is once, and a number that is left out is noticed
  expect(hear(moment(3, 5, 'tones', 'Tom', 'Riet'))).toBe(true)
  expect(hear(moment(5, 5, 'tones', 'Tom', 'Riet'))).toBe(false)
  expect(told).toHaveLength(4)
})
