import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { BULLETS, NUMBERS } from '../../../../shared/agreement/blocks.ts'
import type { ListKind } from '../../../../shared/agreement/richText.ts'
import type { Change } from '../line.ts'
import { joinLists, listAt, putIn, takeOut } from './lists.ts'

/** One paragraph or item as a line of plain text: its words begin at `pos` in the document, after a sign when it is an item. */
interface Line {
  pos: number
  sign: string
  words: string
  /** Where the line begins in the plain text. */
  at: number
}

function linesOf(doc: Node): Line[] {
  const lines: Line[] = []
  let at = 0
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return
    const $pos = doc.resolve(pos + 1)
    const list = listAt($pos)
    const sign = list === null ? '' : list === BULLETS ? '- ' : `${$pos.index(1) + 1}. `
    lines.push({ pos: pos + 1, sign, words: node.textContent, at })
    at += sign.length + node.textContent.length + 1
  })
  return lines
}

/** The whole text, a line for each paragraph and item. */
export const plainOf = (doc: Node): string =>
  linesOf(doc)
    .map(({ sign, words }) => sign + words)
    .join('\n')

/** A place in the plain text as one in the document; within a sign it is where the words begin. */
function placeAt(lines: readonly Line[], offset: number): { pos: number; inSign: boolean } {
  const line = lines.findLast(({ at }) => at <= offset)
  if (!line) return { pos: 1, inSign: false }
  const along = offset - line.at - line.sign.length
  return { pos: line.pos + Math.max(0, along), inSign: along < 0 }
}

/** The document's change for a change of its plain text. What stands outside it is not touched, nor are marks beside it. */
export function plainChange(state: EditorState, { at, remove, insert }: Change): Transaction {
  const { tr } = state
  const lines = linesOf(state.doc)
  const from = placeAt(lines, at)
  const to = placeAt(lines, at + remove)
  if (to.pos > from.pos) tr.delete(from.pos, to.pos)
  // who takes a sign away wants no item
  if (remove > 0 && from.inSign) takeOut(tr, from.pos)
  const first = tr.mapping.map(from.pos, -1)
  const last = write(tr, first, insert)
  if (insert !== '') readSigns(tr, first, last)
  return tr
}

/** Puts the words here, with a new paragraph or item at each end of line; tells where they end. */
function write(tr: Transaction, start: number, words: string): number {
  let pos = start
  words.split('\n').forEach((part, index) => {
    if (index > 0) pos = newLine(tr, pos)
    if (part !== '') tr.insertText(part, pos)
    pos += part.length
  })
  return pos
}

function newLine(tr: Transaction, pos: number): number {
  const $pos = tr.doc.resolve(pos)
  if (!listAt($pos)) return (tr.split(pos), pos + 2)
  if ($pos.parent.content.size > 0) return (tr.split(pos, 2), pos + 4)
  const before = tr.steps.length
  takeOut(tr, pos)
  return tr.mapping.slice(before).map(pos)
}

const SIGN = /^(?:[-*•]|(\d{1,3})[.)]) /

/** A paragraph that begins with the sign of an item now becomes one; in an item such a sign is there already. */
function readSigns(tr: Transaction, first: number, last: number): void {
  const before = tr.steps.length
  for (const start of startsOf(tr.doc, first, last)) {
    const pos = tr.mapping.slice(before).map(start)
    const $pos = tr.doc.resolve(pos)
    const sign = SIGN.exec($pos.parent.textContent)
    const kind = listAt($pos) ?? (sign && kindOf(sign, tr.doc.maybeChild($pos.index(0) - 1)))
    if (!sign || !kind) continue
    tr.delete(pos, pos + sign[0].length)
    putIn(tr, pos, kind)
    joinLists(tr, pos, pos)
  }
}

/** A number begins a list when it is the first, or goes on below one: other numbers would not stay what they are. */
const kindOf = ([, number]: RegExpExecArray, above: Node | null): ListKind | null =>
  number === undefined ? BULLETS : number === '1' || above?.type.name === NUMBERS ? NUMBERS : null

/** Where the lines between two places begin. */
function startsOf(doc: Node, first: number, last: number): number[] {
  const found: number[] = []
  doc.nodesBetween(first, last, (node, pos) => {
    if (node.isTextblock) found.push(pos + 1)
  })
  return found
}
