import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName, distinctNames } from '../../shared/dialogue/people/names.ts'
import { does, given, inPlenary } from './support/sentence.ts'

test('ordinary names stay as they are', () => {
  for (const name of [
    'Ans',
    'Zoë',
    'Jean-Paul',
    'Fatma Yılmaz',
    'Ŵiliam',
    'محمد',
    'Đặng Thị Hoa',
    "D'Angelo",
    'Anne 2',
    'Jan Tolk',
  ]) {
    expect(cleanName(name)).toBe(name.normalize('NFKC'))
  }
})

test('direction marks, control and invisible characters are gone', () => {
  expect(cleanName('An\u202Es\u202C')).toBe('Ans')
  expect(cleanName('\u2066Bram\u2069\u200B\u0000')).toBe('Bram')
  expect(cleanName('  Cees \n\t Jan  ')).toBe('Cees Jan')
})

test('a name of ten thousand characters becomes one of sixty', () => {
  expect([...cleanName('a'.repeat(10_000))]).toHaveLength(60)
  expect(cleanName('👩‍👩‍👧'.repeat(10_000)).length).toBeLessThan(1_000)
  expect(cleanName(`a${'\u0301'.repeat(10_000)}`).length).toBeLessThan(10)
})

test.each([
  'Facilitator',
  'Begeleider',
  'BEGELEIDER',
  'begeleider',
  'B e g e l e i d e r',
  'Be\u200Bgeleider',
  'Ｂｅｇｅｌｅｉｄｅｒ',
  'Веgеlеidеr',
  'Вegeleider',
  'Bеgеlеіdеr',
  'Begeleíder',
  'Begele1der',
  'Beg3leider',
  'Organisator',
  'Οrganisator',
  'Helper',
  'Tolk',
  'Systeem',
  'Voorzitter',
  '(begeleider)',
  'Begeleider 1',
  'Begeleider 2',
  'Begeleider7',
  'Begele1der 4',
])('nobody is called %s', (name) => {
  expect(cleanName(name)).toBe('')
})

test('a role word before or behind a name is left out', () => {
  expect(cleanName('Begeleider Jan')).toBe('Jan')
  expect(cleanName('Jan (begeleider)')).toBe('Jan')
  expect(cleanName('Jan - Facilitator')).toBe('Jan')
})

test('whoever does what a role says may be called by it, and nobody else', () => {
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
    expect(cleanName(`Begeleider ${number}`, 'facilitator')).toBe(`Begeleider ${number}`)
    expect(cleanName(`Begeleider ${number}`, 'participant')).toBe('')
    expect(cleanName(`Begeleider ${number}`, 'observer')).toBe('')
  }
})

test('cleaning twice changes nothing more, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (raw) => {
      const once = cleanName(raw)
      expect(cleanName(once)).toBe(once)
      expect(once).not.toMatch(/[\p{Cc}\p{Cf}\u202A-\u202E\u2066-\u2069]/u)
      expect([...new Intl.Segmenter('nl').segment(once)].length).toBeLessThanOrEqual(60)
    }),
  )
})

test('the same name twice gets a number, whatever the case', () => {
  expect(distinctNames(['Anne', 'anne', 'Bram', 'Anne'])).toEqual(['Anne', 'anne 2', 'Bram', 'Anne 3'])
})

test('who joins under a taken or forbidden name gets one that can be told apart', () => {
  const { state } = given(
    inPlenary,
    does('Ans', 'join', () => ({ name: 'bram' })),
  )
  expect(state.people.Ans?.name).toBe('bram 2')
  const other = given(
    inPlenary,
    does('Ans', 'join', () => ({ name: 'Begeleider' })),
  )
  expect(other.state.people.Ans?.name).toBe('Ans')
})
