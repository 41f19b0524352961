import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PERSONAL } from '../../server/store/personal.ts'
import { STEPS } from '../../server/store/steps.ts'
import { ALL_KEPT_MS, NAMES_KEPT_MS } from '../../shared/dialogue/retention/retention.ts'

const page = readFileSync('docs/dpia.md', 'utf8')
const named = [...page.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
const DAY_MS = 24 * 60 * 60 * 1000

test('the days, files and tables in the text about data protection are those of the program', () => {
  expect(page).toContain(`(${NAMES_KEPT_MS / DAY_MS} dagen)`)
  expect(page).toContain(`(${ALL_KEPT_MS / DAY_MS} dagen)`)
  const files = named.filter((name) => name.includes('/'))
  expect(files.length).toBeGreaterThan(3)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  const made = [...JSON.stringify(STEPS).matchAll(/create table (\w+)/g)].map(([, table = '']) => table)
  const tables = named.filter((name) => /^[a-z_]+\*?$/.test(name))
  const stands = (name: string) =>
    made.some((table) => table === name || table.startsWith(name.replace(/\*$/, '')))
  expect(tables.length).toBeGreaterThan(8)
  expect(tables.filter((name) => !stands(name))).toEqual([])
  const told = (table: string) =>
    tables.some((name) => name === table || (name.endsWith('*') && table.startsWith(name.slice(0, -1))))
  expect(PERSONAL.map(({ table }) => table).filter((table) => !told(table))).toEqual([])
})
