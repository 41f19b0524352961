import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** So many runs are remembered, and in so many of them a test may need a second try before it counts as failed. */
const RUNS = 3
const OFTEN = 2

/**
 * What is told once more at the end of all tests, a line each.
 * @typedef {object} Outcomes
 * @property {{ name: string, why: string }[]} again passed at a second try only
 * @property {string[]} broken failed, with the first line of what went wrong
 * @property {string[]} outside went wrong where no test was running, so that the whole suite counts as failed
 */

/** @type {Outcomes} */
export const NOTHING = { again: [], broken: [], outside: [] }

/** @param {{ message?: string } | undefined} error */
const firstLine = (error) =>
  String(error?.message ?? error)
    .split('\n', 1)
    .join('')

/** A reporter for vitest: the outcomes, in the file named by the environment. */
export default class OutcomesReporter {
  /** @type {Outcomes} */
  #found = { again: [], broken: [], outside: [] }

  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    const name = `${test.project.name}: ${test.fullName}`
    const { state, errors } = test.result()
    if (state === 'failed') this.#found.broken.push(`${name}: ${firstLine(errors?.[0])}`)
    if (state === 'passed' && (test.diagnostic()?.retryCount ?? 0) > 0)
      this.#found.again.push({ name, why: firstLine(errors?.[0]) })
  }

  /** @param {import('vitest/node').TestModule} file */
  onTestModuleEnd(file) {
    for (const error of file.errors()) this.#outside(file.relativeModuleId, error)
  }

  /** @param {import('vitest/node').TestSuite} suite */
  onTestSuiteResult(suite) {
    for (const error of suite.errors()) this.#outside(suite.fullName, error)
  }

  /**
   * @param {readonly import('vitest/node').TestModule[]} _files
   * @param {readonly import('vitest/node').SerializedError[]} errors
   */
  onTestRunEnd(_files, errors) {
    for (const error of errors) this.#outside('outside a test', error)
    const file = process.env['DT_OUTCOMES']
    if (file) writeFileSync(file, JSON.stringify(this.#found))
  }

  /**
   * @param {string} where
   * @param {import('vitest/node').SerializedError} error
   */
  #outside(where, error) {
    const place = error.stack
      ?.split('\n')
      .find((line) => line.includes('/tests/') || line.includes('/server/'))
    this.#found.outside.push(`${where}: ${firstLine(error)}${place ? ` (${place.trim()})` : ''}`)
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
