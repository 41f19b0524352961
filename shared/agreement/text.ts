import * as Y from 'yjs'
import { agreementsOf, type AgreementMap, type AgreementText, type TableText } from './document.ts'

/** Name of the only node in the editor's schema besides plain text. */
export const PARAGRAPH = 'paragraph'

/** The string of a text node without its formatting; `toString()` would write marks as tags. */
function plain(text: Y.XmlText): string {
  const delta: { insert?: unknown }[] = text.toDelta()
  return delta.map((part) => (typeof part.insert === 'string' ? part.insert : '')).join('')
}

/** The paragraphs of a field as plain strings; an empty field gives an empty list. */
function paragraphs(fragment: Y.XmlFragment | undefined): string[] {
  if (!fragment) return []
  const found = fragment
    .toArray()
    .filter((node) => node instanceof Y.XmlElement)
    .map((element) =>
      element
        .toArray()
        .map((node) => (node instanceof Y.XmlText ? plain(node) : ''))
        .join(''),
    )
  while (found.length > 0 && found.at(-1)?.trim() === '') found.pop()
  return found
}

const fragmentOf = (map: AgreementMap, key: 'text' | 'why'): Y.XmlFragment | undefined => {
  const value = map.get(key)
  return value instanceof Y.XmlFragment ? value : undefined
}

/** The title's live text, or undefined when the map has none. */
export function titleOf(map: AgreementMap): Y.Text | undefined {
  const value = map.get('title')
  return value instanceof Y.Text ? value : undefined
}

export const bodyOf = fragmentOf

export const idOf = (map: AgreementMap): string => {
  const id = map.get('id')
  return typeof id === 'string' ? id : ''
}

function readAgreement(map: AgreementMap): AgreementText {
  return {
    id: idOf(map),
    title: titleOf(map)?.toString() ?? '',
    text: paragraphs(fragmentOf(map, 'text')),
    why: paragraphs(fragmentOf(map, 'why')),
  }
}

/** Everything a table wrote, as plain JSON, in order. */
export const readTable = (doc: Y.Doc): TableText => agreementsOf(doc).toArray().map(readAgreement)

/** An agreement in which nobody has written anything yet. */
export const isBlank = (agreement: AgreementText): boolean =>
  agreement.title.trim() === '' && agreement.text.length === 0 && agreement.why.length === 0

const toFragment = (lines: string[]): Y.XmlFragment => {
  const fragment = new Y.XmlFragment()
  fragment.insert(
    0,
    lines.map((line) => {
      const paragraph = new Y.XmlElement(PARAGRAPH)
      paragraph.insert(0, [new Y.XmlText(line)])
      return paragraph
    }),
  )
  return fragment
}

/** Put an agreement at the end, as one change. The id is the caller's: this file knows no chance. */
export function addAgreement(doc: Y.Doc, agreement: Partial<AgreementText> & { id: string }): void {
  const map: AgreementMap = new Y.Map()
  map.set('id', agreement.id)
  map.set('title', new Y.Text(agreement.title ?? ''))
  map.set('text', toFragment(agreement.text ?? ['']))
  map.set('why', toFragment(agreement.why ?? ['']))
  doc.transact(() => agreementsOf(doc).push([map]))
}
