import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

/** What the image runs: the server as JavaScript, with nothing that reads TypeScript. */
const project = join(import.meta.dirname, '../..')
// under the project, so that the libraries are found
const out = join(project, 'dist', `node-${process.pid}`)
let database: TestDatabase
let app: ChildProcess

beforeAll(async () => {
  database = await createTestDatabase()
  execFileSync(
    process.execPath,
    [join(project, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', out],
    { cwd: project, stdio: 'inherit' },
  )
}, 120_000)
afterAll(async () => {
  app.kill('SIGKILL')
  rmSync(out, { recursive: true, force: true })
  await database.drop()
})

const children = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
const commandOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')

test('it starts, says that nothing but the media server is missing, and its listener is JavaScript too', async () => {
  app = spawn(process.execPath, [join(out, 'server/main.js')], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATABASE_URL: database.url,
      LIVEKIT_URL: 'ws://127.0.0.1:9',
      LIVEKIT_API_KEY: 'key',
      LIVEKIT_API_SECRET: 'a secret that is long enough for anybody',
      DT_INSTANCE_KEY: 'a key for tests that is long enough to be one',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  app.stdout?.on('data', (piece: Buffer) => (said += piece.toString()))
  await expect.poll(() => /organiser: (\S+)/.exec(said)?.[1], { timeout: 30_000 }).toBeDefined()
  const link = new URL(/organiser: (\S+)/.exec(said)?.[1] ?? '')
  const ready = await fetch(new URL('/readyz', link))
  expect(ready.status).toBe(503)
  expect(await ready.json()).toMatchObject({ ready: false, missing: [{ part: 'media' }] })
  const listeners = children(app.pid ?? 0).map(commandOf)
  expect(listeners).toHaveLength(1)
  expect(listeners[0]).toContain('listener.js')
  expect(listeners[0]).not.toContain('tsx')
}, 60_000)
