import { statfs } from 'node:fs/promises'

/** Bytes that are free where this folder is; null where that cannot be told. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize, blocks } = await statfs(folder)
    return blocks > 0 ? bavail * bsize : null
  } catch {
    return null
  }
}
