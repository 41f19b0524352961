import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { databaseOwner, reachable } from './owner.mjs'
import { findBinaries } from './binaries.mjs'
import { endProcess, freePort, hasEnded, isSame, Plain, startTimeOf } from './process.mjs'

/** Seconds to wait for a database that recovers from a crash. */
const PATIENCE_S = 60
const ATTEMPTS = 4
const AGAIN_MS = 500

/**
 * A real PostgreSQL server on loopback, in a folder of its own.
 * A server that still lives there is adopted. It runs detached: it outlives this process unless `stop` is called.
 * @param {import('./postgres.d.mts').PostgresOptions} options
 * @returns {Promise<import('./postgres.d.mts').RunningPostgres>}
 */
export async function startPostgres({ dataDir, log = () => undefined, port }) {
  const dir = resolve(dataDir)
  const owner = databaseOwner(log)
  mkdirSync(dirname(dir), { recursive: true })
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (owner) chownSync(dir, owner.uid, owner.gid)
  chmodSync(dir, 0o700)
  const blocked = owner && reachable(dir, owner)
  if (blocked)
    throw new Plain(
      `De database draait als gebruiker "postgres" en die mag niet in ${blocked}. Kies met --data een map waar hij wel bij kan, zoals /var/lib/dialoogtafel.`,
    )
  const cluster = join(dir, 'cluster')
  const living = await adopt(dir, cluster)
  if (living) {
    log(`De database draaide nog (proces ${living.pid}) en is overgenomen.`)
    return living
  }
  const binaries = findBinaries(owner, log)
  if (!existsSync(cluster)) await initialise(dir, cluster, binaries, owner, log)
  checkVersion(cluster, binaries)
  return await launch(dir, cluster, binaries, owner, port)
}

/** @param {string} dir */
const passwordOf = (dir) => readFileSync(join(dir, 'password'), 'utf8').trim()

/**
 * What the server wrote about itself.
 * @param {string} cluster
 */
function postmaster(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: (lines[7] ?? '').trim() === 'ready' }
  } catch {
    return null
  }
}

/**
 * The living server of this folder, if there is one.
 * @param {string} dir
 * @param {string} cluster
 */
async function adopt(dir, cluster) {
  const known = postmaster(cluster)
  if (!known) return null
  const startTime = startTimeOf(known.pid)
  if (startTime === null || !serves(known.pid, cluster)) {
    // the id belongs to nobody, or by now to something else: the note is old, and would stop a new server
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
    return null
  }
  for (let waited = 0; waited < PATIENCE_S * 10; waited++) {
    const now = postmaster(cluster)
    if (now?.ready) return running(dir, now.pid, startTime, now.port, true)
    if (!isSame(known.pid, startTime)) return null
    await sleep(100)
  }
  throw new Plain(
    `De database (proces ${known.pid}) draait, maar wordt niet klaar. Zie ${join(dir, 'server.log')}.`,
  )
}

/**
 * A process with this id may be another database by now, after a reboot for instance: only its own folder tells.
 * @param {number} pid
 * @param {string} cluster
 */
function serves(pid, cluster) {
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    const folder = args[args.indexOf('-D') + 1]
    return Boolean(folder) && realpathSync(String(folder)) === realpathSync(cluster)
  } catch {
    // no /proc on this system: the start of the server itself decides
    return process.platform !== 'linux'
  }
}

/**
 * Made under another name and renamed when whole, so that a start that was cut short leaves no half database.
 * @param {string} dir
 * @param {string} cluster
 * @param {string} binaries
 * @param {import('./owner.mjs').Owner | null} owner
 * @param {(line: string) => void} log
 */
async function initialise(dir, cluster, binaries, owner, log) {
  log('De database wordt voor het eerst aangemaakt.')
  const fresh = `${cluster}.new`
  rmSync(fresh, { recursive: true, force: true })
  const file = join(dir, 'password')
  writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (owner) chownSync(file, owner.uid, owner.gid)
  const child = spawn(
    join(binaries, 'bin', 'initdb'),
    [
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${file}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '-D',
      fresh,
    ],
    { cwd: dir, detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: environment(), ...owner },
  )
  let said = ''
  child.stderr.on('data', (part) => (said += part))
  const code = await new Promise((done, failed) => child.once('error', failed).once('close', done))
  if (code !== 0) throw new Plain(`De database kon niet worden aangemaakt: ${said.trim().split('\n').at(-1)}`)
  renameSync(fresh, cluster)
}

/**
 * @param {string} cluster
 * @param {string} binaries
 */
function checkVersion(cluster, binaries) {
  const has = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const sample = readFileSync(join(binaries, 'version'), 'utf8').trim()
  if (has !== sample)
    throw new Plain(
      `De gegevens zijn van PostgreSQL ${has}; dit programma brengt PostgreSQL ${sample} mee. Zet een reservekopie van de oude versie terug (docs/deploy.md).`,
    )
}

/** No PG… variable of the caller may steer the server. */
function environment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && name !== 'NODE_OPTIONS',
  )
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

/**
 * @param {string} dir
 * @param {string} cluster
 * @param {string} binaries
 * @param {import('./owner.mjs').Owner | null} owner
 * @param {number | undefined} fixedPort
 */
async function launch(dir, cluster, binaries, owner, fixedPort) {
  for (let attempt = 1; ; attempt++) {
    const port = fixedPort ?? (await freePort())
    const output = openSync(join(dir, 'server.log'), 'a', 0o600)
    const child = spawn(join(binaries, 'bin', 'postgres'), ['-D', cluster, ...settings(port)], {
      cwd: dir,
      detached: true,
      stdio: ['ignore', output, output],
      env: environment(),
      ...owner,
    })
    closeSync(output)
    child.once('error', () => undefined)
    child.unref()
    if (await becomesReady(cluster, child)) {
      return running(dir, Number(child.pid), startTimeOf(Number(child.pid)), port, false)
    }
    if (attempt === ATTEMPTS)
      throw new Plain(`De database start niet. De reden staat in ${join(dir, 'server.log')}.`)
    // the free port was taken in between, or children of one that was killed still hold the memory they shared
    await sleep(AGAIN_MS)
  }
}

/**
 * Crash-safe as PostgreSQL is by default; values of parameters and rows stay out of the log.
 * @param {number} port
 */
const settings = (port) =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: '200',
    shared_buffers: '64MB',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_min_messages: 'warning',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/**
 * @param {string} cluster
 * @param {import('node:child_process').ChildProcess} child
 */
async function becomesReady(cluster, child) {
  for (let waited = 0; waited < PATIENCE_S * 40 && !hasEnded(child); waited++) {
    const now = postmaster(cluster)
    if (now?.ready && now.pid === child.pid) return true
    await sleep(25)
  }
  return false
}

/**
 * @param {string} dir
 * @param {number} pid
 * @param {string | null} startTime
 * @param {number} port
 * @param {boolean} adopted
 * @returns {import('./postgres.d.mts').RunningPostgres}
 */
const running = (dir, pid, startTime, port, adopted) => ({
  url: `postgres://postgres:${passwordOf(dir)}@127.0.0.1:${port}/postgres`,
  pid,
  port,
  startTime,
  adopted,
  alive: () => isSame(pid, startTime),
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one (recovery follows at the next start)
  stop: () => endProcess({ pid, startTime, signal: 'SIGINT', patienceMs: 8_000, force: 'SIGQUIT' }),
})
