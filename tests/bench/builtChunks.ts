import { relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'

/** The client as it is built, without writing it: what imports what, and how large it is. */
export async function builtChunks(): Promise<(modules: readonly string[]) => number> {
  const built = await build({ configFile: 'vite.config.ts', logLevel: 'error', build: { write: false } })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const chunks = outputs.filter((one) => one.type === 'chunk')
  return (modules) => closureBytes(chunks, modules)
}

/** Bytes of the chunks with these modules and of all that these import at once, each packed by itself. */
function closureBytes(chunks: readonly Rolldown.OutputChunk[], modules: readonly string[]): number {
  const needed = new Set<Rolldown.OutputChunk>()
  const take = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || needed.has(chunk)) return
    needed.add(chunk)
    for (const name of chunk.imports) take(chunks.find(({ fileName }) => fileName === name))
  }
  for (const module of modules) take(chunkWith(chunks, module))
  return [...needed].reduce((sum, { code }) => sum + packedBytes(code), 0)
}

function chunkWith(chunks: readonly Rolldown.OutputChunk[], module: string): Rolldown.OutputChunk {
  const found = chunks.find(({ moduleIds }) => moduleIds.some((id) => relative('client', id) === module))
  if (!found) throw new Error(`no chunk has ${module}`)
  return found
}

/** As a server sends it that packs well. */
export const packedBytes = (code: string | Uint8Array): number => gzipSync(code, { level: 9 }).length
