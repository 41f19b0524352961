import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import { SAVED } from '../../../shared/wire.ts'
import type { SavingEvent } from './saving.ts'

const SYNC = 0
const SYNC_STEP_1 = 0

/** A stock client knows nothing of saved-answers: count what goes out and what comes back. */
export function countAnswers(provider: WebsocketProvider, note: (event: SavingEvent) => void): void {
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
