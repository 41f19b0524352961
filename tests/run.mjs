#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildClient, install } from '../server/start/install.mjs'
import { findSfu } from '../server/start/sfu.mjs'
import { endLeftovers, MARK } from './support/leftovers.mjs'
import { NOTHING, remember } from './support/outcomes.mjs'

/**
 * The test command: brings in what the tests need (packages, the built client, the media server), runs the four suites
 * from the pure to the whole, and ends with the line `N passed, N failed`. `npm test -- domain server` runs only those.
 */
const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const SUITES = ['domain', 'client', 'server', 'e2e']
const log = (/** @type {string} */ line) => console.error(`· ${line}`)

/** @param {string} name */
const isSuite = (name) => SUITES.includes(name)
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !isSuite(name))
if (unknown.length > 0) {
  console.error(`unknown suite: ${unknown.join(' ')} (there are: ${SUITES.join(' ')})`)
  process.exit(2)
}

const mark = randomUUID()
const stopped = new AbortController()
/** @type {import('node:child_process').ChildProcess | null} */
let running = null
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    stopped.abort()
    running?.kill('SIGTERM')
  })
}

/**
 * @param {string} suite
 * @param {string} folder
 * @returns {Promise<{ passed: number, failed: number, again: import('./support/outcomes.mjs').Outcomes['again'], broken: string[] }>}
 */
async function run(suite, folder) {
  const report = join(folder, `${suite}.json`)
  const outcomes = join(folder, `${suite}.outcomes.json`)
  console.log(`\n=== ${suite} ===`)
  const vitest = join(project, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [
    vitest,
    'run',
    '--project',
    suite,
    '--reporter=default',
    '--reporter=json',
    `--reporter=${join(project, 'tests', 'support', 'outcomes.mjs')}`,
    `--outputFile.json=${report}`,
  ]
  const child = spawn(process.execPath, args, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, [MARK]: mark, DT_OUTCOMES: outcomes },
  })
  running = child
  const code = await new Promise((done) => child.once('error', () => done(1)).once('exit', done))
  running = null
  const left = await endLeftovers(mark)
  if (left.length > 0) console.error(`${suite} left behind, and was cleared of: ${left.join(', ')}`)
  /** @type {import('./support/outcomes.mjs').Outcomes} */
  const { again, broken, outside } = existsSync(outcomes)
    ? JSON.parse(readFileSync(outcomes, 'utf8'))
    : NOTHING
  const { passed, failed } = count(suite, report, code === 0)
  const told = [...broken, ...outside.map((line) => `${suite}: ${line}`)]
  const silent = failed > 0 && told.length === 0
  return { passed, failed, again, broken: silent ? [`${suite}: ended with ${code}`] : told }
}

/**
 * A suite that ended badly without a failed test (a file that does not load, an error outside a test) counts as one failure.
 * @param {string} suite
 * @param {string} report
 * @param {boolean} ended well
 */
function count(suite, report, ended) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const broken = testResults.filter(
      (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
        file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
    ).length
    const failed = numFailedTests + broken
    return { passed: numPassedTests, failed: failed === 0 && !ended ? 1 : failed }
  } catch {
    console.error(`${suite}: no report`)
    return { passed: 0, failed: 1 }
  }
}

async function main() {
  const work = { project, log, signal: stopped.signal }
  await install(work)
  const suites = asked.length > 0 ? SUITES.filter((name) => asked.includes(name)) : SUITES
  if (suites.includes('e2e')) await buildClient(work)
  if (suites.some((name) => name === 'e2e' || name === 'server')) await findSfu(work)
  const folder = mkdtempSync(join(tmpdir(), 'dialoogtafel-tests-'))
  let [passed, failed] = [0, 0]
  const rows = []
  const again = []
  const broken = []
  try {
    for (const suite of suites) {
      if (stopped.signal.aborted) break
      const result = await run(suite, folder)
      rows.push(`${suite}: ${result.passed} passed, ${result.failed} failed`)
      passed += result.passed
      failed += result.failed
      again.push(...result.again)
      broken.push(...result.broken)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`\n${rows.map((row) => `  ${row}`).join('\n')}\n`)
  for (const line of broken) console.log(`  failed: ${line}`)
  for (const { name, why } of again) console.log(`  needed a second try: ${name}: ${why}`)
  const often = remember(
    join(project, 'dist', 'second-tries.json'),
    again.map(({ name }) => name),
  )
  for (const name of often) console.log(`  too often: ${name}`)
  failed += often.length
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 && !stopped.signal.aborted ? 0 : 1
}

let code = 1
try {
  code = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  console.log('0 passed, 1 failed')
}
process.exit(code)
