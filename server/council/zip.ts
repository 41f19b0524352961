import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { Refused } from './outcome.ts'

/** A few files out of a packed one, by their names. */
export type Unpacked = ReadonlyMap<string, string>

const utf8 = new TextDecoder()

async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  if (entry.isEncrypted()) throw new Refused('encrypted')
  const parts: Buffer[] = []
  let size = 0
  for await (const part of await zip.openReadStreamPromise(entry)) {
    const bytes = Buffer.from(part)
    // counted as it comes: what the file says of its own size may be anything
    size += bytes.length
    if (size > most) throw new Refused('too_big')
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

/** Is all that is packed in it together no more than this? Refused when not. */
export async function fits(bytes: Uint8Array, most: number): Promise<void> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  let left = most
  for await (const entry of zip.eachEntry()) left -= (await unpack(zip, entry, left)).length
}

/** The wanted files as text; together they unpack to no more than `most` bytes, or the file is refused. */
export async function unzip(bytes: Uint8Array, wanted: readonly string[], most: number): Promise<Unpacked> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const found = new Map<string, string>()
  let left = most
  for await (const entry of zip.eachEntry()) {
    if (!wanted.includes(entry.fileName) || found.has(entry.fileName)) continue
    const unpacked = await unpack(zip, entry, left)
    left -= unpacked.length
    found.set(entry.fileName, utf8.decode(unpacked))
  }
  return found
}
