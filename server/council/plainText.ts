import { Refused } from './outcome.ts'

const MARKS: readonly { mark: readonly number[]; encoding: string }[] = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
]

function encodingOf(bytes: Uint8Array): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  return marked?.encoding ?? 'utf-8'
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    // what an older Windows writes; every byte is a letter in it
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Control characters that no text has; one is enough to know that this is something else. */
const NO_TEXT = /[^\P{Cc}\t\n\r\f\u0080-\u009f]/u

/** A file without a kind of its own, as text. Rich text begins with a sign of its own and is a document of its own kind. */
export function decoded(bytes: Uint8Array): string {
  const text = decode(bytes)
  if (NO_TEXT.test(text) || text.startsWith('{\\rtf')) throw new Refused('not_a_document')
  return text
}
