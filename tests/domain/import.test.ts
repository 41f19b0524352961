import { expect, test } from 'vitest'
import { mendLine, readPeople } from '../../shared/dialogue/people/import.ts'
import { momentOf } from '../../shared/dialogue/session/moment.ts'

const errorOf = (text: string) => readPeople(text).errors[0]

test('a line is a name, a group and a role; who is no participant needs no group', () => {
  expect(readPeople('Riet;inwoner;deelnemer\nEls;;begeleider\n\nTom; ;Helper\r\n').people).toEqual([
    { name: 'Riet', group: 'inwoner', role: 'participant' },
    { name: 'Els', group: null, role: 'facilitator' },
    { name: 'Tom', group: null, role: 'helper' },
  ])
})

test('without a role somebody is a participant; a heading is passed over; a spreadsheet pastes tabs', () => {
  expect(readPeople('naam;groep;rol\nRiet;inwoner').people).toEqual([
    { name: 'Riet', group: 'inwoner', role: 'participant' },
  ])
  expect(readPeople('Naam\tGroep\tRol\nSamira\traad\tdeelnemer').people).toEqual([
    { name: 'Samira', group: 'raad', role: 'participant' },
  ])
})

test('a name in quotes may hold the sign that separates; a quote that is not closed is part of the name', () => {
  const names = (text: string) => readPeople(text).people.map(({ name, group }) => [name, group])
  expect(names('"Vos; Riet";inwoner')).toEqual([['Vos; Riet', 'inwoner']])
  expect(names('"Naam";"Groep"\n"Vos; Riet"\t"raad"')).toEqual([['Vos; Riet', 'raad']])
  expect(names('Riet "de snelle" Vos;inwoner')).toEqual([['Riet "de snelle" Vos', 'inwoner']])
  expect(names('"Riet ""de snelle"" Vos";inwoner')).toEqual([['Riet "de snelle" Vos', 'inwoner']])
  expect(readPeople('"Riet;inwoner\nAnna;raad').people.at(-1)).toMatchObject({ name: 'Anna' })
  expect(errorOf('\tinwoner')).toMatchObject({ code: 'no_name' })
})

test.each([
  ['"Vos; Riet";bestuur;deelnemer', '"Vos; Riet";college;deelnemer'],
  ['Willem\tbestuur\tdeelnemer', 'Willem\tcollege\tdeelnemer'],
])('%j is mended in its own column: %j', (line, mended) => {
  const error = errorOf(line)
  expect(error && mendLine(line, error)).toBe(mended)
})

test.each([
  ['Willem;bestuur;deelnemer', 'college'],
  ['Willem;inwonr;deelnemer', 'inwoner'],
  ['Willem;inwoners;deelnemer', 'inwoner'],
  ['Willem;zeehond;deelnemer', null],
])('%s: a group we do not know comes with what was probably meant', (line, suggestion) => {
  expect(errorOf(line)).toMatchObject({ line: 1, field: 'group', code: 'unknown_group', suggestion })
})

test('an unknown role, a missing name, a missing group and too many fields are each said by line', () => {
  const { errors } = readPeople(
    'Riet;inwoner;deelnemer\nEls;;begelijder\n;inwoner\nTom\nAnna;raad;deelnemer;extra',
  )
  expect(errors.map(({ line, code, suggestion }) => [line, code, suggestion])).toEqual([
    [2, 'unknown_role', 'begeleider'],
    [3, 'no_name', null],
    [4, 'group_missing', null],
    [5, 'too_many_fields', null],
  ])
})

test('a name that is too long, or only direction marks, is no name to take over silently', () => {
  expect(errorOf(`${'a'.repeat(10_000)};inwoner`)).toMatchObject({
    code: 'name_too_long',
    suggestion: 'a'.repeat(60),
  })
  expect(errorOf('\u202e\u200f;inwoner')).toMatchObject({ code: 'no_name' })
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
    expect(errorOf(`Begeleider ${number};inwoner`)).toMatchObject({ code: 'role_name' })
    expect(readPeople(`Begeleider ${number};;begeleider`).errors).toEqual([])
  }
  expect(readPeople('Tom;;digitale helper').people).toEqual([{ name: 'Tom', role: 'helper', group: null }])
  expect(errorOf('Facilitator;inwoner')).toMatchObject({ code: 'role_name', value: 'Facilitator' })
})

test('dates are meant on the municipality’s clock, in winter and in summer', () => {
  expect(momentOf('2026-11-24', '19:30')).toBe(Date.UTC(2026, 10, 24, 18, 30))
  expect(momentOf('2026-07-01', '19:30')).toBe(Date.UTC(2026, 6, 1, 17, 30))
  expect(momentOf('2026-03-29', '03:30')).toBe(Date.UTC(2026, 2, 29, 1, 30))
  for (const [date, time] of [
    ['2026-02-30', '19:30'],
    ['2026-11-24', '25:00'],
    ['morgen', '19:30'],
  ] as const) {
    expect(momentOf(date, time)).toBeNull()
  }
})
