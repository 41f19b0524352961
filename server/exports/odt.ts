import { strToU8, zipSync, type Zippable } from 'fflate'
import type { DocumentModel } from './model.ts'
import { content } from './odtContent.ts'
import { styles } from './odtStyles.ts'
import { tag, text } from './xml.ts'

const TYPE = 'application/vnd.oasis.opendocument.text'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

const xml = (inside: string): Uint8Array => strToU8(DECLARATION + inside)

const entry = (path: string, type: string): string =>
  tag('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type })

const manifest = (): string => {
  const namespace = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'
  return tag(
    'manifest:manifest',
    { 'xmlns:manifest': namespace, 'manifest:version': '1.3' },
    entry('/', TYPE) +
      ['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')).join(''),
  )
}

function meta({ title, author, date, language }: DocumentModel): string {
  const day = new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')
  const inside = [
    `<dc:title>${text(title)}</dc:title>`,
    `<meta:initial-creator>${text(author)}</meta:initial-creator>`,
    `<dc:creator>${text(author)}</dc:creator>`,
    `<meta:creation-date>${day}</meta:creation-date>`,
    `<dc:date>${day}</dc:date>`,
    `<dc:language>${text(language)}</dc:language>`,
  ]
  const namespaces = {
    'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
    'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'office:version': '1.3',
  }
  return tag('office:document-meta', namespaces, tag('office:meta', {}, inside.join('')))
}

/** A zip knows no time zone and is written by the machine's own: the same figures are asked for on every machine. */
const zipTime = (ms: number): Date => {
  const at = new Date(ms)
  return new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), 12)
}

/** OpenDocument text. What kind of file it is stands first and stored, so that it can be told from the first bytes. */
export function odt(model: DocumentModel): Uint8Array {
  const files: Zippable = {
    mimetype: [strToU8(TYPE), { level: 0 }],
    'META-INF/manifest.xml': xml(manifest()),
    'content.xml': xml(content(model)),
    'styles.xml': xml(styles(model)),
    'meta.xml': xml(meta(model)),
  }
  return zipSync(files, { mtime: zipTime(model.date) })
}
