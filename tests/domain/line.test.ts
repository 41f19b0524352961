import { expect, test } from 'vitest'
import { lineCode, lineVerdict, type LineAnswers } from '../../shared/dialogue/help/line.ts'
import { does, given, inPlenary } from './support/sentence.ts'

const good: LineAnswers = { signalling: 'good', udp: 'good', tcp: 'good', turn: 'good' }

test('sound and picture straight over the line are good, whatever else there is', () => {
  expect(lineVerdict(good)).toBe('good')
  expect(lineVerdict({ ...good, tcp: 'absent', turn: 'absent' })).toBe('good')
})

test('a network that lets them through by a way round only is narrow', () => {
  expect(lineVerdict({ ...good, udp: 'bad', turn: 'absent' })).toBe('narrow')
  expect(lineVerdict({ ...good, udp: 'bad', tcp: 'bad' })).toBe('narrow')
})

test('with no way for them one reads and types, and without a line to the server nothing goes', () => {
  expect(lineVerdict({ signalling: 'good', udp: 'bad', tcp: 'bad', turn: 'absent' })).toBe('texts')
  expect(lineVerdict({ ...good, signalling: 'bad' })).toBe('none')
})

test('the code for a helper has a sign for every way, to be read aloud', () => {
  expect(lineCode(good)).toBe('SUTR')
  expect(lineCode({ signalling: 'good', udp: 'bad', tcp: 'absent', turn: 'good' })).toBe('SX0R')
})

test('the last test is the one that counts', () => {
  const tells = (answers: LineAnswers) => does('Ans', 'tellLine', () => ({ answers }))
  const { state } = given(inPlenary, tells({ ...good, udp: 'bad' }), tells(good))
  expect(state.lines['Ans']?.answers).toEqual(good)
})
