import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { TableText } from '../../shared/agreement/document.ts'
import { readTable } from '../../shared/agreement/text.ts'
import type { PersonId, TableId } from '../../shared/dialogue/model.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { CLOSE } from '../../shared/wire.ts'
import { useSession } from '../session/store.ts'
import { countAnswers } from './answers.ts'
import { coWriters } from './coWriters.ts'
import { join, wordsOf, type Left } from './left.ts'
import { atRest, nextSaving, savedState, type SavingEvent } from './saving.ts'
import { setText, useTexts, type FieldName } from './store.ts'

/** A change the server will not have. Sent again it would be refused again, so the text is opened anew. */
const REFUSED: readonly number[] = [CLOSE.taken, 1008, 1009]
/** Trying again by itself would help nobody: our own codes, and refusals. */
const isFinal = (code: number): boolean => (code >= 4400 && code < 4500) || REFUSED.includes(code)
/** So many refusals within a minute, and there is no going on. */
const PATIENCE = 3
const PATIENCE_MS = 60_000

/** How long to be quiet after the server said that it was too much. */
const QUIET_MS = 5_000

interface Held {
  doc: Y.Doc
  awareness: Awareness
  provider: WebsocketProvider
  /** Screens that have it open. */
  users: number
  /** Moments at which the server refused what was typed here. */
  refusals: number[]
  unsaved(): boolean
  /** What was typed and is not known to be stored. */
  left(refused: boolean): Left | null
  destroy(): void
}

const held = new Map<TableId, Held>()

/** Under the page's own base, as every socket of this person. */
function documentsUrl(base: string, me: PersonId): string {
  const url = new URL(`p/${encodeURIComponent(me)}/docs`, base)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

const epochOf = (table: TableId): number => useSession.getState().about?.epochs[table] ?? 1

/** Open a table's text, or join the screen that has it open already. Close it with `closeText`. */
export function openText(table: TableId): void {
  const found = held.get(table)
  if (found) found.users += 1
  else held.set(table, connect(table))
}

/** The last screen to close it ends the connection. */
export function closeText(table: TableId): void {
  const found = held.get(table)
  if (!found || --found.users > 0) return
  // Only what surely never went out: what is on its way is most likely stored.
  const unsent = useTexts.getState()[table]?.saved === 'unsent'
  setText(table, { open: null })
  if (unsent) offer(table, found.left(false))
  found.destroy()
  held.delete(table)
}

/** After the session is live again, or a right has changed: try once more what the server had closed. */
export function resumeText(table: TableId): void {
  const provider = held.get(table)?.provider
  if (provider && !provider.shouldConnect) provider.connect()
}

/** Tell the others in which field this person is, or in none. */
export function setField(table: TableId, at: { agreement: string; field: FieldName } | null): void {
  held.get(table)?.awareness.setLocalStateField('at', at)
}

function connect(table: TableId): Held {
  const doc = new Y.Doc()
  const { me } = useSession.getState()
  const provider = new WebsocketProvider(documentsUrl(document.baseURI, me), table, doc, {
    disableBc: true,
    params: { epoch: String(epochOf(table)) },
    shouldReconnect: ({ code }) => !isFinal(code),
  })
  let saving = atRest
  let stored: TableText = []
  const note = (event: SavingEvent) => {
    saving = nextSaving(saving, event)
    if (!saving.unsaved) stored = useTexts.getState()[table]?.text ?? stored
    setText(table, { saved: savedState(saving) })
  }
  setText(table, {
    status: 'opening',
    saved: 'saved',
    text: [],
    writers: [],
    open: { doc, awareness: provider.awareness },
  })

  countAnswers(provider, note)
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) note('typed')
    setText(table, { text: readTable(doc) })
  })
  provider.on('status', ({ status }) => {
    if (status === 'connected') note('connected')
    if (status === 'disconnected') {
      note('lost')
      setText(table, { status: 'lost' })
    }
  })
  provider.on('sync', (synced) => {
    if (synced) setText(table, { status: 'open', text: readTable(doc) })
  })
  provider.awareness.on('change', () => setText(table, { writers: coWriters(provider.awareness, me) }))
  provider.on('closed', ({ code }) => {
    if (REFUSED.includes(code)) return onRefused(table)
    if (code === CLOSE.stale) return void startAnew(table, false)
    if (code === CLOSE.tooFast) return void setTimeout(resumeText, QUIET_MS, table)
    setText(table, { status: code === CLOSE.broken ? 'broken' : 'closed' })
  })
  const left = (refused: boolean): Left | null =>
    saving.unsaved ? { words: wordsOf(readTable(doc), stored), refused } : null

  return {
    doc,
    awareness: provider.awareness,
    provider,
    users: 1,
    refusals: [],
    unsaved: () => saving.unsaved,
    left,
    destroy: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Under a fresh client id and with what the server has; a page that is refused again and again says so and stops. */
function onRefused(table: TableId): void {
  const one = held.get(table)
  if (!one) return
  const now = Date.now()
  one.refusals = [...one.refusals.filter((at) => now - at < PATIENCE_MS), now]
  if (one.refusals.length < PATIENCE) return void startAnew(table, true)
  setText(table, { status: 'stuck' })
  offer(table, one.left(true))
}

/** Beside what is still offered: nobody has copied that yet. */
function offer(table: TableId, left: Left | null): void {
  const before = useTexts.getState()[table]?.left
  if (left) setText(table, { left: before ? join(before, left) : left })
}

/** Nothing of the document this tab has may flow back. What was never stored is offered as text. */
async function startAnew(table: TableId, refused: boolean): Promise<void> {
  const old = held.get(table)
  if (!old) return
  await refreshEpochs()
  if (held.get(table) !== old) return
  // what was typed while we asked is among it
  const left = old.left(refused)
  old.destroy()
  held.set(table, { ...connect(table), users: old.users, refusals: old.refusals })
  offer(table, left)
}

async function refreshEpochs(): Promise<void> {
  const { me } = useSession.getState()
  const reply = await fetch(new URL(`p/${encodeURIComponent(me)}/api/me`, document.baseURI)).catch(() => null)
  if (!reply?.ok) return
  const about = (await reply.json()) as MeReply
  useSession.setState({ about })
}

/** Leaving the page while something is not stored asks first. */
export function warnBeforeLeaving(event: BeforeUnloadEvent): void {
  if ([...held.values()].some((one) => one.unsaved())) event.preventDefault()
}
