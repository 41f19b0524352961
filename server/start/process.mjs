import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Exit code of a program that cannot work as it was set up: starting it again will not help (EX_CONFIG of sysexits). */
export const FOR_THE_ADMINISTRATOR = 78

/**
 * A promise that is settled from outside.
 * @template T
 * @returns {{ promise: Promise<T>, resolve: (value: T) => void, reject: (reason: Error) => void }}
 */
export function deferred() {
  const parts = /** @type {ReturnType<typeof deferred<T>>} */ ({})
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }))
  return parts
}

/**
 * When a process began, in a form that only serves to compare: a process id alone may have been given away again.
 * @param {number} pid
 * @returns {string | null} null: no such process, or one that has ended and waits to be collected
 */
export function startTimeOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // the second field is the name in brackets and may hold spaces; the state follows it, the start is field 22
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null)
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/**
 * Is this still the same process?
 * @param {number} pid
 * @param {string | null} startTime as `startTimeOf` gave it
 */
export const isSame = (pid, startTime) => startTime !== null && startTimeOf(pid) === startTime

/**
 * Never began, or is over.
 * @param {import('node:child_process').ChildProcess} child
 */
export const hasEnded = (child) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null

/**
 * Ask a process to end, and make it end when it does not.
 * @param {{ pid: number, startTime: string | null, signal: NodeJS.Signals, patienceMs: number, force?: NodeJS.Signals }} how
 * @returns {Promise<void>}
 */
export async function endProcess({ pid, startTime, signal, patienceMs, force = 'SIGKILL' }) {
  for (const [step, wait] of /** @type {[NodeJS.Signals, number][]} */ ([
    [signal, patienceMs],
    [force, 3_000],
    ['SIGKILL', 2_000],
  ])) {
    if (!isSame(pid, startTime)) return
    try {
      process.kill(pid, step)
    } catch {
      return
    }
    for (let waited = 0; waited < wait && isSame(pid, startTime); waited += 25) await sleep(25)
  }
}

/**
 * A TCP port on loopback that is free now.
 * @returns {Promise<number>}
 */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('geen poort')),
      )
    })
  })

/**
 * Can somebody listen here?
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export const isFree = (port, host) =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

/** Something an administrator can mend: shown as a sentence, without a stack. */
export class Plain extends Error {}
