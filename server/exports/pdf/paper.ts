import Pdf from 'pdfkit'
import type { DocumentModel } from '../model.ts'
import { text } from '../xml.ts'
import { fileOf, plainFont } from './fonts.ts'

/** Points. A4, with room in the margin for whoever writes in it. */
export const MARGIN = 64
const FOOT = 36

export type Doc = PDFKit.PDFDocument

const LANGUAGES: Record<string, string> = { nl: 'nl-NL', en: 'en-GB' }

/** Says in the metadata that this is PDF/UA-1, and, for PDF/A knows only its own words there, what that word means. */
const UNIVERSAL = `
  <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
    <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
  <rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>`

/** pdfkit writes the same words in a dictionary and, as they are, in XML: there they must be escaped. */
class InMetadata extends String {
  override toString(): string {
    return text(this.valueOf())
  }
}

export function newDocument({ title, author, date, language }: DocumentModel): Doc {
  const at = new Date(date)
  const doc = new Pdf({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    font: fileOf(plainFont({ marks: [] })),
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    displayTitle: true,
    lang: LANGUAGES[language] ?? language,
    info: { Title: title, Author: author, CreationDate: at },
  })
  Object.assign(doc.info, { Title: new InMetadata(title), Author: new InMetadata(author) })
  doc.appendXML(UNIVERSAL)
  return doc
}

/** The number of each page at its foot. It is no part of what is read. */
export function numberPages(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    // the foot is in the margin, where pdfkit would begin a page
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc
      .font(fileOf(plainFont({ marks: [] })))
      .fontSize(9)
      .fillColor('#444444')
    doc.text(`${page + 1}`, MARGIN, doc.page.height - FOOT, { lineBreak: false })
    doc.endMarkedContent()
  }
}

/** All of it, once it is written. */
export const bytesOf = (doc: Doc): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
    doc.end()
  })
