import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FieldName, TableText } from '../../../shared/agreement/document.ts'
import type { PersonId, TableId } from '../../../shared/dialogue/model.ts'
import type { Left } from './left.ts'
import type { Saved } from './saving.ts'

/** A table's text while it is open on a screen. */
export interface OpenText {
  doc: Y.Doc
  awareness: Awareness
}

/** Somebody else who has the cursor in a field. */
export interface CoWriter {
  person: PersonId
  name: string
  agreement: string
  field: FieldName
}

/** What the screens see of one table's text. */
export interface TextView {
  /**
   * `broken`: damaged in the database. `closed`: not for this person now. `stuck`: the server refuses what is typed
   * here, again and again. `unfetched`: what it takes to show a text did not come in.
   */
  status: 'opening' | 'open' | 'lost' | 'closed' | 'broken' | 'stuck' | 'unfetched'
  saved: Saved
  /** Near what a table's text can hold, with room left. */
  nearlyFull: boolean
  text: TableText
  writers: CoWriter[]
  /** Typed and never stored when the text was closed or rebuilt: for the person to copy. */
  left: Left | null
  /** The live document; another one after it was rebuilt under another epoch. Null while closed. */
  open: OpenText | null
}

export const closedText: TextView = {
  status: 'opening',
  saved: 'saved',
  nearlyFull: false,
  text: {},
  writers: [],
  left: null,
  open: null,
}

export type TextViews = Readonly<Record<TableId, TextView>>

export const createTextStore = (): StoreApi<TextViews> => createStore<TextViews>()(() => ({}))

export function setText(store: StoreApi<TextViews>, table: TableId, change: Partial<TextView>): void {
  store.setState((all) => ({ ...all, [table]: { ...(all[table] ?? closedText), ...change } }))
}
