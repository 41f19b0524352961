import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

export interface Gallery {
  /** Address of one state, in Dutch unless `more` says otherwise; `theme` is dark or contrast. */
  url: (state: string, theme?: string, more?: Record<string, string>) => string
  stop: () => Promise<void>
}

/** Rooms; the desks and the organiser's screen; the way in. */
export type Entry = 'index.html' | 'desk.html' | 'way.html'

/** Builds one page of the gallery as the product is built and serves it on a free port of loopback. */
export async function serveGallery(page: Entry): Promise<Gallery> {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const outDir = await mkdtemp(join(tmpdir(), 'gallery-'))
  const shared = { root, configFile: false, logLevel: 'error' } as const
  await build({
    ...shared,
    base: './',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, rollupOptions: { input: join(root, page) } },
  })
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  const base = server.resolvedUrls?.local[0] ?? ''
  return {
    url: (state, theme, more) =>
      `${base}${page}?${new URLSearchParams({ state, lang: 'nl', ...(theme ? { theme } : {}), ...more })}`,
    stop: async () => {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
