import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { SaxesParser } from 'saxes'
import { MOST_LINES, onOneLineEach } from '../../shared/dialogue/people/listLines.ts'
import { Refused } from './outcome.ts'
import { isBox, isZip, refuseBox } from './paragraphs.ts'
import { decoded } from './plainText.ts'
import { fits, unzip } from './zip.ts'

/** A list of people as a spreadsheet saves it, as lines of text with a semicolon between the fields. */

const MOST_COLUMNS = 60

type Row = string[]

const textOf = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}

async function excelRows(bytes: Uint8Array): Promise<Row[]> {
  const rows = await readSheet(Buffer.from(bytes))
  return rows.map((row) => row.map(textOf))
}

const CELLS = new Set(['table:table-cell', 'table:covered-table-cell'])
const times = (repeated: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, Number(repeated ?? 1) || 1))

/** The first sheet. Cells and rows that are the same are written once, with how often they come. */
function openDocumentRows(xml: string): Row[] {
  const rows: Row[] = []
  let sheets = 0
  let aside = 0
  let row: Row = []
  let cell = ''
  let repeated = 1
  let again = 1
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new Refused('not_a_document')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const said = attributes as Readonly<Record<string, string>>
    if (name === 'table:table') sheets++
    if (name === 'office:annotation') aside++
    if (name === 'table:table-row') {
      row = []
      again = times(said['table:number-rows-repeated'], MOST_LINES + 1)
    }
    if (CELLS.has(name)) {
      cell = ''
      repeated = times(said['table:number-columns-repeated'], MOST_COLUMNS + 1)
    }
    if (name === 'text:p' && cell !== '' && aside === 0) cell += ' '
  })
  parser.on('text', (text) => {
    if (aside === 0) cell += text
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'office:annotation') aside--
    if (CELLS.has(name)) for (let time = 0; time < repeated; time++) row.push(cell.trim())
    if (name === 'table:table-row' && sheets === 1 && row.some((each) => each !== ''))
      for (let time = 0; time < again && rows.length <= MOST_LINES; time++) rows.push(row)
  })
  parser.write(xml).close()
  return rows
}

async function packedRows(bytes: Uint8Array, unpacked: number): Promise<Row[]> {
  await fits(bytes, unpacked)
  const files = await unzip(bytes, ['xl/workbook.xml', 'content.xml', 'META-INF/manifest.xml'], unpacked)
  if (files.get('META-INF/manifest.xml')?.includes('encryption-data')) throw new Refused('encrypted')
  if (files.has('xl/workbook.xml')) return excelRows(bytes)
  return openDocumentRows(files.get('content.xml') ?? '')
}

/** Without the empty columns behind the last that says something. */
function inLines(rows: readonly Row[]): string {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const width = Math.max(0, ...filled.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1))
  if (filled.length > MOST_LINES || width > MOST_COLUMNS) throw new Refused('too_big')
  const whole = filled.map((row) => row.slice(0, width).map((cell) => cell.replace(/\s+/g, ' ').trim()))
  return Papa.unparse(whole, { delimiter: ';', newline: '\n' })
}

export async function listOf(bytes: Uint8Array, unpacked: number): Promise<string> {
  if (isBox(bytes)) return refuseBox(bytes)
  const text = isZip(bytes) ? inLines(await packedRows(bytes, unpacked)) : onOneLineEach(decoded(bytes))
  if (text.trim() === '') throw new Refused('no_text')
  if (text.split('\n').length > MOST_LINES) throw new Refused('too_big')
  return text
}
