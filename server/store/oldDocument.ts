import * as Y from 'yjs'
import { clientsOf } from '../../shared/agreement/clients.ts'
import { paragraphs, type RichText } from '../../shared/agreement/richText.ts'
import type { WrittenAgreement } from './writeAnew.ts'

function linesOf(field: unknown): RichText {
  if (!(field instanceof Y.XmlFragment)) return []
  const lines = field.toArray().map((node) =>
    node instanceof Y.XmlElement
      ? node
          .toArray()
          .map((text) => (text instanceof Y.XmlText ? text.toString() : ''))
          .join('')
      : '',
  )
  return paragraphs(...lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1))
}

/** As a document of up to 0.1.0 held it. One root, `agreements`: an array of maps with `id`, `title`, `text` and `why`. */
export const agreementsWithin = (doc: Y.Doc, writers: ReadonlyMap<number, string>): WrittenAgreement[] =>
  doc
    .getArray('agreements')
    .toArray()
    .filter((map) => map instanceof Y.Map)
    .map((map) => {
      const fields = ['title', 'text', 'why'].map((key): unknown => map.get(key))
      const [title, text, why] = fields
      const clients = fields.flatMap((field) =>
        field instanceof Y.AbstractType ? [...clientsOf(field)] : [],
      )
      return {
        id: String(map.get('id')),
        title: title instanceof Y.Text ? title.toString() : '',
        text: linesOf(text),
        why: linesOf(why),
        writers: [...new Set(clients.flatMap((client) => writers.get(client) ?? []))],
      }
    })
