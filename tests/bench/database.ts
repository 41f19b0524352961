import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../server/start/postgres.mjs'

/** PostgreSQL as the product starts it, in a folder that goes again; the work gets its address and its process. */
export async function inPostgres<T>(work: (url: string, pid: number) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-bench-'))
  chmodSync(dir, 0o755)
  const postgres = await startPostgres({ dataDir: join(dir, 'pg') })
  try {
    return await work(postgres.url, postgres.pid)
  } finally {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
