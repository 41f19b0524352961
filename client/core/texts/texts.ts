import type { StoreApi } from 'zustand/vanilla'
import type { Session } from '../../../shared/channel/session.ts'
import type { Words } from '../../../shared/agreement/canonical.ts'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { fetched } from '../fetched.ts'
import { join, type Left } from './left.ts'
import type { FieldName } from '../../../shared/agreement/document.ts'
import { createTextStore, setText, type TextView, type TextViews } from './store.ts'
import type { openDocument, TableDocument } from './tableDocument.ts'

/** So many refusals within a minute, and there is no going on. */
const PATIENCE = 3
const PATIENCE_MS = 60_000

/** How long to be quiet after the server said that it was too much. */
const QUIET_MS = 5_000

/** From these nothing typed here is stored any more. */
const NO_FURTHER: readonly TextView['status'][] = ['closed', 'broken', 'stuck']

interface Held {
  /** Null until the editor's machinery has come in. */
  document: TableDocument | null
  /** Screens that have it open. */
  users: number
  /** Moments at which the server refused what was typed here. */
  refusals: number[]
}

/** The tables' texts that are open on this device. Yjs is fetched with the first. */
export interface Texts {
  store: StoreApi<TextViews>
  /** Opens a table's text, or joins the screen that has it open already. */
  open(table: TableId): void
  /** The last screen to close it ends the connection. */
  leave(table: TableId): void
  /** After the session is live again, a right has changed, or by a press: tries once more what was closed or did not come in. */
  resume(table: TableId): void
  /** Tells the others in which field this person is, or in none. */
  setField(table: TableId, at: { agreement: string; field: FieldName } | null): void
  /** Puts these words in the place of what stands in an agreement; resolves once they are stored, rejects when they will not be. */
  replace(table: TableId, agreement: string, words: Words): Promise<void>
  /** What could not be kept was copied, or is not wanted. */
  dismissLeft(table: TableId): void
  /** Something typed here is not known to be stored. */
  unsaved(): boolean
  close(): void
}

export interface TextsInput {
  /** The person's own address. */
  url: string
  session: Session
  /** Asks anew under which epochs the texts are. */
  refreshAbout: () => Promise<void>
  /** Another machinery than Yjs over a WebSocket. */
  fetchDocument?: () => Promise<typeof openDocument>
}

const fetchYjs = async () => (await import('./tableDocument.ts')).openDocument

export function createTexts(input: TextsInput): Texts {
  const { url, session, refreshAbout, fetchDocument = fetchYjs } = input
  const store = createTextStore()
  const held = new Map<TableId, Held>()
  const load = fetched(fetchDocument)

  function connect(table: TableId, open: typeof openDocument): TableDocument {
    const { me, about } = session.store.getState()
    return open({
      url,
      table,
      me,
      epoch: about?.epochs[table] ?? 1,
      show: (change) => setText(store, table, change),
      onRefused: () => onRefused(table),
      onStale: () => void startAnew(table, false),
      onTooFast: () => void setTimeout(resume, QUIET_MS, table),
    })
  }

  async function begin(table: TableId, one: Held): Promise<void> {
    setText(store, table, { status: 'opening' })
    const open = await load().catch(() => null)
    if (held.get(table) !== one || one.document) return
    if (open) one.document = connect(table, open)
    else setText(store, table, { status: 'unfetched' })
  }

  function resume(table: TableId): void {
    const one = held.get(table)
    if (one?.document) one.document.resume()
    else if (one && store.getState()[table]?.status === 'unfetched') void begin(table, one)
  }

  /** Under a fresh client id and with what the server has; a page that is refused again and again says so and stops. */
  function onRefused(table: TableId): void {
    const one = held.get(table)
    if (!one) return
    const now = session.now()
    one.refusals = [...one.refusals.filter((at) => now - at < PATIENCE_MS), now]
    if (one.refusals.length < PATIENCE) return void startAnew(table, true)
    setText(store, table, { status: 'stuck' })
    offer(table, one.document?.left(true))
  }

  /** Beside what is still offered: nobody has copied that yet. */
  function offer(table: TableId, left: Left | null | undefined): void {
    const before = store.getState()[table]?.left
    if (left) setText(store, table, { left: before ? join(before, left) : left })
  }

  /** Nothing of the document this tab has may flow back. What was never stored is offered as text. */
  async function startAnew(table: TableId, refused: boolean): Promise<void> {
    const one = held.get(table)
    const old = one?.document
    if (!one || !old) return
    const [open] = await Promise.all([load(), refreshAbout().catch(() => undefined)])
    if (held.get(table) !== one || one.document !== old) return
    // what was typed while we asked is among it
    const left = old.left(refused)
    old.destroy()
    one.document = connect(table, open)
    offer(table, left)
  }

  function end(table: TableId, { document }: Held): void {
    // Only what surely never went out: what is on its way is most likely stored.
    const unsent = store.getState()[table]?.saved === 'unsent'
    held.delete(table)
    setText(store, table, { open: null })
    if (unsent) offer(table, document?.left(false))
    document?.destroy()
  }

  /** All that was typed here is stored. */
  const stored = (table: TableId, document: TableDocument): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const status = store.getState()[table]?.status
        const over = held.get(table)?.document !== document || (status && NO_FURTHER.includes(status))
        if (!over && document.unsaved()) return
        stop()
        if (over) reject(new Error('the text was closed'))
        else resolve()
      }
      const stop = store.subscribe(look)
      look()
    })

  return {
    store,
    open(table) {
      const found = held.get(table)
      if (found) {
        found.users += 1
        return
      }
      const one: Held = { document: null, users: 1, refusals: [] }
      held.set(table, one)
      void begin(table, one)
    },
    leave(table) {
      const found = held.get(table)
      if (found && --found.users === 0) end(table, found)
    },
    resume,
    setField: (table, at) => held.get(table)?.document?.setField(at),
    async replace(table, agreement, words) {
      const document = held.get(table)?.document
      if (!document) throw new Error('the text is not open')
      document.replace(agreement, words)
      await stored(table, document)
    },
    dismissLeft: (table) => setText(store, table, { left: null }),
    unsaved: () => [...held.values()].some(({ document }) => document?.unsaved() ?? false),
    close() {
      for (const [table, one] of held) end(table, one)
    },
  }
}
