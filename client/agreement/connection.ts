import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readTable } from '../../shared/agreement/text.ts'
import type { PersonId, TableId } from '../../shared/dialogue/model.ts'
import type { MeReply } from '../../shared/protocol.ts'
import { CLOSE } from '../../shared/wire.ts'
import { useSession } from '../session/store.ts'
import { atRest, nextSaving, savedState, type SavingEvent } from './saving.ts'
import { setText, useTexts, type CoWriter, type FieldName } from './store.ts'

const SYNC = 0
const SYNC_STEP_1 = 0
const SAVED = 100

/** How long to be quiet after the server said that it was too much. */
const QUIET_MS = 5_000

interface Held {
  doc: Y.Doc
  awareness: Awareness
  provider: WebsocketProvider
  /** Screens that have it open. */
  users: number
  unsaved(): boolean
  destroy(): void
}

const held = new Map<TableId, Held>()

/** Under the page's own base, as every socket of this person. */
export function documentsUrl(base: string, me: PersonId): string {
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
  setText(table, unsent ? { open: null, left: plainText(found.doc) } : { open: null })
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
  })
  let saving = atRest
  const note = (event: SavingEvent) => {
    saving = nextSaving(saving, event)
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
  provider.awareness.on('change', () => setText(table, { writers: coWriters(provider.awareness) }))
  provider.on('closed', ({ code }) => {
    if (code === CLOSE.stale) return void startAnew(table, saving.unsaved ? plainText(doc) : null)
    if (code === CLOSE.tooFast) return void setTimeout(resumeText, QUIET_MS, table)
    setText(table, { status: code === CLOSE.broken ? 'broken' : 'closed' })
  })

  return {
    doc,
    awareness: provider.awareness,
    provider,
    users: 1,
    unsaved: () => saving.unsaved,
    destroy: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** A stock client knows nothing of saved-answers: count what goes out and what comes back. */
function countAnswers(provider: WebsocketProvider, note: (event: SavingEvent) => void): void {
  const handlers = provider.messageHandlers
  const sync = handlers[SYNC]
  handlers[SYNC] = (encoder, decoder, ...rest) => {
    const asked = decoder.arr[decoder.pos] === SYNC_STEP_1
    sync?.(encoder, decoder, ...rest)
    if (asked) note('handedOver')
  }
  handlers[SAVED] = (_encoder, decoder) => {
    decoding.readVarUint(decoder)
    note('stored')
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function coWriter(state: unknown): CoWriter | null {
  if (!isRecord(state) || !isRecord(state.user) || !isRecord(state.at)) return null
  const { name, person } = state.user
  const { agreement, field } = state.at
  if (typeof name !== 'string' || typeof person !== 'string' || typeof agreement !== 'string') return null
  return field === 'title' || field === 'text' || field === 'why' ? { person, name, agreement, field } : null
}

function coWriters(awareness: Awareness): CoWriter[] {
  const { me } = useSession.getState()
  return [...awareness.getStates()]
    .filter(([client]) => client !== awareness.clientID)
    .flatMap(([, state]) => coWriter(state) ?? [])
    .filter((writer) => writer.person !== me)
}

const plainText = (doc: Y.Doc): string =>
  readTable(doc)
    .map(({ title, text, why }) => [title, ...text, ...why].filter(Boolean).join('\n'))
    .join('\n\n')

/** The document was rebuilt: nothing of this tab may flow back. What was never stored is offered as text. */
async function startAnew(table: TableId, left: string | null): Promise<void> {
  const old = held.get(table)
  if (!old) return
  await refreshEpochs()
  if (held.get(table) !== old) return
  old.destroy()
  held.set(table, { ...connect(table), users: old.users })
  setText(table, { left })
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

/** For tests: nothing open, nothing shown. */
export function closeAllTexts(): void {
  for (const one of held.values()) one.destroy()
  held.clear()
  useTexts.setState({}, true)
}
