import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isSame, startTimeOf } from '../../server/start/process.mjs'

/** Every process that descends from a test run carries its mark in the environment, detached ones too. */
export const MARK = 'DT_TEST_RUN'

/**
 * The processes that carry this mark (Linux only; none elsewhere).
 * @param {string} mark
 */
export function markedProcesses(mark) {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => ({ pid: Number(name), startTime: startTimeOf(Number(name)), name: nameOf(name) }))
    .filter(({ pid, startTime }) => startTime !== null && carries(pid, mark))
}

/** @param {string} pid */
function nameOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

/**
 * @param {number} pid
 * @param {string} mark
 */
function carries(pid, mark) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${MARK}=${mark}`)
  } catch {
    return false
  }
}

/**
 * End what a test that was cut short left behind: asked first, so that a supervisor can end its own in order.
 * @param {string} mark
 * @returns {Promise<string[]>} what was there
 */
export async function endLeftovers(mark) {
  const found = markedProcesses(mark)
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGTERM', 'SIGKILL'])) {
    const left = markedProcesses(mark)
    for (const { pid } of left) {
      try {
        process.kill(pid, signal)
      } catch {
        // it had just ended
      }
    }
    for (let waited = 0; waited < 8_000 && left.some((one) => isSame(one.pid, one.startTime)); waited += 100)
      await sleep(100)
  }
  return found.map(({ name, pid }) => `${name} ${pid}`)
}
