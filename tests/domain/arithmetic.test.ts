import { expect, test } from 'vitest'
import { comingIn, comingInBytes, secondOf, unitsOf, type House, type Units } from '../bench/arithmetic.ts'

const UNITS: Units = {
  processMs: 4,
  dialogueMs: 2,
  personMs: 0.25,
  eventMs: 1,
  toldMs: 0.125,
  comingMs: 10,
  comingOtherMs: 0.5,
  comingBytes: 3_000,
  comingOtherBytes: 320,
}
const house = (dialogues: number, people: number, eventsPerSecond = 0): House => ({
  dialogues,
  people,
  eventsPerSecond,
})
const sample = (dialogues: number, people: number) => {
  const all = dialogues * people
  return {
    dialogues,
    people,
    talkMs: secondOf(UNITS, house(dialogues, people)),
    eventMs: secondOf(UNITS, house(dialogues, people, 1)) - secondOf(UNITS, house(dialogues, people)),
    comingMs: comingIn(UNITS, house(dialogues, people)) / all,
    comingBytes: comingInBytes(UNITS, house(dialogues, people)) / all,
  }
}

test('what things cost by themselves follows from three houses', () => {
  expect(unitsOf(sample(1, 20), sample(1, 80), sample(4, 20))).toEqual(UNITS)
})

test('many small dialogues cost less than one large one with as many people', () => {
  const [many, one] = [house(100, 100, 100), house(1, 10_000, 100)]
  expect(secondOf(UNITS, many)).toBe(4 + 100 * (2 + 25) + 100 * (1 + 12.5))
  expect(secondOf(UNITS, one)).toBe(4 + 2 + 2_500 + 100 * (1 + 1_250))
  expect(comingIn(UNITS, one)).toBeGreaterThan(comingIn(UNITS, many))
})
