import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../server/start/process.mjs'
import { until } from './until.ts'

export interface RunningRedis {
  url: string
  /** It is gone at once, and there again on the same port. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** A Redis on loopback that keeps nothing. */
export async function startRedis(): Promise<RunningRedis> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-redis-'))
  const port = await freePort()
  let child: ChildProcess | null = null

  async function start() {
    const one = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    let said = ''
    one.stdout.on('data', (part: Buffer) => (said += part.toString()))
    child = one
    await until('Redis is ready', () => said.includes('Ready to accept connections'))
  }
  async function kill() {
    const one = child
    child = null
    if (!one || one.exitCode !== null) return
    const over = new Promise((resolve) => one.once('exit', resolve))
    one.kill('SIGKILL')
    await over
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    async stop() {
      await kill()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
