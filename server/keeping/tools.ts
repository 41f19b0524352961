import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ForTheAdministrator } from '../kit/forTheAdministrator.ts'

/** PostgreSQL's own programs for a copy of a database. */
export interface Tools {
  dump: string
  restore: string
  major: number
}

/** Where systems put the programs of each version. */
const HOMES = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
const OTHERS = ['/usr/pgsql-18/bin', '/usr/pgsql-19/bin']

/** `DT_PG_BIN` alone when it is given. */
function folders(env: NodeJS.ProcessEnv): string[] {
  const given = env['DT_PG_BIN']
  if (given) return [given]
  const versions = HOMES.filter(existsSync).flatMap((home) =>
    readdirSync(home).map((version) => join(home, version, 'bin')),
  )
  return [...(env['PATH'] ?? '').split(delimiter), ...versions, ...OTHERS]
}

function toolsIn(folder: string): Tools | null {
  const [dump, restore] = [join(folder, 'pg_dump'), join(folder, 'pg_restore')]
  if (!existsSync(dump) || !existsSync(restore)) return null
  try {
    const said = execFileSync(dump, ['--version'], { encoding: 'utf8' })
    const major = Number(/\) (\d+)/.exec(said)?.[1])
    return major > 0 ? { dump, restore, major } : null
  } catch {
    return null
  }
}

/** The oldest that understand this database: a copy made by newer ones is read by fewer. */
export function findTools(database: number, env: NodeJS.ProcessEnv = process.env): Tools {
  const found = folders(env).flatMap((folder) => toolsIn(folder) ?? [])
  const [fit] = found
    .filter(({ major }) => major >= database)
    .toSorted((one, other) => one.major - other.major)
  if (fit) return fit
  const newest = Math.max(0, ...found.map(({ major }) => major))
  throw new ForTheAdministrator(
    [
      newest > 0
        ? `Hier staat alleen pg_dump ${newest}, en de database is PostgreSQL ${database}.`
        : 'De programma’s pg_dump en pg_restore zijn hier niet gevonden.',
      `Installeer postgresql-client-${database} (of nieuwer), of noem de map met die programma’s in DT_PG_BIN.`,
    ].join(' '),
  )
}

/** A password may hold a sign that stands for nothing else. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The password stays out of the list of processes. */
function reach(url: string): { address: string; env: NodeJS.ProcessEnv } {
  // without a host it is a socket on this machine, which stands in `?host=`
  const address = new URL(url.replace('@/', '@localhost/'))
  const password = plain(address.password)
  address.password = ''
  return {
    address: address.href,
    env: { ...process.env, LC_ALL: 'C', ...(password && { PGPASSWORD: password }) },
  }
}

/** Runs to its end; rejects with the last thing it said. */
export function runTool(program: string, args: readonly string[], url: string): Promise<void> {
  const { address, env } = reach(url)
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, `--dbname=${address}`], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-2_000)))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new ForTheAdministrator(said.trim() || `${program}: ${code}`)),
    )
  })
}
