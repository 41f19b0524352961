import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GROUPS } from '../../shared/dialogue/model.ts'
import { readPeople, type ImportedPerson } from '../../shared/dialogue/people/import.ts'
import { planImport, type KnownPerson } from '../../shared/dialogue/people/importPlan.ts'
import { listFile } from '../../shared/dialogue/people/listFile.ts'
import { onOneLineEach } from '../../shared/dialogue/people/listLines.ts'
import { cleanName, distinctName, distinctNames } from '../../shared/dialogue/people/names.ts'
import { clean } from '../../shared/dialogue/text.ts'

const line = (name: string, more: Partial<ImportedPerson> = {}): ImportedPerson => {
  return { name, group: 'inwoner', role: 'participant', mail: null, number: null, ...more }
}

/** Who is known once this list has been read, as the server keeps it. */
function read(known: readonly KnownPerson[], list: readonly ImportedPerson[]): KnownPerson[] {
  const plan = planImport(known, list)
  const people = known.map((one): KnownPerson => {
    const listed = plan.known.find(({ person }) => person === one.person)?.line ?? one.listed
    const changed = plan.changed.find(({ person }) => person === one.person)?.becomes
    return { ...one, ...changed, listed }
  })
  for (const fresh of plan.fresh) {
    const { role, group, mail } = fresh
    const name = distinctName(
      fresh.name,
      people.map((one) => one.name),
    )
    people.push({ person: `p${people.length}`, name, role, group, mail, out: false, listed: fresh })
  }
  return people
}
const told = ({ fresh, known, changed, out, twice }: ReturnType<typeof planImport>) => ({
  fresh: fresh.map(({ name }) => name),
  known: known.length,
  changed: changed.map(({ was, becomes }) => `${was.name} > ${becomes.name}`),
  out,
  twice,
})
const NOTHING = { fresh: [], changed: [], out: [], twice: 0 }

describe('reading a list again', () => {
  const first = [line('Riet'), line('Anne'), line('Anne'), line('Els', { role: 'facilitator', group: null })]
  const known = read([], first)

  test('two of one name are two people, and stay those two', () => {
    expect(known.map(({ name }) => name)).toEqual(['Riet', 'Anne', 'Anne 2', 'Els'])
    expect(told(planImport(known, first))).toEqual({ ...NOTHING, known: 4 })
  })

  test('adds who is new, says what has changed, and takes nobody out', () => {
    const again = [line('Bo'), line('Riet', { group: 'raad' })]
    expect(told(planImport(known, again))).toEqual({
      ...NOTHING,
      fresh: ['Bo'],
      known: 1,
      changed: ['Riet > Riet'],
    })
    expect(read(known, again).map(({ name, group }) => `${name} ${group}`)).toEqual([
      'Riet raad',
      'Anne inwoner',
      'Anne 2 inwoner',
      'Els null',
      'Bo inwoner',
    ])
  })

  test('leaves what the organiser changed by hand, until the list itself changes it', () => {
    const byHand = known.map((one) =>
      one.name === 'Riet' ? { ...one, name: 'Rietje', group: 'raad' as const } : one,
    )
    expect(told(planImport(byHand, first))).toEqual({ ...NOTHING, known: 4 })
    const changed = planImport(byHand, [line('Riet', { group: 'college' })]).changed
    expect(changed.map(({ becomes }) => becomes)).toMatchObject([{ name: 'Rietje', group: 'college' }])
  })

  test('knows somebody by their address when the name is another, and by the list’s own number whatever else is', () => {
    const one = read([], [line('Riet', { mail: 'riet@voorbeeld.nl', number: '7' })])
    expect(told(planImport(one, [line('Riet Vos', { mail: 'riet@voorbeeld.nl' })])).changed).toEqual([
      'Riet > Riet Vos',
    ])
    expect(told(planImport(one, [line('Ria', { mail: 'ria@voorbeeld.nl', number: '7' })])).changed).toEqual([
      'Riet > Ria',
    ])
    expect(told(planImport(one, [line('Riet', { number: '8' })])).fresh).toEqual(['Riet'])
  })

  test('two people with one address are two people', () => {
    const both = [line('Riet', { mail: 'huis@voorbeeld.nl' }), line('Bo', { mail: 'huis@voorbeeld.nl' })]
    expect(told(planImport(read([], both), both))).toEqual({ ...NOTHING, known: 2 })
    expect(told(planImport(read([], both.slice(0, 1)), both)).fresh).toEqual(['Bo'])
  })

  test('an address that goes to somebody else of the household takes nobody’s name or link along', () => {
    const one = read([], [line('Riet', { mail: 'huis@voorbeeld.nl' })])
    const shared = [line('Bo', { mail: 'huis@voorbeeld.nl' }), line('Riet')]
    expect(told(planImport(one, shared))).toEqual({ ...NOTHING, fresh: ['Bo'], known: 1 })
    // somebody else of that name, with an address of their own, is somebody else
    const renamed = [
      line('Riet Vos', { mail: 'huis@voorbeeld.nl' }),
      line('Riet', { mail: 'r@voorbeeld.nl' }),
    ]
    expect(told(planImport(one, renamed))).toMatchObject({ fresh: ['Riet'], changed: ['Riet > Riet Vos'] })
  })

  test('somebody who stands in it twice, with name and address, comes in once', () => {
    const twice = [line('Riet', { mail: 'riet@voorbeeld.nl' }), line('Riet', { mail: 'riet@voorbeeld.nl' })]
    expect(told(planImport([], twice))).toEqual({ ...NOTHING, fresh: ['Riet'], known: 0, twice: 1 })
  })

  test('brings nobody back who was taken out', () => {
    const without = known.map((one) => ({ ...one, out: one.name === 'Riet' }))
    expect(told(planImport(without, first))).toEqual({ ...NOTHING, known: 3, out: ['Riet'] })
  })

  test('without addresses takes nobody’s away', () => {
    const one = read([], [line('Riet', { mail: 'riet@voorbeeld.nl' })])
    expect(told(planImport(one, [line('Riet')]))).toEqual({ ...NOTHING, known: 1 })
  })
})

