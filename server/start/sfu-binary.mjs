import { execFile, spawn } from 'node:child_process'
import { constants, existsSync } from 'node:fs'
import { access, chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { Plain } from './process.mjs'

const run = promisify(execFile)

/** Later tags carry `replace` lines and cannot be installed with `go install`. */
const SFU_VERSION = '1.13.5'
const SOURCE = `github.com/livekit/livekit-server/cmd/server@v${SFU_VERSION}`

/** Where a build is kept: one for all projects of this user. */
const sfuCache = () =>
  join(
    process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
    'dialoogtafel',
    `livekit-server-v${SFU_VERSION}`,
  )

/**
 * The media server's program. In this order: on PATH (of the same line), an earlier build, built with Go,
 * taken out of the Docker image.
 * @param {{ log?: (line: string) => void, signal?: AbortSignal }} [options]
 * @returns {Promise<string>}
 */
export async function findSfu({ log = () => undefined, signal } = {}) {
  const installed = await onPath('livekit-server')
  if (installed && isRecent(await versionOf(installed))) return installed
  const cached = sfuCache()
  if ((await versionOf(cached)) === SFU_VERSION) return cached
  const go = await findGo()
  if (go) return await build(go, cached, log, signal)
  if ((await onPath('docker')) && (await fromImage(cached, log))) return cached
  throw new Plain(
    'Er is nog geen mediaserver. Een van deze drie is genoeg: installeer Go (https://go.dev/dl), installeer livekit-server 1.13 of nieuwer (1.x) zelf, of geef met LIVEKIT_URL, LIVEKIT_API_KEY en LIVEKIT_API_SECRET een server op die al draait.',
  )
}

/**
 * Of the same line, and not older than what is tested.
 * @param {string | null} version
 */
function isRecent(version) {
  const [major, minor = 0] = (version ?? '').split('.').map(Number)
  const [wantedMajor, wantedMinor = 0] = SFU_VERSION.split('.').map(Number)
  return major === wantedMajor && minor >= wantedMinor
}

/** @param {string} name */
async function onPath(name) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name)
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  return null
}

/**
 * @param {string} binary
 * @returns {Promise<string | null>} null: it is not there or does not run
 */
async function versionOf(binary) {
  try {
    const { stdout } = await run(binary, ['--version'], { timeout: 10_000 })
    return /(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? null
  } catch {
    return null
  }
}

/** Go's own installer does not put it on PATH. */
async function findGo() {
  const found = await onPath('go')
  return found ?? (existsSync('/usr/local/go/bin/go') ? '/usr/local/go/bin/go' : null)
}

/**
 * @param {string} go
 * @param {string} cached
 * @param {(line: string) => void} log
 * @param {AbortSignal | undefined} signal
 */
async function build(go, cached, log, signal) {
  const folder = join(cached, '..')
  await mkdir(folder, { recursive: true })
  const bin = await mkdtemp(join(folder, 'build-'))
  const started = Date.now()
  log('De mediaserver (LiveKit) wordt eenmalig gebouwd. Dat duurt ongeveer anderhalve minuut.')
  const ticking = setInterval(
    () => log(`De mediaserver wordt gebouwd: ${Math.round((Date.now() - started) / 1000)} s …`),
    20_000,
  )
  try {
    await install(go, bin, signal)
    await chmod(join(bin, 'server'), 0o755)
    await rename(join(bin, 'server'), cached)
    log(`De mediaserver is gebouwd in ${Math.round((Date.now() - started) / 1000)} s.`)
    return cached
  } finally {
    clearInterval(ticking)
    await rm(bin, { recursive: true, force: true })
  }
}

/**
 * In a process group of its own, so that a stop ends the compilers under it too.
 * @param {string} go
 * @param {string} bin
 * @param {AbortSignal | undefined} signal
 */
async function install(go, bin, signal) {
  const child = spawn(go, ['install', '-trimpath', '-ldflags', '-s -w', SOURCE], {
    env: { ...process.env, GOBIN: bin, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'auto', CGO_ENABLED: '0' },
    cwd: bin,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const end = () => {
    try {
      process.kill(-Number(child.pid), 'SIGKILL')
    } catch {
      // it had already ended
    }
  }
  signal?.addEventListener('abort', end, { once: true })
  let said = ''
  child.stderr.on('data', (part) => (said = (said + part).slice(-4_000)))
  const code = await new Promise((done, failed) => child.once('error', failed).once('close', done))
  signal?.removeEventListener('abort', end)
  if (code !== 0)
    throw new Plain(
      `De mediaserver kon niet worden gebouwd met Go: ${said.trim().split('\n').slice(-3).join(' · ')}`,
    )
}

/**
 * @param {string} cached
 * @param {(line: string) => void} log
 */
async function fromImage(cached, log) {
  const image = `livekit/livekit-server:v${SFU_VERSION}`
  await mkdir(join(cached, '..'), { recursive: true })
  const fresh = `${cached}.${process.pid}`
  try {
    log('De mediaserver wordt uit de Docker-image gehaald.')
    const { stdout } = await run('docker', ['create', image], { timeout: 180_000 })
    await run('docker', ['cp', `${stdout.trim()}:/livekit-server`, fresh])
    await run('docker', ['rm', stdout.trim()])
    if ((await versionOf(fresh)) !== SFU_VERSION) return false
    await copyFile(fresh, cached)
    return true
  } catch {
    return false
  } finally {
    await rm(fresh, { force: true })
  }
}
