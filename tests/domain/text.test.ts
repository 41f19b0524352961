import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { COMMANDS } from '../../shared/dialogue/commands.ts'
import { clean, isId } from '../../shared/dialogue/text.ts'
import { clientFrame } from '../../shared/protocol.ts'
import { pastedBody } from '../../server/http/adoption.ts'
import { evaluationBody } from '../../server/http/evaluation.ts'
import { dialogueBody, newDialogueBody, whenBody } from '../../server/http/ownDialogue.ts'
import { mailBody, peopleBody } from '../../server/http/ownPeople.ts'
import { bouncedBody, inviteBody } from '../../server/http/post.ts'
import { retentionBody } from '../../server/http/retention.ts'

/** Every schema text comes in by. A new field fails here until it is cleaned or refuses what has no place in text. */
const SCHEMAS: Record<string, z.ZodType> = {
  ...Object.fromEntries(Object.entries(COMMANDS).map(([type, { schema }]) => [type, schema])),
  whenBody,
  pastedBody,
  dialogueBody,
  newDialogueBody,
  evaluationBody,
  peopleBody,
  mailBody,
  inviteBody,
  bouncedBody,
  retentionBody,
  ...Object.fromEntries(clientFrame.options.map((frame) => [`frame ${frame.shape.kind.value}`, frame])),
}

const UNWANTED = [
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter((one) => !/[\t\n]/.test(one)),
  '\u007f',
  '\u0085',
  '\ud800',
  '\udfff',
  '\u061c',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
]
const isClean = (text: string) => !UNWANTED.some((one) => splitAway(text).includes(one))
/** Whole characters outside the plane of the halves are no halves. */
const splitAway = (text: string) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '')

/** Somewhere in a value: the keys on the way there. */
type Path = (string | number)[]
interface Sample {
  value: unknown
  strings: Path[]
}
const joined = (key: string | number, { strings }: Sample): Path[] => strings.map((path) => [key, ...path])

const kindsOf = (schema: z.core.$ZodType): readonly z.core.$ZodType[] =>
  schema instanceof z.ZodUnion ? schema.options : [schema]

/** A value that the schema takes, and where in it there is free text. Throws at a kind of field it does not know. */
function sampleOf(schema: z.core.$ZodType, key = ''): Sample {
  const { def } = schema as z.ZodType & { def: z.core.$ZodTypes['_zod']['def'] }
  switch (def.type) {
    case 'object':
      return object(Object.entries(def.shape).map(([name, field]) => [name, sampleOf(field, name)]))
    case 'array': {
      // of each kind that may stand in it, and at least two
      const each = kindsOf(def.element).map((kind) => sampleOf(kind, `one of ${key}`))
      const all = each.length > 1 ? each : [...each, ...each]
      return { value: all.map((one) => one.value), strings: each.flatMap((one, at) => joined(at, one)) }
    }
    case 'optional':
    case 'nullable':
    case 'default':
      return sampleOf(def.innerType, key)
    case 'pipe':
      return sampleOf(def.in, key)
    case 'string':
      return { value: wordFor(schema, key), strings: [[]] }
    case 'enum':
      return { value: Object.values(def.entries)[0], strings: [] }
    case 'literal':
      return { value: def.values[0], strings: [] }
    case 'number':
      return { value: key === 'aim' ? 8 : 120_000, strings: [] }
    case 'boolean':
      return { value: true, strings: [] }
    case 'unknown':
      return { value: {}, strings: [] }
    default:
      throw new Error(`a field of a kind this test does not know: ${def.type}`)
  }
}
const object = (fields: [string, Sample][]): Sample => ({
  value: Object.fromEntries(fields.map(([name, { value }]) => [name, value])),
  strings: fields.flatMap(([name, sample]) => joined(name, sample)),
})
const isUuid = (schema: z.core.$ZodType) => schema instanceof z.ZodUUID
const WORDS: Readonly<Record<string, string>> = { from: '19:30', to: '19:30' }
const wordFor = (schema: z.core.$ZodType, key: string): string =>
  isUuid(schema) ? '0198b2f4-0000-4000-8000-000000000001' : (WORDS[key] ?? 'abc')

