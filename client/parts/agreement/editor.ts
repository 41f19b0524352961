import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { EditorState, Plugin } from 'prosemirror-state'
import { EditorView, type DecorationAttrs } from 'prosemirror-view'
import { yCursorPlugin, ySyncPlugin, ySyncPluginKey, yUndoPlugin } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { EDITOR_LIMITS } from '../../../shared/agreement/limits.ts'
import { agreementSchema } from '../../../shared/agreement/schema.ts'
import { KEYS } from './writing/keys.ts'
import { markupOf, pasted } from './writing/pasted.ts'

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

/** The same as in what is stored. */
const charactersIn = (doc: Node): number => doc.textBetween(0, doc.content.size, '\n').length

/** What this person adds stops at the limit; what others did before always comes in, and when it makes room nothing is too long any more. */
function limit(onFull: (characters: number | null) => void): Plugin {
  return new Plugin({
    filterTransaction: (transaction, state) => {
      if (!transaction.docChanged) return true
      const [characters, before] = [charactersIn(transaction.doc), charactersIn(state.doc)]
      if (transaction.getMeta(ySyncPluginKey)) {
        if (characters < before) onFull(null)
        return true
      }
      const full = characters > EDITOR_LIMITS.field && characters > before
      onFull(full ? characters : null)
      return !full
    },
  })
}

export interface EditorOptions {
  mount: HTMLElement
  fragment: Y.XmlFragment
  awareness: Awareness
  attributes: Record<string, string>
  onFocus: (focused: boolean) => void
  /** How many characters it would have been; null when they fit. */
  onFull: (characters: number | null) => void
  /** Asked for by the keyboard. */
  onLink: () => void
}

export interface Editor {
  view: EditorView
  /** Tells of every change of its state. */
  subscribe: (changed: () => void) => () => void
}

function stateOf({ fragment, awareness, onFull, onLink }: EditorOptions): EditorState {
  const askLink = () => (onLink(), true)
  return EditorState.create({
    schema: agreementSchema,
    plugins: [
      ySyncPlugin(fragment),
      yCursorPlugin(awareness, { cursorBuilder: cursorOf, selectionBuilder: selectionOf }),
      yUndoPlugin(),
      keymap({ ...KEYS, 'Mod-k': askLink }),
      limit(onFull),
    ],
  })
}

/** A field of paragraphs and lists that everybody at the table writes in; undo takes back one's own typing only. */
export function createEditor(options: EditorOptions): Editor {
  const { mount, attributes, onFocus } = options
  const listeners = new Set<() => void>()
  const view = new EditorView(
    { mount },
    {
      state: stateOf(options),
      // y-prosemirror tells the view about cursors a moment later, also when it is gone by then.
      dispatchTransaction(this: EditorView, transaction) {
        if (this.isDestroyed) return
        this.updateState(this.state.apply(transaction))
        for (const changed of listeners) changed()
      },
      transformPastedHTML: (html) => markupOf(pasted(html)),
      // whatever a translator puts in here would be written into everybody's agreement
      attributes: { ...attributes, translate: 'no' },
      handleDOMEvents: {
        focus: () => onFocus(true),
        blur: () => onFocus(false),
      },
    },
  )
  const subscribe = (changed: () => void) => {
    listeners.add(changed)
    return () => void listeners.delete(changed)
  }
  return { view, subscribe }
}
