import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { SAVED } from '../../../shared/wire.ts'
import { partsFor } from './parts.ts'
import type { SavingEvent } from './saving.ts'

const SYNC = 0
const SYNC_STEP_1 = 0

/** How far the server is, when this is its question for what it lacks; what is read stays to be read. */
function askedFrom(decoder: decoding.Decoder): Uint8Array | null {
  const read = decoding.clone(decoder)
  return decoding.readVarUint(read) === SYNC_STEP_1 ? decoding.readVarUint8Array(read) : null
}

function sendUpdate({ ws }: WebsocketProvider, update: Uint8Array): void {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  writeUpdate(encoder, update)
  ws?.send(encoding.toUint8Array(encoder))
}

/**
 * A stock client knows nothing of saved-answers: count what goes out and what comes back. Nor does it know that a server takes no large
 * frames: what was typed for long without a line goes in parts (`unsent`: each change, in its order).
 */
export function countAnswers(
  provider: WebsocketProvider,
  unsent: () => readonly Uint8Array[],
  note: (event: SavingEvent) => void,
): void {
  const { doc, messageHandlers: handlers } = provider
  const sync = handlers[SYNC]
  handlers[SYNC] = (encoder, decoder, ...rest) => {
    const vector = askedFrom(decoder)
    const parts = vector ? partsFor(doc, vector, unsent()) : []
    for (const part of parts) {
      sendUpdate(provider, part)
      note('handedOver')
    }
    if (parts.length === 0) sync?.(encoder, decoder, ...rest)
    else {
      encoding.writeVarUint(encoder, SYNC)
      writeSyncStep2(encoder, doc, Y.encodeStateVector(doc))
    }
    if (vector) note('handedOver')
  }
  handlers[SAVED] = (_encoder, decoder) => {
    decoding.readVarUint(decoder)
    note('stored')
  }
}
