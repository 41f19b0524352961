import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** So many runs are remembered, and in so many of them a test may need a second try before it counts as failed. */
const RUNS = 3
const OFTEN = 2

/** A reporter for vitest: which tests passed only at a second try, one a line in the file named by the environment. */
export default class SecondTries {
  /** @type {string[]} */
  #names = []

  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    const again = (test.diagnostic()?.retryCount ?? 0) > 0
    if (again && test.result().state === 'passed') this.#names.push(`${test.project.name}: ${test.fullName}`)
  }

  onTestRunEnd() {
    const file = process.env['DT_SECOND_TRIES']
    if (file) writeFileSync(file, JSON.stringify(this.#names))
  }
}

/**
 * Takes up what needed a second try in this run. Returns those that needed it too often: in two of the last three runs
 * on this machine.
 * @param {string} file where earlier runs are remembered
 * @param {string[]} names
 */
export function remember(file, names) {
  /** @type {string[][]} */
  const earlier = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const runs = [...earlier, names].slice(-RUNS)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(runs))
  return names.filter((name) => runs.filter((run) => run.includes(name)).length >= OFTEN)
}
