import { strToU8, zipSync, type Zippable } from 'fflate'

/** Lists as a spreadsheet saves them, as small as they can be and still be opened. */

const zipped = (files: Zippable): Uint8Array<ArrayBuffer> => new Uint8Array(zipSync(files))
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const place = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`
const cellOf = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`

/** `far`: one more cell, anywhere. */
export function excelOf(
  rows: readonly (readonly string[])[],
  far?: { cell: string; text: string },
): Uint8Array<ArrayBuffer> {
  const written = rows.map((row, at) => {
    const cells = row.map((text, column) => (text === '' ? '' : cellOf(place(at, column), text)))
    return `<row r="${at + 1}">${cells.join('')}</row>`
  })
  if (far) written.push(`<row r="${far.cell.replace(/\D/g, '')}">${cellOf(far.cell, far.text)}</row>`)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packed = 'http://schemas.openxmlformats.org/package/2006'
  return zipped({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packed}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${written.join('')}</sheetData></worksheet>`,
    ),
  })
}

/** `more`: rows as they are written in the file. */
export function openDocumentOf(rows: readonly (readonly string[])[], more = ''): Uint8Array<ArrayBuffer> {
  const cell = (text: string) =>
    text === ''
      ? '<table:table-cell/>'
      : `<table:table-cell><text:p>${escape(text)}</text:p></table:table-cell>`
  const written = rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')
  return zipped({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<o:d xmlns:o="o" xmlns:text="t" xmlns:office="f" xmlns:table="b"><table:table>${written}${more}</table:table><table:table><table:table-row>${cell('ander blad')}</table:table-row></table:table></o:d>`,
    ),
  })
}
