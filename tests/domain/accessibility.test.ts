import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/accessibility.md', 'utf8')
const rows = page
  .slice(page.indexOf('## EN 301 549'))
  .split('\n')
  .filter((line) => /^\| \d/.test(line))

/** Whether a file declares a test of this name. */
const declares = (file: string, name: string): boolean => {
  const text = readFileSync(file, 'utf8')
  const quoted = [`'${name}'`, `"${name}"`, `\`${name}\``]
  return quoted.some((literal) => text.includes(literal))
}

test('every test that the page on accessibility names is there', () => {
  const files = [...page.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, file = '']) => file)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  const named = [...page.matchAll(/`(tests\/[\w./-]+)` “(.+?)”(?=[;| ])/g)]
  expect(named.length).toBeGreaterThan(50)
  const missing = named.filter(([, file = '', name = '']) => existsSync(file) && !declares(file, name))
  expect(missing.map(([, file, name]) => `${file}: ${name}`)).toEqual([])
})

test('each requirement has a test, a reason why it does not apply, or is plainly not shown', () => {
  const bare = rows.filter((row) => !/`tests\/[^`]+` “|n\.v\.t\.|niet getoond/.test(row))
  expect(bare).toEqual([])
})

/** Levels A and AA of WCAG 2.1, by their numbers. */
const WCAG = [
  '1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13',
  '2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.5.1 2.5.2 2.5.3 2.5.4',
  '3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.3.1 3.3.2 3.3.3 3.3.4 4.1.1 4.1.2 4.1.3',
].flatMap((line) => line.split(' '))

test('every requirement for web pages stands in the table, once', () => {
  const numbers = rows.flatMap((row) => row.match(/^\| 9\.(\d\.\d\.\d+) /)?.[1] ?? [])
  expect(numbers).toEqual(WCAG)
})
