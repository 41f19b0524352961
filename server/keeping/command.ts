import { resolve } from 'node:path'
import { whyNot } from '../health/whyNot.ts'
import { ForTheAdministrator } from '../kit/forTheAdministrator.ts'

/** The database that the environment names. */
export function databaseUrl(): string {
  const url = process.env['DATABASE_URL']
  if (!url) throw new ForTheAdministrator('DATABASE_URL ontbreekt: het adres van de database.')
  return url
}

/** A file as it was named: npm goes to the project's folder before it calls us. */
export const named = (file: string): string => resolve(process.env['INIT_CWD'] ?? '', file)

/** Runs a command; what goes wrong is a sentence and an exit code, as for the app itself. */
export function command(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    const { text, code } = whyNot(error)
    process.stderr.write(`${text}\n`)
    process.exitCode = code
  })
}

export const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)
