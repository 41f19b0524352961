import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const page = readFileSync('docs/threats.md', 'utf8')
const rows = page.split('\n').filter((line) => /^\| \d/.test(line))

/** Whether a file declares a test of this name. */
const declares = (file: string, name: string): boolean => {
  const text = readFileSync(file, 'utf8')
  return [`'${name}'`, `"${name}"`, `\`${name}\``].some((literal) => text.includes(literal))
}

test('every test that the page on threats names is there', () => {
  const files = [...page.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, file = '']) => file)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  const named = [...page.matchAll(/`(tests\/[\w./-]+)` “(.+?)”(?=[; ])/g)]
  expect(named.length).toBeGreaterThan(60)
  const missing = named.filter(([, file = '', name = '']) => existsSync(file) && !declares(file, name))
  expect(missing.map(([, file, name]) => `${file}: ${name}`)).toEqual([])
})

test('each of the twenty-five stands there once, with a test', () => {
  const numbers = rows.map((row) => Number(row.split('|')[1]))
  expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
  expect(rows.filter((row) => !/`tests\/[^`]+` “/.test(row))).toEqual([])
})

/** What stands in the program's own files, without what they say about themselves. */
const sources = (folder: string): [file: string, code: string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')])
const saying = (files: [file: string, code: string][], what: RegExp) =>
  files.filter(([, code]) => what.test(code)).map(([file]) => file)

test('[threat 14] nothing is taken from the media server as a message: there is no such address, and nothing reads one', () => {
  expect(saying([...sources('server'), ...sources('shared')], /webhook/i)).toEqual([])
})

test('[threat 23] no page listens to other windows, or tells them anything', () => {
  const client = [...sources('client'), ...sources('shared')]
  expect(client.length).toBeGreaterThan(300)
  expect(
    saying(client, /\b(window|self|globalThis|document)\.(onmessage|opener|parent|top)\b|postMessage/),
  ).toEqual([])
  // a socket is listened to, a window is not
  expect(
    saying(client, /(\b(window|self|globalThis)\.|(?<![\w.]))addEventListener\(\s*['"`]message/),
  ).toEqual([])
})
