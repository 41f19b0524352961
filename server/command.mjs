#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from './start/postgres.mjs'
import { Plain } from './start/process.mjs'
import { instanceKey, readRun } from './start/record.mjs'

/**
 * `npm run recover`, `backup`, `restore` and `verify`, for what `npm start` keeps here (`--data DIR`). Its database is started for
 * as long as the command takes when it does not run. On a server the settings are in the environment already.
 */
const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const COMMANDS = ['recover', 'backup', 'restore', 'verify']
const [name = '', ...args] = process.argv.slice(2)
const at = args.indexOf('--data')
const data = at >= 0 ? resolve(args.splice(at, 2)[1] ?? '') : join(project, '.data')

/** Its own database, running; null where another one was given. */
async function ownDatabase() {
  if (process.env['DATABASE_URL']) return null
  const dataDir = join(data, 'postgres')
  // only a backup may come to where nothing is yet
  if (name !== 'restore' && !existsSync(join(dataDir, 'cluster')))
    throw new Plain(`In ${data} staan geen gegevens van Dialoogtafel. Noem de goede map met --data.`)
  return await startPostgres({ dataDir, log: (line) => process.stderr.write(`· ${line}\n`) })
}

/** What links are made of; the other commands do without. */
function linkSettings() {
  if (name !== 'recover') return {}
  if (!process.env['DT_INSTANCE_KEY'] && !existsSync(join(data, 'instance.key')))
    throw new Plain('DT_INSTANCE_KEY ontbreekt: zonder die sleutel kloppen de links niet.')
  const { port = 3000 } = readRun(data)
  return { PUBLIC_URL: `http://127.0.0.1:${port}`, DT_INSTANCE_KEY: instanceKey(data) }
}

async function main() {
  if (!COMMANDS.includes(name))
    throw new Plain(`Onbekende opdracht: ${name} (er zijn: ${COMMANDS.join(', ')})`)
  const settings = linkSettings()
  const database = await ownDatabase()
  try {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', `server/${name}.ts`, ...args], {
      cwd: project,
      stdio: 'inherit',
      env: { ...settings, ...process.env, ...(database && { DATABASE_URL: database.url }) },
    })
    return status ?? 1
  } finally {
    if (database && !database.adopted) await database.stop()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Plain ? error.message : String(error)}\n`)
  process.exitCode = 1
}
