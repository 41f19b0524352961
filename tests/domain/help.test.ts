import { expect, test } from 'vitest'
import { helpCode } from '../../shared/dialogue/help/code.ts'
import { project } from '../../shared/dialogue/project.ts'
import { does, given, inPlenary } from './support/sentence.ts'

const asks = (who: string) => does(who, 'askHelp', () => ({}))
const takes = (who: string) => does('Henk', 'takeHelp', () => ({ person: who }))
const closes = (who: string) => does('Henk', 'closeHelp', () => ({ person: who }))

test('who was helped counts once, and a call that was closed before somebody came does not', () => {
  const helped = [asks('Ans'), takes('Ans'), closes('Ans')]
  const { state } = given(inPlenary, helped, helped, asks('Bram'), closes('Bram'))
  expect(state.helped).toEqual(['Ans'])
  expect(project(state, 'Henk').helped).toEqual(['Ans'])
  expect(project(state, 'Bram').helped).toEqual([])
})

test('help codes have three digits, and no two of nine hundred people have the same', () => {
  const order = Array.from({ length: 900 }, (_, place) => `per_${place}`)
  const codes = order.map((person) => helpCode({ order }, person))
  expect(codes.every((code) => /^[1-9]\d\d$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBe(900)
})

test('somebody who joins later changes nobody’s code, and a stranger has none', () => {
  const order = ['per_1', 'per_2']
  expect(helpCode({ order: [...order, 'per_3'] }, 'per_2')).toBe(helpCode({ order }, 'per_2'))
  expect(helpCode({ order }, 'per_9')).toBe('')
})
