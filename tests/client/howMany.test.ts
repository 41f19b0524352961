import { expect, test } from 'vitest'
import { translate } from '../../client/parts/ui/text.tsx'

const ROUND = 'Wie oversloeg, komt aan het eind nog een keer.'

test('of a round it says how many have had a turn, also when nobody has', () => {
  const said = (done: number, all: number) => translate('nl', 'desk.roundHow', { done, all })
  expect(said(0, 1)).toBe(`Nog niemand is geweest. ${ROUND}`)
  expect(said(1, 1)).toBe(`1 van 1 is geweest. ${ROUND}`)
  expect(said(2, 5)).toBe(`2 van 5 zijn geweest. ${ROUND}`)
})

test.each([
  ['organise.peopleHere', 'is', 'zijn'],
  ['join.inCount', 'is', 'zijn'],
  ['ready.people', 'is', 'zijn'],
  ['ready.leaders', 'is', 'zijn'],
  ['say.recall', 'zit', 'zitten'],
] as const)('%s: of one it says "%s", of more "%s"', (key, one, more) => {
  const said = (here: number, all: number) => translate('nl', key, { here, all }).split(' ').slice(0, 5)
  expect(said(0, 1)).toMatchObject(['0', 'van', '1', /^(mens|begeleider)$/, one].map(word))
  expect(said(1, 5)[4]).toBe(one)
  expect(said(0, 5)[4]).toBe(more)
})

const word = (wanted: string | RegExp) => expect.stringMatching(wanted)
