#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { instanceKey, readRun } from './start/record.mjs'

/** `npm run recover`: an organiser's link of what `npm start` runs here. On a server its settings are in the environment already. */
const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const args = process.argv.slice(2)
const at = args.indexOf('--data')
const data = at >= 0 ? resolve(args.splice(at, 2)[1] ?? '') : join(project, '.data')
const { postgres, port } = readRun(data)
const password = join(data, 'postgres', 'password')

if (!process.env['DATABASE_URL'] && (!postgres || !existsSync(password))) {
  process.stderr.write(`Dialoogtafel draait niet met de gegevens in ${data}. Start eerst met: npm start\n`)
  process.exit(1)
}
if (!process.env['DT_INSTANCE_KEY'] && !existsSync(join(data, 'instance.key'))) {
  process.stderr.write('DT_INSTANCE_KEY ontbreekt: zonder die sleutel kloppen de links niet.\n')
  process.exit(1)
}
const own = postgres && existsSync(password) ? readFileSync(password, 'utf8').trim() : ''
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'server/recover.ts', ...args], {
  cwd: project,
  stdio: 'inherit',
  env: {
    DATABASE_URL: `postgres://postgres:${own}@127.0.0.1:${postgres?.port}/postgres`,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DT_INSTANCE_KEY: instanceKey(data),
    ...process.env,
  },
})
process.exit(status ?? 1)
