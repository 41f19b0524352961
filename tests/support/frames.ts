import * as encoding from 'lib0/encoding'

/** Bytes of the document protocol, also such as no editor sends: numbers as they stand, bytes with their length. */
export function frame(...parts: (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of parts)
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else encoding.writeVarUint8Array(encoder, part)
  return encoding.toUint8Array(encoder)
}
/** A change of the text. */
export const updateFrame = (update: Uint8Array): Uint8Array => frame(0, 2, update)
