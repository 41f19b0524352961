import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Relative base: the server knows the path it is mounted under and writes it into `<base href>`. */
export default defineConfig(({ command }) => {
  // whoever builds, tests included, builds what people get: React's development build is many times slower
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: 'client',
    base: './',
    plugins: [react()],
    build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  }
})
