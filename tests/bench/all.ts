import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { Report } from './report.ts'
import { SUITE } from './suite.ts'

const PATIENCE_MS = 180_000

/** Every bench of the suite in a process of its own, one after the other. One that fails is told of, and the others go on. */
export async function all(tell: (line: string) => void): Promise<{ reports: Report[]; failed: string[] }> {
  const reports: Report[] = []
  const failed: string[] = []
  for (const name of Object.keys(SUITE)) {
    const report = await one(name).catch((error: unknown) => tell(`${name}: ${String(error)}`))
    if (report) {
      reports.push(report)
      tell(`${name}: ${report.seconds} s`)
    } else failed.push(name)
  }
  return { reports, failed }
}

async function one(name: string): Promise<Report> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', `${import.meta.dirname}/run.ts`, '--only', name, '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'], timeout: PATIENCE_MS },
  )
  const said = await text(child.stdout)
  const last = said.trim().split('\n').at(-1) ?? ''
  if (!last.startsWith('{')) throw new Error(`ended without figures (${child.exitCode ?? child.signalCode})`)
  return JSON.parse(last) as Report
}
