import * as Y from 'yjs'
import { BULLETS, EM, ITEM, LINK, NUMBERS, PARAGRAPH, STRONG } from './blocks.ts'
import { rootOf } from './document.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { mayBeLink } from './richText.ts'

/**
 * Why a change is not one of a table's document; null when it is. `root`: words of an agreement the dialogue does not know.
 * `locked`: of one this person may not write in now.
 */
export type ShapeFault = 'root' | 'locked' | 'field' | 'block' | 'text' | 'size' | null

type Ids = ReadonlySet<string>

/** Every Yjs type keeps keyed values in a map of its own, also where its interface offers none. */
const KEYED = '_map'
function hasKeys(type: object): boolean {
  const keyed: unknown = Reflect.get(type, KEYED)
  return keyed instanceof Map && keyed.size > 0
}

type Part = { insert?: unknown; attributes?: Readonly<Record<string, unknown>> }

/** Only strings: no embedded things, and no marks but these. */
function holdsOnly(text: Y.Text, mayStand: (name: string, value: unknown) => boolean): boolean {
  if (hasKeys(text)) return false
  const parts: Part[] = text.toDelta()
  return parts.every(
    ({ insert, attributes = {} }) =>
      typeof insert === 'string' &&
      Object.entries(attributes).every(([name, value]) => mayStand(name, value)),
  )
}

function isMark(name: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const keys = Object.keys(value)
  if (name === STRONG || name === EM) return keys.length === 0
  const href: unknown = Reflect.get(value, 'href')
  return name === LINK && keys.join() === 'href' && typeof href === 'string' && mayBeLink(href)
}

function checkTitle(title: Y.Text): ShapeFault {
  if (title.length > DOCUMENT_LIMITS.line) return 'size'
  return holdsOnly(title, () => false) ? null : 'field'
}

const checkText = (text: unknown): ShapeFault =>
  text instanceof Y.XmlText && holdsOnly(text, isMark) ? null : 'text'

/** What may stand in each node; lists have one level. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  [PARAGRAPH]: [],
  [BULLETS]: [ITEM],
  [NUMBERS]: [ITEM],
  [ITEM]: [PARAGRAPH],
}
const TOP = [PARAGRAPH, BULLETS, NUMBERS]

const checkNodes = (nodes: unknown[], names: readonly string[]): ShapeFault =>
  first(nodes, (node) =>
    node instanceof Y.XmlElement && names.includes(node.nodeName) ? checkElement(node) : 'block',
  )

function checkElement(element: Y.XmlElement): ShapeFault {
  const children = CHILDREN[element.nodeName]
  if (!children || hasKeys(element)) return 'block'
  const nodes = element.toArray()
  return children.length === 0 ? first(nodes, checkText) : checkNodes(nodes, children)
}

const checkField = (field: Y.XmlFragment): ShapeFault =>
  hasKeys(field) ? 'field' : checkNodes(field.toArray(), TOP)

function first<T>(parts: Iterable<T>, check: (part: T) => ShapeFault): ShapeFault {
  for (const part of parts) {
    const fault = check(part)
    if (fault) return fault
  }
  return null
}

/** Only roots of agreements that there are. */
const checkRoots = (doc: Y.Doc, known: Ids): ShapeFault =>
  first(doc.share.keys(), (name) => (known.has(rootOf(name)?.id ?? '') ? null : 'root'))

function checkType(type: unknown): ShapeFault {
  if (type instanceof Y.XmlText) return checkText(type)
  if (type instanceof Y.Text) return checkTitle(type)
  if (type instanceof Y.XmlElement) return checkElement(type)
  return type instanceof Y.XmlFragment ? checkField(type) : 'field'
}

/** The whole document, for tests and after a rebuild. */
export const checkDocument = (doc: Y.Doc, known: Ids): ShapeFault =>
  checkRoots(doc, known) ?? first(doc.share.values(), checkType)

/**
 * Only what one transaction touched, so that a keystroke in a long document costs as little as in a short one.
 * New things below a touched one are looked at with it. `known`: the dialogue's agreements at this table;
 * `writable`: those that this writer may change now.
 */
export function checkChange(doc: Y.Doc, changed: Iterable<unknown>, known: Ids, writable: Ids): ShapeFault {
  return (
    checkRoots(doc, known) ??
    first(changed, (type) => (writable.has(agreementOf(doc, type) ?? '') ? checkType(type) : 'locked'))
  )
}

/** The agreement whose words a type belongs to. */
function agreementOf(doc: Y.Doc, type: unknown): string | null {
  let top = type
  while (top instanceof Y.AbstractType && top.parent) top = top.parent
  for (const [name, root] of doc.share) if (root === top) return rootOf(name)?.id ?? null
  return null
}
