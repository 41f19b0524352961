import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import {
  readTable,
  replaceWords,
  type FieldName,
  type TableText,
} from '../../../shared/agreement/document.ts'
import type { Words } from '../../../shared/agreement/canonical.ts'
import { DOCUMENT_LIMITS } from '../../../shared/agreement/limits.ts'
import type { PersonId, TableId } from '../../../shared/dialogue/model.ts'
import { CLOSE } from '../../../shared/wire.ts'
import { socketAddress } from '../socketAddress.ts'
import { countAnswers } from './answers.ts'
import { coWriters } from './coWriters.ts'
import { createGauge } from './gauge.ts'
import { wordsOf, type Left } from './left.ts'
import { atRest, nextSaving, savedState, type SavingEvent } from './saving.ts'
import type { TextView } from './store.ts'

/** A change the server will not have. Sent again it would be refused again, so the text is opened anew. */
const REFUSED: readonly number[] = [CLOSE.taken, CLOSE.locked, 1008, 1009]
/** Trying again by itself would help nobody: our own codes, and refusals. */
const isFinal = (code: number): boolean => (code >= 4400 && code < 4500) || REFUSED.includes(code)

export interface DocumentInput {
  /** The person's own address. */
  url: string
  table: TableId
  me: PersonId
  epoch: number
  show: (change: Partial<TextView>) => void
  onRefused: () => void
  /** It was rebuilt under another epoch. */
  onStale: () => void
  onTooFast: () => void
}

/** One table's text on one connection. */
export interface TableDocument {
  resume(): void
  setField(at: { agreement: string; field: FieldName } | null): void
  /** As if this person had typed it. */
  replace(agreement: string, words: Words): void
  unsaved(): boolean
  /** What was typed and is not known to be stored. */
  left(refused: boolean): Left | null
  destroy(): void
}

export function openDocument(input: DocumentInput): TableDocument {
  const { url, table, me, epoch, show } = input
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(socketAddress('docs', url), table, doc, {
    disableBc: true,
    params: { epoch: String(epoch) },
    shouldReconnect: ({ code }) => !isFinal(code),
  })
  const { awareness } = provider
  let saving = atRest
  let stored: TableText = {}
  let text: TableText = {}
  let unsent: Uint8Array[] = []
  const whole = createGauge(DOCUMENT_LIMITS.document, () => Y.encodeStateAsUpdate(doc).length)

  function note(event: SavingEvent): void {
    saving = nextSaving(saving, event)
    if (!saving.unsaved) {
      stored = text
      unsent = []
    }
    show({ saved: savedState(saving), nearlyFull: whole.isNear() })
  }

  function read(): TableText {
    text = readTable(doc)
    return text
  }

  show({ status: 'opening', saved: 'saved', text, writers: [], open: { doc, awareness } })
  countAnswers(provider, () => unsent, note)
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    whole.grew(update.length)
    if (origin !== provider) {
      unsent.push(update)
      note('typed')
    }
    show({ text: read() })
  })
  provider.on('status', ({ status }) => {
    if (status === 'connected') note('connected')
    if (status === 'disconnected') {
      note('lost')
      show({ status: 'lost' })
    }
  })
  provider.on('sync', (synced) => {
    if (synced) show({ status: 'open', text: read() })
  })
  awareness.on('change', () => show({ writers: coWriters(awareness, me) }))
  provider.on('closed', ({ code }) => {
    if (REFUSED.includes(code)) return input.onRefused()
    if (code === CLOSE.stale) return input.onStale()
    if (code === CLOSE.tooFast) return input.onTooFast()
    show({ status: code === CLOSE.broken ? 'broken' : 'closed' })
  })

  return {
    resume() {
      if (!provider.shouldConnect) provider.connect()
    },
    setField: (at) => awareness.setLocalStateField('at', at),
    replace: (agreement, words) => replaceWords(doc, agreement, words),
    unsaved: () => saving.unsaved,
    left: (refused) => (saving.unsaved ? { words: wordsOf(readTable(doc), stored), refused } : null),
    destroy() {
      provider.destroy()
      doc.destroy()
    },
  }
}
