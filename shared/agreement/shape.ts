import * as Y from 'yjs'
import { agreementsOf, ROOT } from './document.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { PARAGRAPH } from './text.ts'

/** Why a document is not a table's document; null when it is. */
export type ShapeFault = 'root' | 'agreement' | 'field' | 'paragraph' | 'size' | null

const KEYS = ['id', 'title', 'text', 'why']

/** Every Yjs type keeps keyed values in a map of its own, also where its interface offers none. */
const KEYED = '_map'
function hasKeys(type: object): boolean {
  const keyed: unknown = Reflect.get(type, KEYED)
  return keyed instanceof Map && keyed.size > 0
}

/** Only strings, no embedded things and no marks: our editor has neither. */
function isPlain(text: Y.Text): boolean {
  if (hasKeys(text)) return false
  const delta: { insert?: unknown; attributes?: object }[] = text.toDelta()
  return delta.every((part) => typeof part.insert === 'string' && part.attributes === undefined)
}

function checkText(text: unknown): ShapeFault {
  return text instanceof Y.XmlText && isPlain(text) ? null : 'paragraph'
}

function checkParagraph(node: unknown): ShapeFault {
  if (!(node instanceof Y.XmlElement) || node.nodeName !== PARAGRAPH || hasKeys(node)) return 'paragraph'
  return first(node.toArray(), checkText)
}

function checkField(field: unknown): ShapeFault {
  if (!(field instanceof Y.XmlFragment) || field instanceof Y.XmlElement || hasKeys(field)) return 'field'
  return first(field.toArray(), checkParagraph)
}

function checkTitle(title: unknown): ShapeFault {
  if (!(title instanceof Y.Text) || title instanceof Y.XmlText) return 'field'
  if (title.length > DOCUMENT_LIMITS.line) return 'size'
  return isPlain(title) ? null : 'field'
}

function checkAgreement(map: unknown): ShapeFault {
  if (!(map instanceof Y.Map)) return 'agreement'
  const keys = [...map.keys()]
  if (keys.length !== KEYS.length || !KEYS.every((key) => map.has(key))) return 'agreement'
  const id: unknown = map.get('id')
  if (typeof id !== 'string' || id.length === 0) return 'agreement'
  if (id.length > DOCUMENT_LIMITS.line) return 'size'
  return checkTitle(map.get('title')) ?? checkField(map.get('text')) ?? checkField(map.get('why'))
}

function first<T>(parts: T[], check: (part: T) => ShapeFault): ShapeFault {
  for (const part of parts) {
    const fault = check(part)
    if (fault) return fault
  }
  return null
}

/** The only root is the array of agreements. */
function checkRoots(doc: Y.Doc): ShapeFault {
  for (const key of doc.share.keys()) if (key !== ROOT) return 'root'
  const root = agreementsOf(doc)
  if (hasKeys(root)) return 'root'
  return root.length > DOCUMENT_LIMITS.agreements ? 'size' : null
}

/** The whole document, for tests and after a rebuild. */
export const checkDocument = (doc: Y.Doc): ShapeFault =>
  checkRoots(doc) ?? first(agreementsOf(doc).toArray(), checkAgreement)

/**
 * Only what one transaction touched, so that a keystroke in a long document costs as little as in a short one.
 * New things below a touched one are looked at with it.
 */
export function checkChange(doc: Y.Doc, changed: Iterable<unknown>): ShapeFault {
  const roots = checkRoots(doc)
  if (roots) return roots
  for (const type of changed) {
    const fault = checkTouched(type, doc)
    if (fault) return fault
  }
  return null
}

function checkTouched(type: unknown, doc: Y.Doc): ShapeFault {
  if (type === agreementsOf(doc)) return first(agreementsOf(doc).toArray(), checkAgreement)
  if (type instanceof Y.Map) return checkAgreement(type)
  if (type instanceof Y.XmlText) return checkText(type)
  if (type instanceof Y.Text) return checkTitle(type)
  if (type instanceof Y.XmlElement) return checkParagraph(type)
  if (type instanceof Y.XmlFragment) return checkField(type)
  return 'agreement'
}