function put(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? put(one, rest, text) : one))
  return { ...(value as object), [key]: put((value as Record<string, unknown>)[key], rest, text) }
}
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([, one]) => stringsIn(one))
      : []

describe.each(Object.keys(SCHEMAS))('%s', (name) => {
  const schema = SCHEMAS[name] ?? z.never()
  const { value, strings } = sampleOf(schema)

  test('takes what is well', () => {
    expect(schema.safeParse(value).error).toBeUndefined()
  })

  test.runIf(strings.length > 0)('lets nothing through that has no place in text, in any field', () => {
    for (const path of strings) {
      for (const one of UNWANTED) {
        for (const text of [one, `a${one}`, `${one}b`, `a${one}c`]) {
          const { data } = schema.safeParse(put(value, path, text))
          expect(
            stringsIn(data)
              .filter((seen) => !isClean(seen))
              .map(inNumbers),
          ).toEqual([])
        }
      }
    }
  })
})
/** Shown as numbers: what is wrong here cannot be seen. */
const inNumbers = (text: string) => Array.from(text, (one) => one.codePointAt(0)?.toString(16))

test('what is cleaned is well, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...UNWANTED), (text, one) => {
      const tidy = clean(`${one}${text}${one}`)
      expect(isClean(tidy)).toBe(true)
      expect(clean(tidy)).toBe(tidy)
      expect(tidy.normalize('NFC')).toBe(tidy)
    }),
    { numRuns: 2_000 },
  )
})

test('emoji of several parts, Persian joiners, tabs and lines stay; letters and marks are put together', () => {
  for (const text of ['👩‍👩‍👧 en 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'een\ttabel\nen een regel', '😀'])
    expect(clean(text)).toBe(text)
  expect(clean('e\u0301en\r\ntwee\rdrie')).toBe('éen\ntwee\ndrie')
})

test('a title is one line and says something', () => {
  const title = (text: string) => COMMANDS.startItem.schema.safeParse({ title: text }).data?.title
  expect(title('  Groen\r\nin\tde wijk ')).toBe('Groen in de wijk')
  for (const nothing of ['', ' \n', '\u0000', '\u200b', '\u202e\u202c', '\ud800'])
    expect(title(nothing)).toBeUndefined()
})

test('as much as the field takes is taken, counted as it was typed', () => {
  const title = (text: string) => COMMANDS.startItem.schema.safeParse({ title: text }).success
  expect(title('a'.repeat(80))).toBe(true)
  expect(title('a'.repeat(81))).toBe(false)
  // this letter is written as two once letters and marks are put together
  expect(title('\u09dc'.repeat(80))).toBe(true)
})

test('an id is letters, digits, a dash or an underscore, and no key that every object has', () => {
  for (const good of ['per_Ab-9', 'plenary', 't1']) expect(isId(good)).toBe(true)
  for (const bad of ['', 'a b', 'a\u0000', '\ud800', 'é', 'constructor', '__proto__', 'x'.repeat(65)])
    expect(isId(bad)).toBe(false)
})

test('no schema on the way in takes a string by itself', () => {
  const files = ['shared', 'server/http', 'server/live'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const bare = files.filter(
    (file) => file.endsWith('.ts') && /z\s*\.string\(/.test(readFileSync(file, 'utf8')),
  )
  // what is read from the log was taken in long before
  const log = ['storedEvent.ts', 'storedParts.ts']
  const inDomain = [...log, 'text.ts'].map((file) => join('shared', 'dialogue', file))
  // and so was what another node of ours tells
  expect(bare).toEqual([...inDomain, join('server', 'live', 'moments.ts')])
})
