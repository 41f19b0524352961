import { Refused } from './outcome.ts'

const MARKS: readonly { mark: readonly number[]; encoding: string }[] = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
]

/** How much of a file is looked at. */
const SAMPLE = 1_000

/** Letters that Dutch is written in have an empty half in UTF-16; nothing else that is text has empty bytes. */
function unmarked(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE)
  const empty = (half: number) => sample.filter((byte, at) => at % 2 === half && byte === 0).length
  const [even, odd] = [empty(0), empty(1)]
  if (Math.max(even, odd) * 4 < sample.length || sample.length === 0) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function encodingOf(bytes: Uint8Array): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  return marked?.encoding ?? unmarked(bytes) ?? 'utf-8'
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
