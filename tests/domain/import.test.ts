import { expect, test } from 'vitest'
import { readPeople } from '../../shared/dialogue/people/import.ts'
import { onOneLineEach, withFields } from '../../shared/dialogue/people/listLines.ts'
import { momentOf } from '../../shared/dialogue/session/moment.ts'

const NOTHING_ELSE = { mail: null, number: null }
const errorOf = (text: string) => readPeople(text).errors[0]

test('a line is a name, a group and a role; who is no participant needs no group', () => {
  expect(readPeople('Riet;inwoner;deelnemer\nEls;;begeleider\n\nTom; ;Helper\r\n').people).toEqual([
    { name: 'Riet', group: 'inwoner', role: 'participant', ...NOTHING_ELSE },
    { name: 'Els', group: null, role: 'facilitator', ...NOTHING_ELSE },
    { name: 'Tom', group: null, role: 'helper', ...NOTHING_ELSE },
  ])
})

test('without a role somebody is a participant; a heading is passed over; a spreadsheet pastes tabs', () => {
  expect(readPeople('naam;groep;rol\nRiet;inwoner').people).toEqual([
    { name: 'Riet', group: 'inwoner', role: 'participant', ...NOTHING_ELSE },
  ])
  expect(readPeople('Naam\tGroep\tRol\nSamira\traad\tdeelnemer').people).toEqual([
    { name: 'Samira', group: 'raad', role: 'participant', ...NOTHING_ELSE },
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
  expect(error && withFields(line, error.columns, error.suggestion ?? '')).toBe(mended)
})

test.each([
  ['Willem;bestuur;deelnemer', 'college'],
  ['Willem;inwonr;deelnemer', 'inwoner'],
  ['Willem;ambtenarren;deelnemer', 'ambtenaar'],
  ['Willem;zeehond;deelnemer', null],
])('%s: a group we do not know comes with what was probably meant', (line, suggestion) => {
  expect(errorOf(line)).toMatchObject({ line: 1, field: 'group', code: 'unknown_group', suggestion })
})

test('an unknown role, a missing name, a missing group and too many fields are each said by line', () => {
  const { errors } = readPeople(
    'Riet;inwoner;deelnemer\nEls;;begelijder\n;inwoner\nTom\nAnna;raad;deelnemer;;extra\nBo;raad;;bo',
  )
  expect(errors.map(({ line, code, suggestion }) => [line, code, suggestion])).toEqual([
    [2, 'unknown_role', 'begeleider'],
    [3, 'no_name', null],
    [4, 'group_missing', null],
    [5, 'too_many_fields', null],
    [6, 'no_address', null],
  ])
})

test('a name that is too long, or only direction marks, is no name to take over silently', () => {
  expect(errorOf(`${'a'.repeat(10_000)};inwoner`)).toMatchObject({
    code: 'name_too_long',
    suggestion: 'a'.repeat(60),
  })
  expect(errorOf('\u202e\u200f;inwoner')).toMatchObject({ code: 'no_name' })
})

test('a role with a number is no name for a participant, and a refused name is told why', () => {
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
    expect(errorOf(`Begeleider ${number};inwoner`)).toMatchObject({ code: 'role_name' })
    expect(readPeople(`Begeleider ${number};;begeleider`).errors).toEqual([])
  }
  expect(readPeople('Tom;;digitale helper').people).toEqual([
    { name: 'Tom', role: 'helper', group: null, ...NOTHING_ELSE },
  ])
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

const listed = (text: string) =>
  readPeople(text).people.map(({ name, group, role }) => `${name}: ${group ?? role}`)

test.each([
  ['inwoners', 'inwoner'],
  ['College van B en W', 'college'],
  ['college van burgemeester en wethouders', 'college'],
  ['wethouder', 'college'],
  ['Gemeenteraad', 'raad'],
  ['raadsleden', 'raad'],
  ['raadslid', 'raad'],
  ['Ambtenaren', 'ambtenaar'],
])('the group %s is understood', (word, group) => {
  expect(readPeople(`Willem;${word}`).people).toMatchObject([{ group, role: 'participant' }])
})

test.each([';', '\t', ','])(
  'the columns stand where the heading names them, with %j between them',
  (sign) => {
    const lines = [
      ['E-mailadres', 'Rol', 'Naam', 'Groep', 'Kenmerk'],
      ['Riet@Voorbeeld.nl', '', 'Riet', 'inwoners', '7'],
      ['', 'begeleiders', 'Els', '', ''],
    ]
    expect(readPeople(`\uFEFF${lines.map((line) => line.join(sign)).join('\r\n')}\r\n`)).toEqual({
      people: [
        { name: 'Riet', group: 'inwoner', role: 'participant', mail: 'riet@voorbeeld.nl', number: '7' },
        { name: 'Els', group: null, role: 'facilitator', mail: null, number: null },
      ],
      errors: [],
      question: null,
      unread: [],
    })
  },
)

test('without a heading a comma separates where the lines say a group behind it, and stands in a name elsewhere', () => {
  expect(listed('Riet,inwoner\nEls,,begeleider')).toEqual(['Riet: inwoner', 'Els: facilitator'])
  expect(listed('Vos, Riet;inwoner')).toEqual(['Vos, Riet: inwoner'])
})

test('rows with nothing in them are passed over', () => {
  expect(listed('naam;groep;rol\n;;\n\nRiet;inwoner;\n ; ;\n""\t\n')).toEqual(['Riet: inwoner'])
})

test('a break within quotes is no new person', () => {
  const text = 'naam;groep\n"Riet\nVos";inwoner\n"Anna ""An"" Bo";raad'
  expect(listed(onOneLineEach(text))).toEqual(['Riet Vos: inwoner', 'Anna "An" Bo: raad'])
  expect(onOneLineEach('"Riet;inwoner\nAnna;raad')).toBe('"Riet;inwoner\nAnna;raad')
})

test('which column is the name, or the group, is asked and not guessed', () => {
  const text = 'Persoon;Soort;Telefoon\nRiet;inwoner;06\nEls;raad;06'
  const { question, people } = readPeople(text)
  expect([question?.headings, question?.asks, people]).toEqual([
    ['Persoon', 'Soort', 'Telefoon'],
    ['name', 'group'],
    [],
  ])
  const chosen = { heading: true, name: [0], group: 1, role: null, mail: null, number: null }
  expect(readPeople(text, chosen)).toMatchObject({
    people: [{ name: 'Riet' }, { name: 'Els', group: 'raad' }],
    unread: ['Telefoon'],
  })
})

test('a name in parts is asked about, and may be put together', () => {
  const text = 'Voornaam;Tussenvoegsel;Achternaam;Groep\nRiet;de;Vos;inwoner\nBo;;Bos;raad'
  const { question } = readPeople(text)
  expect([question?.asks, question?.parts]).toEqual([['name'], [0, 1, 2]])
  const names = (name: number[]) =>
    readPeople(text, { heading: true, name, group: 3, role: null, mail: null, number: null }).people.map(
      (one) => one.name,
    )
  expect(names([0, 1, 2])).toEqual(['Riet de Vos', 'Bo Bos'])
  expect(names([0])).toEqual(['Riet', 'Bo'])
  expect(listed('Voornaam;Groep\nRiet;inwoner')).toEqual(['Riet: inwoner'])
})

test('a column we do not know that holds roles or addresses is asked about; another is told to be unread', () => {
  expect(readPeople('Naam;Groep;Taak\nRiet;inwoner;\nEls;;begeleider').question?.asks).toEqual(['role'])
  expect(readPeople('Naam;Groep;Contact\nRiet;inwoner;riet@voorbeeld.nl').question?.asks).toEqual(['mail'])
  expect(readPeople('Naam;Groep;Leeftijd\nRiet;inwoner;70')).toMatchObject({
    question: null,
    unread: ['Leeftijd'],
  })
})

test('a first line that is a person like the others is one, also when a word in it is wrong', () => {
  expect(readPeople('Willem;bestuur;deelnemer\nRiet;inwoner').question).toBeNull()
  expect(readPeople('Willem;zeehond;deelnemer\nRiet;inwoner').question).toBeNull()
})
