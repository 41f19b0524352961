#!/usr/bin/env node
import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'

/**
 * Known weaknesses in what is delivered. A high or critical one fails; a registry that does not answer is told and fails nothing,
 * for it says nothing of this project.
 */
const GRAVE = /** @type {const} */ (['high', 'critical'])

/**
 * @param {string} said what `npm audit --json` wrote
 * @returns {{ text: string, failed: boolean }}
 */
export function judge(said) {
  const counts = countsIn(said)
  if (!counts) return { text: 'audit: the registry did not answer; nothing was checked', failed: false }
  const grave = GRAVE.reduce((sum, level) => sum + (counts[level] ?? 0), 0)
  const told = Object.entries(counts)
    .filter(([level, count]) => level !== 'total' && count > 0)
    .map(([level, count]) => `${count} ${level}`)
  return { text: `audit: ${told.length > 0 ? told.join(', ') : 'nothing known'}`, failed: grave > 0 }
}

/**
 * @param {string} said
 * @returns {Record<string, number> | null}
 */
function countsIn(said) {
  try {
    return JSON.parse(said).metadata?.vulnerabilities ?? null
  } catch {
    return null
  }
}

/** @returns {Promise<string>} */
const audit = () =>
  new Promise((resolve) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    execFile(
      npm,
      ['audit', '--omit=dev', '--json'],
      { timeout: 120_000, maxBuffer: 50_000_000 },
      (_error, out) => resolve(out),
    )
  })

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { text, failed } = judge(await audit())
  console.log(text)
  if (failed) console.log('audit: see npm audit --omit=dev')
  process.exitCode = failed ? 1 : 0
}
