import { clean } from '../../shared/dialogue/text.ts'
import { markdownText } from './markdownText.ts'
import { officeText } from './office.ts'
import { Refused } from './outcome.ts'
import { pdfText } from './pdfText.ts'
import { decoded } from './plainText.ts'
import type { CouncilText } from './read.ts'

const starts = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/** "%PDF-", which may stand a little way in. */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')
/** The box of older office files, and of newer ones with a password on them. */
export const isBox = (bytes: Uint8Array): boolean => starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)
export const isZip = (bytes: Uint8Array): boolean => starts(bytes, 0x50, 0x4b)
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')

export function refuseBox(bytes: Uint8Array): never {
  throw new Refused(Buffer.from(bytes).includes(ENCRYPTED_PACKAGE) ? 'encrypted' : 'not_a_document')
}

async function linesOf(given: CouncilText, unpacked: number): Promise<string[]> {
  if ('pasted' in given) return given.pasted.split(/\r\n?|\n/)
  const { bytes } = given
  if (isBox(bytes)) return refuseBox(bytes)
  if (isZip(bytes)) return officeText(bytes, unpacked)
  if (isPdf(bytes)) return pdfText(bytes)
  const text = decoded(bytes)
  return /\.(?:md|markdown)$/i.test(given.name) ? markdownText(text) : text.split(/\r\n?|\n/)
}

/** Every paragraph that says something, on one line, in order. */
export async function paragraphsOf(given: CouncilText, unpacked: number): Promise<string[]> {
  const lines = await linesOf(given, unpacked)
  const found = lines.map((line) => clean(line).replace(/\s+/g, ' ').trim()).filter((line) => line !== '')
  if (found.length === 0) throw new Refused('no_text')
  return found
}
