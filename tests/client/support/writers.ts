import { Selection, TextSelection, type Command } from 'prosemirror-state'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createEditor, type Editor } from '../../../client/parts/agreement/editor.ts'
import { bodyOf, readAgreement, writeAgreement } from '../../../shared/agreement/document.ts'
import type { RichText } from '../../../shared/agreement/richText.ts'
import { checkDocument } from '../../../shared/agreement/shape.ts'

const ID = 'agr_1'

export interface Writer {
  doc: Y.Doc
  editor: Editor
  text: () => RichText
  /** How many characters the last change would have made, when they do not fit. */
  full: () => number | null
  /** What the server would say of the document. */
  fault: () => unknown
  run: (command: Command) => void
  /** Puts the cursor, or a choice, in the words: places of the editor. */
  choose: (from: number, to?: number) => void
  goToEnd: () => void
  type: (words: string) => void
}

function writerOf(doc: Y.Doc): Writer {
  let full: number | null = null
  const mount = document.body.appendChild(document.createElement('div'))
  const editor = createEditor({
    mount,
    fragment: bodyOf(doc, ID, 'text'),
    awareness: new Awareness(doc),
    attributes: {},
    onFocus: () => undefined,
    onFull: (characters) => (full = characters),
    onLink: () => undefined,
  })
  const { view } = editor
  return {
    doc,
    editor,
    text: () => readAgreement(doc, ID).text,
    full: () => full,
    fault: () => checkDocument(doc, new Set([ID])),
    run: (command) => void command(view.state, view.dispatch, view),
    choose: (from, to = from) =>
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to))),
    goToEnd: () => view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc))),
    type: (words) => view.dispatch(view.state.tr.insertText(words)),
  }
}

/** One field of an agreement, and who writes in it. */
export function writing(text: RichText): Writer {
  const doc = new Y.Doc()
  writeAgreement(doc, { id: ID, text })
  return writerOf(doc)
}

/** Two people at one field; what one does is with the other at once. */
export function writingTogether(text: RichText): [Writer, Writer] {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  one.on('update', (update: Uint8Array, origin) => origin !== other && Y.applyUpdate(other, update, one))
  other.on('update', (update: Uint8Array, origin) => origin !== one && Y.applyUpdate(one, update, other))
  writeAgreement(one, { id: ID, text })
  return [writerOf(one), writerOf(other)]
}
