import type { NodeType, ResolvedPos } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { BULLETS, ITEM, NUMBERS, PARAGRAPH } from '../../../../shared/agreement/blocks.ts'
import type { ListKind } from '../../../../shared/agreement/richText.ts'
import { agreementSchema } from '../../../../shared/agreement/schema.ts'

const { [BULLETS]: bullets, [NUMBERS]: numbers, [ITEM]: item, [PARAGRAPH]: paragraph } = agreementSchema.nodes
const LISTS: Readonly<Record<ListKind, NodeType>> = { [BULLETS]: bullets, [NUMBERS]: numbers }

/** The list a place in a paragraph stands in; lists have one level, so there is one at most. */
export const listAt = ($pos: ResolvedPos): ListKind | null => {
  const { name } = $pos.node(1).type
  return name === BULLETS || name === NUMBERS ? name : null
}

/** Takes the paragraph at this place out of its list, which goes on below it. */
export function takeOut(tr: Transaction, pos: number): void {
  const range = tr.doc.resolve(pos).blockRange()
  if (range && range.depth > 0) tr.lift(range, 0)
}

/** Makes the paragraph at this place an item, of a list of its own if it stood in none of this kind. */
export function putIn(tr: Transaction, pos: number, kind: ListKind): void {
  const before = listAt(tr.doc.resolve(pos))
  if (before === kind) return
  const from = tr.steps.length
  if (before) takeOut(tr, pos)
  const range = tr.doc.resolve(tr.mapping.slice(from).map(pos)).blockRange()
  if (range) tr.wrap(range, [{ type: LISTS[kind] }, { type: item }])
}

/** Lists of one kind on top of each other become one, from the block before `from` to the block after `to`. */
export function joinLists(tr: Transaction, from: number, to: number): void {
  const first = Math.max(1, tr.doc.resolve(from).index(0))
  const last = Math.min(tr.doc.childCount - 1, tr.doc.resolve(to).index(0) + 1)
  let pos = tr.doc.resolve(to).posAtIndex(last, 0)
  for (let index = last; index >= first; index -= 1) {
    const [above, below] = [tr.doc.child(index - 1), tr.doc.child(index)]
    if (above.type === below.type && above.type !== paragraph) tr.join(pos)
    pos -= above.nodeSize
  }
}

/** Where the chosen paragraphs begin, in order. */
function chosen({ doc, selection }: EditorState): number[] {
  const found: number[] = []
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (node.type === paragraph) found.push(pos + 1)
  })
  return found
}

export const allIn = (state: EditorState, kind: ListKind): boolean =>
  chosen(state).every((pos) => listAt(state.doc.resolve(pos)) === kind)

/** The chosen paragraphs become items of such a list; are they that already, then paragraphs again. */
export const toggleList =
  (kind: ListKind): Command =>
  (state, dispatch) => {
    const { tr } = state
    const out = allIn(state, kind)
    // from the last to the first, so that the places before stay what they were
    for (const pos of chosen(state).toReversed()) {
      if (out) takeOut(tr, pos)
      else putIn(tr, pos, kind)
    }
    if (!out) joinLists(tr, tr.selection.from, tr.selection.to)
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** Enter in an item begins the next one. In an empty item it is left to others, who take it out of the list. */
export const splitItem: Command = (state, dispatch) => {
  const { $from, $to, empty } = state.selection
  if (!$from.parent.isTextblock || !listAt($from)) return false
  if (empty && $from.parent.content.size === 0) return false
  const { tr } = state
  if (!empty) tr.deleteRange($from.pos, $to.pos)
  tr.split(tr.mapping.map($from.pos), 2)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Backspace at the beginning of an item takes it out of the list. */
export const leaveList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock || $from.parentOffset > 0 || !listAt($from)) return false
  const { tr } = state
  takeOut(tr, $from.pos)
  dispatch?.(tr.scrollIntoView())
  return true
}
