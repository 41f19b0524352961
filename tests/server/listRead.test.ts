import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, test } from 'vitest'
import { LIST_LIMITS, readList } from '../../server/council/read.ts'
import { readPeople } from '../../shared/dialogue/people/import.ts'
import { excelOf, openDocumentOf } from '../support/sheets.ts'

/** Milliseconds; a busy machine says nothing of what is read. */
const PATIENT = 120_000
const LIMITS = { ...LIST_LIMITS, ms: PATIENT }
const MEGABYTE = 1024 * 1024

const ROWS = [
  ['Naam', 'Groep', 'E-mail', 'Geboren'],
  ['Zoë de Vries', 'inwoners', 'zoe@voorbeeld.nl', '1970'],
  [],
  ['Vos; Piët', 'Gemeenteraad', '', ''],
]
const read = async (bytes: Uint8Array) => {
  const found = await readList(bytes, LIMITS)
  return found.ok
    ? readPeople(found.text).people.map(({ name, group, mail }) => [name, group, mail])
    : found.code
}
const PEOPLE = [
  ['Zoë de Vries', 'inwoner', 'zoe@voorbeeld.nl'],
  ['Vos; Piët', 'raad', null],
]
const asText = (sign: string) =>
  ROWS.map((row) => row.map((cell) => (cell.includes(';') ? `"${cell}"` : cell)).join(sign)).join('\r\n')
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('a list is read as Excel and others save it', { timeout: PATIENT }, () => {
  test.each([
    ['UTF-8', Buffer.from(asText(';'))],
    ['UTF-8 with its mark, with commas', Buffer.from(`\uFEFF${asText(',')}`)],
    ['Windows-1252', Buffer.from(asText(';'), 'latin1')],
    ['UTF-16 with tabs, as “Unicode text”', Buffer.from(`\uFEFF${asText('\t')}`, 'utf16le')],
    ['UTF-16 the other way round', bigEndian(`\uFEFF${asText('\t')}`)],
    ['UTF-16 without a mark', Buffer.from(asText(';'), 'utf16le')],
    ['UTF-16 the other way round without a mark', bigEndian(asText(';'))],
    ['.xlsx', excelOf(ROWS)],
    ['.ods', openDocumentOf(ROWS)],
  ])('%s', async (_what, bytes) => {
    expect(await read(bytes)).toEqual(PEOPLE)
  })

  test('cells and rows that OpenDocument writes once for many are as many, and an empty million is nothing', async () => {
    const many =
      '<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>Riet</text:p></table:table-cell>' +
      '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>' +
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    expect(await readList(openDocumentOf([], many), LIMITS)).toEqual({ ok: true, text: 'Riet\nRiet' })
  })
})

describe('a file that is no list, or is made to do harm, is refused', { timeout: PATIENT }, () => {
  test.each([
    ['an older Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'not_a_document'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'not_a_document'],
    ['a packed file of something else', zipSync({ a: strToU8('a') }), 'not_a_document'],
    ['nothing', Buffer.from('\r\n;;\r\n'.replace(/;/g, '')), 'no_text'],
    ['more than it may weigh', Buffer.alloc(3 * MEGABYTE, 'a'), 'too_big'],
    ['more lines than anybody invites', Buffer.from('Riet;inwoner\n'.repeat(2_500)), 'too_big'],
  ])('%s', async (_what, bytes, code) => {
    expect(await readList(bytes, LIMITS)).toEqual({ ok: false, code })
  })

  test('a small file that unpacks to a large one, in whatever part of it', async () => {
    const bomb: Zippable = { 'xl/workbook.xml': strToU8('<a/>'), 'xl/media/a': new Uint8Array(40 * MEGABYTE) }
    const bytes = zipSync(bomb)
    expect(bytes.length).toBeLessThan(MEGABYTE)
    expect(await readList(bytes, LIMITS)).toEqual({ ok: false, code: 'too_big' })
  })

  test('a cell at the far end of the sheet', async () => {
    const found = await readList(
      excelOf([['Riet', 'inwoner']], { cell: 'XFD1048576', text: 'ver' }),
      LIST_LIMITS,
    )
    expect(found.ok).toBe(false)
  })
})

test('two are read at once and others wait their turn; whoever comes when many wait is told so', async () => {
  const bytes = strToU8('naam\nRiet')
  const all = await Promise.all(Array.from({ length: 20 }, () => readList(bytes, LIMITS)))
  expect(all.filter(({ ok }) => ok)).toHaveLength(18)
  expect(all.slice(18)).toEqual([
    { ok: false, code: 'busy' },
    { ok: false, code: 'busy' },
  ])
}, 120_000)