const anyLine = fc.record<ImportedPerson>({
  name: fc.constantFrom('Riet', 'Anne', 'Bo', 'Els', 'Ömer', 'anne'),
  group: fc.constantFrom(...GROUPS),
  role: fc.constant('participant'),
  mail: fc.option(fc.constantFrom('a@voorbeeld.nl', 'b@voorbeeld.nl', 'c@voorbeeld.nl')),
  number: fc.option(fc.constantFrom('1', '2', '3', '4')),
})
const anyList = fc.array(anyLine, { maxLength: 12 })

test('reading any list twice changes nothing the second time', () => {
  fc.assert(
    fc.property(anyList, anyList, (before, list) => {
      const known = read(read([], before), list)
      const again = planImport(known, list)
      expect([again.fresh, again.changed]).toEqual([[], []])
      expect(read(known, list)).toEqual(known)
    }),
    { numRuns: 1_000 },
  )
})

test('nobody goes and nobody becomes another person, whatever list is read', () => {
  fc.assert(
    fc.property(anyList, anyList, (before, list) => {
      const known = read([], before)
      const after = read(known, list)
      expect(after.slice(0, known.length).map(({ person }) => person)).toEqual(
        known.map(({ person }) => person),
      )
      const plan = planImport(known, list)
      expect(new Set(plan.known.map(({ person }) => person)).size).toBe(plan.known.length)
      expect(plan.known.length + plan.fresh.length + plan.twice).toBe(list.length)
    }),
    { numRuns: 1_000 },
  )
})

test('an edit of one line changes just that person', () => {
  const numbered = fc.uniqueArray(anyLine, {
    minLength: 1,
    maxLength: 12,
    selector: ({ name }) => name.toLowerCase(),
  })
  const edit = fc.record({
    group: fc.constantFrom(...GROUPS),
    mail: fc.constantFrom('x@voorbeeld.nl', 'y@voorbeeld.nl'),
  })
  fc.assert(
    fc.property(numbered, fc.nat(), edit, (lines, at, changed) => {
      // each with a number of their own
      const list = lines.map((one, index) => ({ ...one, mail: null, number: `${index}` }))
      const index = at % list.length
      const known = read([], list)
      const edited = list.map((one, place) => (place === index ? { ...one, ...changed } : one))
      const plan = planImport(known, edited)
      expect([plan.fresh, plan.changed.map(({ person }) => person)]).toEqual([[], [known[index]?.person]])
    }),
  )
})

test('what is written to a file is read back without a change, whatever people are called', () => {
  const part = fc.constantFrom(
    'Riet',
    'de',
    ' ',
    ';',
    ',',
    '"',
    "'",
    '=',
    '-',
    '+',
    '@',
    'Çelik',
    'naam',
    '1',
  )
  const anyName = fc.oneof(
    fc.array(part).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 6 }), (typed) => {
      const names = distinctNames(typed.map((name) => cleanName(clean(name))).filter((name) => name !== ''))
      fc.pre(names.length > 0)
      const known = names.map((name, at): KnownPerson => {
        const mail = at % 2 ? `p${at}@voorbeeld.nl` : null
        return { ...line(name, { mail }), person: `p${at}`, mail, out: false, listed: null }
      })
      const { people, errors, question } = readPeople(onOneLineEach(clean(listFile(known))))
      expect([errors, question]).toEqual([[], null])
      expect(told(planImport(known, people))).toEqual({ ...NOTHING, known: names.length })
    }),
    { numRuns: 1_000 },
  )
})
