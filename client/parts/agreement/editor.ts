import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { EditorState, Plugin } from 'prosemirror-state'
import { EditorView, type DecorationAttrs } from 'prosemirror-view'
import { redo, undo, yCursorPlugin, ySyncPlugin, ySyncPluginKey, yUndoPlugin } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { EDITOR_LIMITS } from '../../../shared/agreement/limits.ts'
import { agreementSchema } from '../../../shared/agreement/schema.ts'

interface CursorUser {
  name: string
  color: string
}

/** Built with `element.style`: a style attribute would be stopped by the content security policy. */
export function cursorOf({ name, color }: CursorUser): HTMLElement {
  const cursor = document.createElement('span')
  cursor.className = 'dt-agreement-cursor'
  cursor.style.borderColor = color
  const label = document.createElement('span')
  label.className = 'dt-agreement-cursor-name'
  label.style.backgroundColor = color
  label.textContent = name
  label.setAttribute('aria-hidden', 'true')
  // Word joiners keep the caret from breaking a line of its own.
  cursor.append('\u2060', label, '\u2060')
  return cursor
}

/** ProseMirror sets these through `style.cssText`, not as an attribute in markup. */
const selectionOf = ({ color }: CursorUser): DecorationAttrs => ({
  class: 'agreement-selection',
  style: `background-color: ${/^#[0-9a-f]{6}$/i.test(color) ? color : '#43535f'}33`,
})

/** What this person adds stops at the limit; what others did before always comes in. */
function limit(onFull: (full: boolean) => void): Plugin {
  return new Plugin({
    filterTransaction: (transaction, state) => {
      if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true
      const size = transaction.doc.content.size
      const full = size > EDITOR_LIMITS.field && size > state.doc.content.size
      onFull(full)
      return !full
    },
  })
}

export interface EditorOptions {
  mount: HTMLElement
  fragment: Y.XmlFragment
  awareness: Awareness
  editable: boolean
  attributes: Record<string, string>
  onFocus: (focused: boolean) => void
  onFull: (full: boolean) => void
}

/** A field of plain paragraphs that everybody at the table writes in; undo takes back one's own typing only. */
export function createEditor(options: EditorOptions): EditorView {
  const { mount, fragment, awareness, editable, attributes, onFocus, onFull } = options
  const state = EditorState.create({
    schema: agreementSchema,
    plugins: [
      ySyncPlugin(fragment),
      yCursorPlugin(awareness, { cursorBuilder: cursorOf, selectionBuilder: selectionOf }),
      yUndoPlugin(),
      keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo }),
      keymap(baseKeymap),
      limit(onFull),
    ],
  })
  return new EditorView(
    { mount },
    {
      state,
      editable: () => editable,
      // y-prosemirror tells the view about cursors a moment later, also when it is gone by then.
      dispatchTransaction(this: EditorView, transaction) {
        if (!this.isDestroyed) this.updateState(this.state.apply(transaction))
      },
      attributes,
      handleDOMEvents: {
        focus: () => onFocus(true),
        blur: () => onFocus(false),
      },
    },
  )
}
