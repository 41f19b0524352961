import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import express from 'express'
import { build } from 'vite'

export type PeerPage = 'raw' | 'conference'

/** Pages as somebody makes them with the libraries alone, built as ours is, on a server of their own. */
export interface PeerPages {
  /** `call`: where to call, and as whom. */
  address(page: PeerPage, call?: { url: string; token: string }): string
  close(): Promise<void>
}

export async function servePeers(...pages: PeerPage[]): Promise<PeerPages> {
  const outDir = mkdtempSync(join(tmpdir(), 'dialoogtafel-peers-'))
  const root = join(import.meta.dirname, 'peers')
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    base: './',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: pages.map((page) => join(root, `${page}.html`)) },
    },
  })
  const server = createServer(express().use(express.static(outDir)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: (page, call) =>
      `http://127.0.0.1:${port}/${page}.html${call ? `#${call.url},${call.token}` : ''}`,
    async close() {
      server.closeAllConnections()
      server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
