import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { deferred, FOR_THE_ADMINISTRATOR, hasEnded, Plain } from './process.mjs'

/** Who does not get ready this often in a row at the first start never will. */
const TRIES = 5
const MAX_PAUSE_MS = 2_000
/** Who worked for so long and then ended of their own accord asks for a successor. */
const WORKED_MS = 30_000
const MAX_LOG_BYTES = 10_000_000

/**
 * A Node program that is started again when it ends by itself.
 * It runs in a process group of its own: Ctrl-C in a terminal reaches the supervisor alone, which ends the rest in order.
 * @param {object} how
 * @param {string} how.project
 * @param {string} how.script path within the project
 * @param {string} how.logFile
 * @param {() => Record<string, string | undefined>} how.environment asked again at every start
 * @param {(message: unknown) => void} [how.onMessage]
 * @param {(pid: number, send: (message: unknown) => void) => void} [how.onStart]
 * @param {(line: string) => void} how.log
 * @param {string} how.name as people read it
 */
export function keepAlive({ project, script, logFile, environment, onMessage, onStart, log, name }) {
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null
  let stopping = false
  let hasBeenReady = false
  let failures = 0
  let startedAt = 0
  /** @type {ReturnType<typeof deferred<never>>} */
  const failure = deferred()
  failure.promise.catch(() => undefined)

  const start = () => {
    rotate(logFile)
    const output = openSync(logFile, 'a', 0o600)
    const begun = spawn(process.execPath, ['--import', 'tsx', script], {
      cwd: project,
      detached: true,
      env: { ...process.env, ...environment() },
      stdio: ['ignore', output, output, 'ipc'],
    })
    closeSync(output)
    child = begun
    startedAt = Date.now()
    begun.on('message', (message) => onMessage?.(message))
    begun.on('error', () => undefined)
    begun.on('exit', (code, signal) => void again(code, signal))
    if (begun.pid !== undefined)
      onStart?.(begun.pid, (message) => begun.connected && begun.send(/** @type {object} */ (message)))
  }

  /**
   * @param {number | null} code
   * @param {string | null} signal
   */
  const again = async (code, signal) => {
    if (stopping) return
    if (code === 0 && Date.now() - startedAt > WORKED_MS) return start()
    failures++
    if (!hasBeenReady && (failures >= TRIES || code === FOR_THE_ADMINISTRATOR)) {
      failure.reject(new Plain(`${name} start niet:\n${lastLines(logFile)}`))
      return
    }
    log(`${name} is gestopt (${signal ?? code}) en wordt opnieuw gestart.`)
    await sleep(Math.min(100 * 2 ** (failures - 1), MAX_PAUSE_MS))
    if (!stopping) start()
  }

  start()
  return {
    /** Rejects when it will not start. */
    failed: failure.promise,
    /** It works: from now on it is started again for ever, and at once. */
    ready() {
      hasBeenReady = true
      failures = 0
    },
    /** @param {number} patienceMs */
    async stop(patienceMs) {
      stopping = true
      const last = child
      if (!last || hasEnded(last)) return
      const over = new Promise((done) => last.once('exit', done))
      last.kill('SIGTERM')
      await Promise.race([over, sleep(patienceMs)])
      if (!hasEnded(last)) last.kill('SIGKILL')
      await Promise.race([over, sleep(1_000)])
    },
    kill() {
      stopping = true
      child?.kill('SIGKILL')
    },
  }
}

/** @param {string} file */
function rotate(file) {
  if (existsSync(file) && statSync(file).size > MAX_LOG_BYTES) renameSync(file, `${file}.1`)
}

/** @param {string} file */
const lastLines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
