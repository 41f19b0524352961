import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { SAVED } from '../../shared/wire.ts'

/**
 * Frames of the y-websocket protocol. Numbers are varints; `100` is ours: `[100, seq]` says that what this client
 * sent is stored under `seq`. A stock client ignores it.
 */
const SYNC = 0
const AWARENESS = 1
const QUERY_AWARENESS = 3

const STEP1 = 0
const STEP2 = 1
const UPDATE = 2

export interface AwarenessEntry {
  client: number
  clock: number
  /** Null: gone. */
  state: Record<string, unknown> | null
}

export type Frame =
  | { kind: 'ask'; stateVector: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'awareness'; entries: AwarenessEntry[] }
  | { kind: 'queryAwareness' }
  | { kind: 'other' }

/** Largest own awareness state, in bytes of JSON. */
const AWARENESS_BYTES = 4_096

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseState(text: string): Record<string, unknown> | null {
  if (text.length > AWARENESS_BYTES) return null
  const value: unknown = JSON.parse(text)
  return isRecord(value) ? value : null
}

/** States stay text until it is known whose they are: a stock client sends everybody's again. */
function readAwareness(bytes: Uint8Array, own: (client: number) => boolean): AwarenessEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  if (count > bytes.length) throw new RangeError('more entries than bytes')
  const entries: AwarenessEntry[] = []
  for (let i = 0; i < count; i++) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const text = decoding.readVarString(decoder)
    if (own(client)) entries.push({ client, clock, state: parseState(text) })
  }
  return entries
}

/** Throws on anything malformed. `bytes` must own its buffer, so that a false length can never reach other memory. */
export function readFrame(bytes: Uint8Array, own: (client: number) => boolean): Frame {
  const decoder = decoding.createDecoder(bytes)
  switch (decoding.readVarUint(decoder)) {
    case SYNC: {
      const step = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      if (step === STEP1) return { kind: 'ask', stateVector: payload }
      if (step === STEP2 || step === UPDATE) return { kind: 'update', update: payload }
      throw new RangeError('unknown sync step')
    }
    case AWARENESS:
      return { kind: 'awareness', entries: readAwareness(decoding.readVarUint8Array(decoder), own) }
    case QUERY_AWARENESS:
      return { kind: 'queryAwareness' }
    default:
      return { kind: 'other' }
  }
}

function sync(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

export const askFrame = (stateVector: Uint8Array): Uint8Array => sync(STEP1, stateVector)
export const stateFrame = (update: Uint8Array): Uint8Array => sync(STEP2, update)
export const updateFrame = (update: Uint8Array): Uint8Array => sync(UPDATE, update)

export function savedFrame(seq: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SAVED)
  encoding.writeVarUint(encoder, seq)
  return encoding.toUint8Array(encoder)
}

export function awarenessFrame(entries: AwarenessEntry[]): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(inner, client)
    encoding.writeVarUint(inner, clock)
    encoding.writeVarString(inner, JSON.stringify(state))
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, AWARENESS)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}
