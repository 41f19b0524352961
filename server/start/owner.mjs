import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Plain } from './process.mjs'

/** @typedef {{ uid: number, gid: number }} Owner */

/**
 * PostgreSQL refuses to run as root: then it runs as the OS user `postgres`, which is made when missing.
 * @param {(line: string) => void} log
 * @returns {Owner | null} null: run as who we are
 */
export function databaseOwner(log) {
  if (process.getuid?.() !== 0) return null
  const found = lookUp()
  if (found) return found
  log('De gebruiker "postgres" wordt aangemaakt: de database mag niet als root draaien.')
  for (const [command, ...args] of [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ]) {
    try {
      execFileSync(/** @type {string} */ (command), args, { stdio: 'ignore' })
    } catch {
      continue
    }
    const made = lookUp()
    if (made) return made
  }
  throw new Plain(
    'De database mag niet als root draaien, en de gebruiker "postgres" kon niet worden aangemaakt. Maak die gebruiker aan, of start als gewone gebruiker.',
  )
}

/** @returns {Owner | null} */
function lookUp() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

/**
 * Every folder on the way must let the user through.
 * @param {string} path
 * @param {Owner} owner
 * @returns {string | null} the first folder that does not, or null
 */
export function reachable(path, owner) {
  const way = []
  for (let at = path; ; at = dirname(at)) {
    way.unshift(at)
    if (at === dirname(at)) break
  }
  return way.find((folder) => !passable(folder, owner)) ?? null
}

/**
 * @param {string} folder
 * @param {Owner} owner
 */
function passable(folder, owner) {
  const { mode, uid, gid } = statSync(folder)
  if (uid === owner.uid) return (mode & 0o100) !== 0
  if (gid === owner.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
