import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { databaseOwner } from '../../server/start/owner.mjs'
import { freePort } from '../../server/start/process.mjs'
import { until } from './until.ts'

const HOME = '/usr/lib/postgresql'

/** Folders with a server and its own pg_dump and pg_restore, as the system's packages put them there. */
export const systemPostgres = (): string[] =>
  (existsSync(HOME) ? readdirSync(HOME) : [])
    .map((version) => join(HOME, version, 'bin'))
    .filter((bin) =>
      ['initdb', 'postgres', 'pg_dump', 'pg_restore'].every((name) => existsSync(join(bin, name))),
    )

/** It listens a while before it takes anybody in. */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The system's PostgreSQL with a folder of its own, for whose version there are programs that copy it. */
export async function startSystemPostgres(bin: string): Promise<{ url: string; stop(): Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-system-pg-'))
  const owner = databaseOwner(() => undefined)
  if (owner) chownSync(dir, owner.uid, owner.gid)
  chmodSync(dir, 0o700)
  const as = { cwd: dir, ...owner, env: { LC_ALL: 'C' } }
  const cluster = join(dir, 'cluster')
  execFileSync(
    join(bin, 'initdb'),
    ['--username=postgres', '--auth=trust', '--encoding=UTF8', '-D', cluster],
    {
      ...as,
      stdio: 'ignore',
    },
  )
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='].flatMap(
    (each) => ['-c', each],
  )
  const child = spawn(join(bin, 'postgres'), ['-D', cluster, ...settings], { ...as, stdio: 'ignore' })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await until('the system’s PostgreSQL answers', () => answers(url), 30_000)
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
