import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { messages } from './client/build/messages.ts'

/** Vite puts a helper of its own around every `import()`; ours can be asked again after a file did not come. */
const fetchFirst: Plugin = {
  name: 'fetch-first',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler() {
      const ours = fileURLToPath(new URL('client/core/fetchFirst.ts', import.meta.url))
      return `export { fetchFirst as __vitePreload } from ${JSON.stringify(ours)}`
    },
  },
}

/** What is large and text lies there packed as well, for a server that packs nothing itself (`server/http/packedAssets.ts`). */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    for (const file of Object.keys(bundle)) {
      const path = join(dir, file)
      if (!/\.(js|css)$/.test(file) || !file.startsWith('assets/')) continue
      const whole = await readFile(path)
      if (whole.length < WORTH_BYTES) continue
      await writeFile(`${path}.gz`, gzipSync(whole, { level: 9 }))
      await writeFile(`${path}.br`, brotliCompressSync(whole))
    }
  },
}
/** Below this a file fits into one packet as it is. */
const WORTH_BYTES = 1_400

/** Relative base: the server knows the path it is mounted under and writes it into `<base href>`. */
export default defineConfig(({ command }) => {
  // whoever builds, tests included, builds what people get: React's development build is many times slower
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: 'client',
    base: './',
    plugins: [fetchFirst, messages, react(), packed],
    build: {
      outDir: '../dist/client',
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      // a file that needs no others is fetched first as well
      modulePreload: { resolveDependencies: (file, needed) => (needed.length > 0 ? needed : [file]) },
    },
  }
})
