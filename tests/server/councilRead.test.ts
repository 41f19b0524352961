import { deflateSync, strToU8, zipSync } from 'fflate'
import Pdf from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { COUNCIL_LIMITS, readCouncil } from '../../server/council/read.ts'
import { odt } from '../../server/exports/odt.ts'
import { councilPackage } from '../../server/exports/package.ts'
import { packageOf, SET } from '../support/councilPackage.ts'

/** Milliseconds; a busy machine says nothing of what is read. */
const PATIENT = 120_000
const LIMITS = { ...COUNCIL_LIMITS, ms: PATIENT }
const MEGABYTE = 1024 * 1024

const read = (name: string, bytes: Uint8Array) => readCouncil({ name, bytes }, LIMITS)
const refused = (code: string) => ({ ok: false, code })

const pdfOf = (write: (doc: PDFKit.PDFDocument) => void, options: PDFKit.PDFDocumentOptions = {}) =>
  new Promise<Uint8Array>((resolve) => {
    const doc = new Pdf(options)
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    write(doc)
    doc.end()
  })

const word = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`
const docx = (xml: string) =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) })
const odtOf = (content: string, manifest = '<m/>') =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': strToU8(content),
  })
const paragraphs = (inside: string) => `<o:d xmlns:o="o" xmlns:text="t" xmlns:office="f">${inside}</o:d>`

/** A PDF with one page whose content is this stream, packed twice. */
function packedTwice(content: Uint8Array): Uint8Array {
  const stream = Buffer.from(deflateSync(deflateSync(content, { level: 9 }), { level: 9 })).toString('latin1')
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>'
  const packed = `<</Length ${stream.length}/Filter[/FlateDecode/FlateDecode]>>stream\n${stream}\nendstream`
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page, packed]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.7\n${body}trailer\n<</Root 1 0 R/Size 5>>\n%%EOF`, 'latin1')
}

describe('what the council returned is read', { timeout: PATIENT }, () => {
  test('from OpenDocument, as it was sent', async () => {
    const found = await read('besluit.odt', odt(councilPackage(packageOf(SET))))
    expect(found.ok && found.paragraphs).toContain('1. Vooraf duidelijk')
  })

  test('from Word, without what was crossed out', async () => {
    const crossed = '<w:del><w:r><w:delText>tien</w:delText></w:r></w:del>'
    const moved = '<w:moveFrom><w:r><w:t>elders</w:t></w:r></w:moveFrom>'
    const xml = word(
      `<w:p><w:r><w:t>Binnen</w:t></w:r>${crossed}${moved}<w:r><w:tab/><w:t>vijftien dagen &amp; meer</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Twee.</w:t></w:r></w:p>`,
    )
    expect(await read('besluit.docx', docx(xml))).toEqual({
      ok: true,
      paragraphs: ['Binnen vijftien dagen & meer', 'Twee.'],
    })
  })

  test('from a PDF without structure, line by line', async () => {
    const bytes = await pdfOf((doc) => doc.text('Een afspraak.').moveDown().text('Nog een afspraak.'))
    expect(await read('besluit.pdf', bytes)).toEqual({
      ok: true,
      paragraphs: ['Een afspraak.', 'Nog een afspraak.'],
    })
  })

  test('from plain text of any system, from Markdown and from what was pasted', async () => {
    const lines = ['Eén', 'twee']
    for (const encoded of [
      Buffer.from('Eén\r\n\r\n twee\n'),
      Buffer.from('\ufeffEén\rtwee', 'utf16le'),
      Buffer.from('Eén\ntwee', 'latin1'),
    ])
      expect(await read('besluit.txt', encoded)).toEqual({ ok: true, paragraphs: lines })
    expect(await readCouncil({ pasted: 'Eén\n\u202e\n twee' }, LIMITS)).toEqual({
      ok: true,
      paragraphs: lines,
    })
    expect(await read('p.md', Buffer.from('# Eén\n\n- **tw**e\\*\n'))).toEqual({
      ok: true,
      paragraphs: ['Eén', 'twe*'],
    })
  })

  test('whatever its name says', async () => {
    const found = await read('besluit.pdf', odtOf(paragraphs('<text:p>Een.</text:p>')))
    expect(found).toEqual({ ok: true, paragraphs: ['Een.'] })
  })
})

describe('what is made to do harm, or cannot be read, is refused', { timeout: PATIENT }, () => {
  test('a file of 200 MB, before it is read', async () => {
    expect(await read('groot.odt', new Uint8Array(200 * MEGABYTE))).toEqual(refused('too_big'))
    expect(await readCouncil({ pasted: 'a'.repeat(11 * MEGABYTE) })).toEqual(refused('too_big'))
  })

  test('a small file that unpacks to a large one', async () => {
    const bomb = odtOf(paragraphs(`<text:p>${'a'.repeat(60 * MEGABYTE)}</text:p>`))
    expect(bomb.length).toBeLessThan(MEGABYTE)
    expect(await read('bom.odt', bomb)).toEqual(refused('too_big'))
  })

  test('a page that unpacks to more than there is', async () => {
    const bytes = packedTwice(new Uint8Array(100 * MEGABYTE).fill(32))
    const found = await readCouncil({ name: 'bom.pdf', bytes }, { ...LIMITS, ms: 20_000 })
    expect(found.ok).toBe(false)
  })

  test('entities in entities are not followed', async () => {
    const doctype = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    expect(await read('b.odt', odtOf(doctype + paragraphs('<text:p>&b;</text:p>')))).toEqual(
      refused('not_a_document'),
    )
  })

  test('one with a password on it', async () => {
    const locked = await pdfOf((doc) => doc.text('Geheim.'), { userPassword: 'geheim', pdfVersion: '1.7' })
    expect(await read('dicht.pdf', locked)).toEqual(refused('encrypted'))
    const manifest = '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>'
    expect(await read('dicht.odt', odtOf('onleesbaar', manifest))).toEqual(refused('encrypted'))
    const box = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await read('dicht.docx', box)).toEqual(refused('encrypted'))
  })

  test('a scan without text, and a file without words', async () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC'
    const scan = await pdfOf((doc) => doc.image(Buffer.from(pixel, 'base64'), { width: 400 }))
    expect(await read('scan.pdf', scan)).toEqual(refused('no_text'))
    expect(await read('leeg.odt', odtOf(paragraphs('<text:p> </text:p>')))).toEqual(refused('no_text'))
    expect(await readCouncil({ pasted: ' \n' }, LIMITS)).toEqual(refused('no_text'))
  })

  test('a broken zip, a picture, rich text, an older file and half a PDF', async () => {
    const whole = odt(councilPackage(packageOf(SET)))
    for (const bytes of [
      whole.slice(0, whole.length / 2),
      zipSync({ 'brief.txt': strToU8('hallo') }),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      Buffer.from('{\\rtf1 hallo}'),
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
      Buffer.from('%PDF-1.7\n1 0 obj'),
      odtOf('<text:p>'),
    ])
      expect(await read('besluit.odt', bytes)).toEqual(refused('not_a_document'))
  })

  test('one that takes too long', async () => {
    const slow = odtOf(paragraphs('<text:p>a</text:p>'.repeat(2 * MEGABYTE)))
    expect(await readCouncil({ name: 'traag.odt', bytes: slow }, { ...LIMITS, ms: 1 })).toEqual(
      refused('too_long'),
    )
  })
})
