import { execFileSync, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, hasEnded, Plain } from './process.mjs'

const AGAIN_MS = 500

/**
 * Is Redis installed on this system?
 * @returns {boolean}
 */
export function hasRedis() {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * What several servers tell one another by: a Redis on loopback that keeps nothing, and is started again when it ends.
 * @param {{ dir: string, log: (line: string) => void, onStart: (pid: number) => void }} how
 * @returns {Promise<{ url: string, stop: () => Promise<void>, kill: () => void }>}
 */
export async function startRedis({ dir, log, onStart }) {
  if (!hasRedis())
    throw new Plain(
      'Voor meer servers tegelijk is Redis nodig. Installeer redis-server, of geef een Redis op met REDIS_URL.',
    )
  const port = await freePort()
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  let stopping = false
  /** @type {import('node:child_process').ChildProcess} */
  let child

  function start() {
    child = spawn('redis-server', [...settings, '--dir', dir], { detached: true, stdio: 'ignore' })
    child.on('error', () => undefined)
    child.once('exit', () => void again())
    if (child.pid !== undefined) onStart(child.pid)
  }
  async function again() {
    if (stopping) return
    log('Redis is gestopt en wordt opnieuw gestart.')
    await sleep(AGAIN_MS)
    if (!stopping) start()
  }
  start()
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    stopping = true
    if (!hasEnded(child)) child.kill(signal)
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const over = new Promise((done) => child.once('exit', done))
      end('SIGTERM')
      if (!hasEnded(child)) await Promise.race([over, sleep(2_000)])
      end('SIGKILL')
    },
    kill: () => end('SIGKILL'),
  }
}
