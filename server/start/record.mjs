import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endProcess, isSame, Plain, startTimeOf } from './process.mjs'

/** @typedef {{ pid: number, startTime: string | null }} Known */
/**
 * What runs for one data folder. Nothing is ever looked for by name: whoever is not in here is not ours.
 * @typedef {object} Run
 * @property {Known} [supervisor]
 * @property {number} [port]
 * @property {Known} [server]
 * @property {Known[]} [others] further servers
 * @property {Known} [redis]
 * @property {Known} [voices]
 * @property {Known & { port: number }} [postgres]
 * @property {import('./sfu.d.mts').KnownSfu} [sfu]
 */

/**
 * @param {string} data
 * @returns {Run}
 */
export function readRun(data) {
  try {
    return JSON.parse(readFileSync(join(data, 'run.json'), 'utf8'))
  } catch {
    return {}
  }
}

/**
 * Holds DATA/run.json (it carries the media server's keys: for the owner alone).
 * @param {string} data
 */
export function openRecord(data) {
  const file = join(data, 'run.json')
  /** @type {Run} */
  let run = readRun(data)
  if (
    run.supervisor &&
    run.supervisor.pid !== process.pid &&
    isSame(run.supervisor.pid, run.supervisor.startTime)
  )
    throw new Plain(
      `Dialoogtafel draait al met de gegevens in ${data} (proces ${run.supervisor.pid}, poort ${run.port}). Stop die eerst, of kies een andere map met --data.`,
    )
  /** @param {Partial<Run>} change */
  const note = (change) => {
    run = { ...run, ...change }
    const fresh = `${file}.${process.pid}`
    writeFileSync(fresh, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 })
    renameSync(fresh, file)
  }
  return {
    note,
    current: () => run,
    /** Whatever still runs stays known, so that the next start finds it. */
    close() {
      const left = [run.postgres, run.sfu].some((one) => one && isSame(one.pid, one.startTime))
      const ended = { server: undefined, others: undefined, redis: undefined, voices: undefined }
      if (left) note({ supervisor: undefined, ...ended })
      else rmSync(file, { force: true })
    },
  }
}

/** @param {number} pid @returns {Known} */
export const known = (pid) => ({ pid, startTime: startTimeOf(pid) })

/**
 * A server or voices of a supervisor that was killed would keep the port and the seats;
 * a database or media server that somebody else now provides is not needed any more.
 * @param {Run} run
 */
export async function endOrphans({ server, others = [], redis, voices, postgres, sfu }) {
  await Promise.all([
    end(server, 'SIGTERM'),
    ...others.map((one) => end(one, 'SIGTERM')),
    end(redis, 'SIGTERM'),
    end(voices, 'SIGTERM'),
    end(process.env['DATABASE_URL'] ? postgres : undefined, 'SIGINT'),
    end(process.env['LIVEKIT_URL'] ? sfu : undefined, 'SIGTERM'),
  ])
}

/**
 * What an earlier start left running and this one did not come to adopt.
 * @param {Run} run
 */
export async function endLeft({ postgres, sfu }) {
  await end(sfu, 'SIGTERM')
  await end(postgres, 'SIGINT')
}

/**
 * @param {Known | undefined} one
 * @param {NodeJS.Signals} signal
 */
async function end(one, signal) {
  if (one) await endProcess({ pid: one.pid, startTime: one.startTime, signal, patienceMs: 5_000 })
}

/**
 * The key all links are derived from: lose it and every link is another one.
 * @param {string} data
 */
export function instanceKey(data) {
  const given = process.env['DT_INSTANCE_KEY']
  if (given) return given
  const file = join(data, 'instance.key')
  if (!existsSync(file)) {
    mkdirSync(data, { recursive: true })
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new Plain(`Anderen kunnen ${file} lezen. Herstel dat met: chmod 600 ${file}`)
  return readFileSync(file, 'utf8').trim()
}

/**
 * Empty the data folder of what is ours; anything else in it stays.
 * @param {string} data
 * @param {Run} run
 */
export async function reset(data, { postgres, sfu }) {
  await Promise.all([end(postgres, 'SIGINT'), end(sfu, 'SIGTERM')])
  for (const name of [
    'postgres',
    'sfu',
    'instance.key',
    'server.log',
    'server-2.log',
    'server-3.log',
    'server-4.log',
    'voices.log',
  ])
    rmSync(join(data, name), { recursive: true, force: true })
}
