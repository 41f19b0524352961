import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection, type Command, type Transaction } from 'prosemirror-state'
import { agreementSchema } from '../../../shared/agreement/schema.ts'

const { doc, paragraph, bullets, numbers, item } = agreementSchema.nodes

export const p = (text = ''): Node => paragraph.create(null, text === '' ? null : agreementSchema.text(text))
const items = (texts: string[]) => texts.map((text) => item.create(null, p(text)))
export const ul = (...texts: string[]): Node => bullets.create(null, items(texts))
export const ol = (...texts: string[]): Node => numbers.create(null, items(texts))

/** Blocks whose words carry the selection: from `<` to `>`, or a cursor at `|`. */
export function written(...blocks: Node[]): EditorState {
  let state = EditorState.create({ doc: doc.create(null, blocks) })
  const found: { [sign: string]: number } = {}
  for (const sign of '<>|') {
    state.doc.descendants((node, pos) => {
      const at = node.isText ? (node.text?.indexOf(sign) ?? -1) : -1
      if (at >= 0) found[sign] = pos + at
    })
    const at = found[sign]
    if (at !== undefined) state = state.apply(state.tr.delete(at, at + 1))
  }
  const from = found['<'] ?? found['|']
  if (from === undefined) return state
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, found['>'] ?? from)))
}

/** A list as its items after `- ` or `1. `, a paragraph as its words; the cursor as `|`, other selections as `<…>`. */
export function shown(state: EditorState): string[] {
  const { selection } = state
  const tr: Transaction = state.tr
  tr.insertText(selection.empty ? '' : '>', selection.to)
  tr.insertText(selection.empty ? '|' : '<', selection.from)
  const lines: string[] = []
  tr.doc.forEach((block) => {
    if (block.type === paragraph) return lines.push(block.textContent)
    return block.forEach((one, _offset, index) => {
      lines.push(`${block.type === bullets ? '-' : `${index + 1}.`} ${one.textContent}`)
    })
  })
  return lines
}

/** The state after a command; as it was when the command does not apply. */
export function after(state: EditorState, ...commands: Command[]): EditorState {
  let next = state
  for (const command of commands) command(next, (tr) => (next = next.apply(tr)))
  next.doc.check()
  return next
}
