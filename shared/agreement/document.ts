import * as Y from 'yjs'
import { readBlocks, writeBlocks } from './blocks.ts'
import type { Words } from './canonical.ts'
import type { RichText } from './richText.ts'

/**
 * The shape of a table's document, for the editor and for exports: only words. Which agreements there are, and in
 * which order, stands in the log. Each agreement has three roots of its own, `<id>/title` (Y.Text), `<id>/text` and
 * `<id>/why` (Y.XmlFragment): roots need nobody to make them, so two people can begin in one at the same moment.
 */
const FIELDS = ['title', 'text', 'why'] as const
export type FieldName = (typeof FIELDS)[number]

/** The words of one agreement. */
export interface AgreementText {
  id: string
  title: string
  text: RichText
  why: RichText
}
/** What stands in a document, by agreement; who shows it takes the order from the log. */
export type TableText = Readonly<Record<string, AgreementText>>

const rootName = (id: string, field: FieldName): string => `${id}/${field}`

/** Whose root this is; null when it is none of an agreement. */
export function rootOf(name: string): { id: string; field: FieldName } | null {
  const at = name.lastIndexOf('/')
  const field = FIELDS.find((known) => known === name.slice(at + 1))
  return at > 0 && field ? { id: name.slice(0, at), field } : null
}

export const titleOf = (doc: Y.Doc, id: string): Y.Text => doc.getText(rootName(id, 'title'))
export const bodyOf = (doc: Y.Doc, id: string, field: 'text' | 'why'): Y.XmlFragment =>
  doc.getXmlFragment(rootName(id, field))

/** Gives the roots of this agreement their types; what comes in before that has none. */
export function openAgreement(doc: Y.Doc, id: string): void {
  titleOf(doc, id)
  bodyOf(doc, id, 'text')
  bodyOf(doc, id, 'why')
}

export const readAgreement = (doc: Y.Doc, id: string): AgreementText => ({
  id,
  title: titleOf(doc, id).toString(),
  text: readBlocks(bodyOf(doc, id, 'text')),
  why: readBlocks(bodyOf(doc, id, 'why')),
})

/** Everything that stands in the document. */
export function readTable(doc: Y.Doc): TableText {
  const ids = new Set([...doc.share.keys()].flatMap((name) => rootOf(name)?.id ?? []))
  return Object.fromEntries([...ids].map((id) => [id, readAgreement(doc, id)]))
}

/** Puts these words in the place of what stands in an agreement, as one change. */
export function replaceWords(doc: Y.Doc, id: string, words: Words): void {
  doc.transact(() => {
    for (const field of [titleOf(doc, id), bodyOf(doc, id, 'text'), bodyOf(doc, id, 'why')])
      field.delete(0, field.length)
    writeAgreement(doc, { id, ...words })
  })
}

/** Writes an agreement's words where there are none yet, as one change. */
export function writeAgreement(
  doc: Y.Doc,
  { id, title, text, why }: Partial<AgreementText> & { id: string },
): void {
  doc.transact(() => {
    titleOf(doc, id).insert(0, title ?? '')
    writeBlocks(bodyOf(doc, id, 'text'), text ?? [])
    writeBlocks(bodyOf(doc, id, 'why'), why ?? [])
  })
}
