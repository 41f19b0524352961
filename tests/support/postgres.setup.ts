import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../server/start/postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the database server that this run of the tests has for itself. */
    databaseUrl: string
  }
}

/** One real PostgreSQL for the whole run; each test file makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-pg-'))
  chmodSync(dir, 0o755)
  const postgres = await startPostgres({ dataDir: join(dir, 'pg') })
  project.provide('databaseUrl', postgres.url)
  return async () => {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
