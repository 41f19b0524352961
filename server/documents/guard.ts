import * as Y from 'yjs'
import { DOCUMENT_LIMITS } from '../../shared/agreement/limits.ts'

/** An update taken apart before Yjs applies it. */
export interface Inspected {
  /** Per client id what it brings, in order and without gaps. */
  structs: ReadonlyMap<number, readonly Struct[]>
  /** Per client id what it deletes. */
  deletions: ReadonlyMap<number, readonly { clock: number; len: number }[]>
}
export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

export const endOf = ({ id, length }: Struct): number => id.clock + length

/**
 * Look at an update before Yjs applies it. Applying reserves memory by a count the sender wrote (ten bytes can cost
 * 250 MB), so the structs are walked one by one first: a count beyond the bytes runs off the end and throws.
 * Throws on anything malformed.
 */
export function inspect(update: Uint8Array): Inspected {
  refuseFalseCounts(update)
  const { structs, ds } = Y.decodeUpdate(update)
  if (structs.length > DOCUMENT_LIMITS.structs) throw new RangeError('too many structs')
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const own = byClient.get(struct.id.client)
    const previous = own?.at(-1)
    if (struct.length < 1) throw new RangeError('a struct without length')
    // Yjs keeps only the last part of a client id that comes twice
    if (previous && endOf(previous) !== struct.id.clock) throw new RangeError('a client id in two parts')
    if (own) own.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  return { structs: byClient, deletions: ds.clients }
}

/** The first two numbers stand before anything is walked; a struct takes two bytes at least, a client's part three. */
function refuseFalseCounts(update: Uint8Array): void {
  const clients = varUint(update, 0)
  if (clients.value * 3 > update.length) throw new RangeError('more clients than bytes')
  if (clients.value === 0) return
  const structs = varUint(update, clients.next)
  if (structs.value > update.length) throw new RangeError('more structs than bytes')
}

function varUint(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0
  let factor = 1
  for (let next = at; next < bytes.length; next++) {
    const byte = bytes[next] ?? 0
    value += (byte & 127) * factor
    if (byte < 128) return { value, next: next + 1 }
    factor *= 128
    if (value > Number.MAX_SAFE_INTEGER) break
  }
  throw new RangeError('number without an end')
}
