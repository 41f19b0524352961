import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The style sheets as rules, so that a page around the product keeps its own look and no part reaches into another by accident. */
const files = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
)
const sheets = files.map((file) => {
  const text = readFileSync(join('client', file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '')
  const selectors = [...text.matchAll(/([^{};]+)\{/g)].map(([, found = '']) => found.trim())
  return { file, text, selectors: selectors.filter((selector) => !/^(@|\d|from|to)/.test(selector)) }
})
const single = (selector: string): string[] => selector.split(/,(?![^(]*\))/).map((one) => one.trim())
const classes = (selector: string): string[] =>
  [...selector.matchAll(/\.(-?[a-zA-Z][\w-]*)/g)].map(([, name = '']) => name)

test('every rule stands in the one layer of the product', () => {
  for (const { file, text } of sheets) {
    const outside = text.replaceAll(/@font-face \{[^}]*\}|@import [^;]*;/g, '').trim()
    expect(outside, file).toMatch(/^@layer dialoogtafel \{/)
    let depth = 0
    const ends = [...outside].filter((sign) => {
      if (sign === '{') depth += 1
      if (sign !== '}') return false
      depth -= 1
      return depth === 0
    })
    expect(ends, file).toHaveLength(1)
  }
})

test('every rule holds below the root of the product, by a class with its prefix', () => {
  for (const { file, selectors } of sheets) {
    for (const selector of selectors.flatMap(single)) {
      const named = classes(selector).filter((name) => name.startsWith('dt-'))
      expect(named, `${file}: ${selector}`).not.toHaveLength(0)
      const foreign = classes(selector).filter((name) => !/^(dt|is|has|shows|icon)-|^ProseMirror/.test(name))
      expect(foreign, `${file}: ${selector}`).toEqual([])
    }
  }
})

test('no colour fades into another: after a change of theme words would stand on the colour from before', () => {
  for (const { file, text } of sheets) expect(text, file).not.toMatch(/\b(transition|animation)(-[\w-]+)?:/)
})

test('no class is defined in two files', () => {
  const homes = new Map<string, string>()
  for (const { file, selectors } of sheets) {
    for (const selector of selectors.flatMap(single)) {
      const name = /^\.(dt-[\w-]+)(:[\w-]+)*$/.exec(selector)?.[1]
      if (name === undefined || name === 'dt-root') continue
      expect(homes.get(name) ?? file, name).toBe(file)
      homes.set(name, file)
    }
  }
})

test('custom properties have the prefix, and each theme is written once', () => {
  const all = sheets.map(({ text }) => text).join('\n')
  for (const [, name] of all.matchAll(/(?<![\w-])(--[\w-]+)/g)) expect(name).toMatch(/^--dt-/)
  expect(all.match(/color-scheme: dark/g)).toHaveLength(1)
  expect(all.match(/--dt-color-paper:/g)).toHaveLength(3)
  expect(all).not.toMatch(/prefers-color-scheme|prefers-contrast/)
})
