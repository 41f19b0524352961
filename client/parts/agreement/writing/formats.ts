import type { MarkType } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { BULLETS, EM, NUMBERS, STRONG } from '../../../../shared/agreement/blocks.ts'
import { agreementSchema } from '../../../../shared/agreement/schema.ts'
import { linkPlace } from './link.ts'
import { allIn } from './lists.ts'

const { [STRONG]: strong, [EM]: em } = agreementSchema.marks

/** Whether what is chosen, or what is typed next, has this mark. */
function marked({ doc, selection, storedMarks }: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = selection
  if (!empty) return doc.rangeHasMark(from, to, type)
  return type.isInSet(storedMarks ?? $from.marks()) !== undefined
}

/** What the buttons show as pressed. */
export const formatsOf = (state: EditorState) => ({
  strong: marked(state, strong),
  em: marked(state, em),
  bullets: allIn(state, BULLETS),
  numbers: allIn(state, NUMBERS),
  link: linkPlace(state).href !== '',
})
