import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Plain } from './process.mjs'

/** @typedef {{ project: string, log: (line: string) => void, signal?: AbortSignal }} Work */

/**
 * Bring node_modules in line with the lock file; does nothing when it already is.
 * @param {Work} work
 */
export async function install({ project, log, signal }) {
  if (isInstalled(project)) return
  for (let attempt = 1; ; attempt++) {
    log(attempt === 1 ? 'De programmadelen worden opgehaald (npm ci).' : `npm ci, poging ${attempt} van 3.`)
    const { code, said } = await npmCi(project, signal)
    if (code === 0) return
    signal?.throwIfAborted()
    if (attempt === 3) throw new Plain(`De programmadelen konden niet worden opgehaald:\n${said}`)
  }
}

/**
 * Derived, never noted: npm writes what it installed into node_modules/.package-lock.json once it is whole.
 * @param {string} project
 */
export function isInstalled(project) {
  const wanted = packages(join(project, 'package-lock.json'))
  const present = packages(join(project, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    // packages for another platform are left out, and so are peers that nobody needs
    return found
      ? found.version === entry.version
      : Boolean(entry.optional || entry.peer || entry.devOptional)
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean, devOptional?: boolean }> | null}
 */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/**
 * The npm that started us, or the one on PATH.
 * @param {string} project
 * @param {AbortSignal | undefined} signal
 */
function npmCi(project, signal) {
  const own = process.env['npm_execpath']
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  return own?.endsWith('.js')
    ? collect(process.execPath, [own, ...args], project, signal)
    : collect(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, project, signal)
}

/**
 * Runs to the end in a process group of its own, so that a stop ends all of it.
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<{ code: number | null, said: string }>} the last of what it said
 */
async function collect(command, args, cwd, signal) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const end = () => {
    try {
      process.kill(-Number(child.pid), 'SIGKILL')
    } catch {
      // it had already ended
    }
  }
  signal?.addEventListener('abort', end, { once: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => (said = (said + part).slice(-3_000)))
  try {
    const code = await new Promise((done, failed) => child.once('error', failed).once('close', done))
    return { code, said: said.trim() }
  } finally {
    signal?.removeEventListener('abort', end)
  }
}

/**
 * Build the client into dist/client; does nothing when nothing it is made of has changed.
 * Built beside it and swapped when whole, so that a running server never serves half a build.
 * @param {Work} work
 */
export async function buildClient({ project, log, signal }) {
  const dist = join(project, 'dist')
  const note = join(dist, 'client.sources')
  const sources = fingerprint(project)
  if (
    existsSync(join(dist, 'client', 'index.html')) &&
    existsSync(note) &&
    readFileSync(note, 'utf8') === sources
  )
    return
  log('De schermen worden gebouwd.')
  mkdirSync(dist, { recursive: true })
  const fresh = join(dist, `client.${process.pid}`)
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn']
  const { code, said } = await collect(process.execPath, args, project, signal)
  signal?.throwIfAborted()
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Plain(`De schermen konden niet worden gebouwd:\n${said}`)
  }
  const old = `${fresh}.old`
  if (existsSync(join(dist, 'client'))) renameSync(join(dist, 'client'), old)
  renameSync(fresh, join(dist, 'client'))
  writeFileSync(note, sources)
  rmSync(old, { recursive: true, force: true })
}

/** @param {string} project */
function fingerprint(project) {
  const hash = createHash('sha256')
  for (const name of ['client', 'shared', 'vite.config.ts', 'package-lock.json'])
    add(join(project, name), name, hash)
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @param {string} name
 * @param {import('node:crypto').Hash} hash
 */
function add(path, name, hash) {
  if (!existsSync(path)) return
  if (!/\.[a-z0-9]+$/i.test(name)) {
    for (const entry of readdirSync(path).toSorted()) add(join(path, entry), `${name}/${entry}`, hash)
    return
  }
  hash.update(name).update('\0').update(readFileSync(path)).update('\0')
}
