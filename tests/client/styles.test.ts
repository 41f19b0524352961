// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const of = (ending: RegExp) =>
  readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => ({ file, text: readFileSync(join('client', file), 'utf8') }))

/** Lines without comments, with the file they stand in. */
const lines = (ending: RegExp): { where: string; line: string }[] =>
  of(ending).flatMap(({ file, text }) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
      .split('\n')
      .map((line, index) => ({ where: `${file}:${index + 1}`, line })),
  )

const LEFT_OR_RIGHT = [
  /\b(margin|padding|border|inset|scroll-(margin|padding))-(left|right)\b/,
  /^\s*(left|right)\s*:/,
  /\b(text-align|float|clear)\s*:\s*(left|right)\b/,
  /\bborder-(top|bottom)-(left|right)-radius\b/,
]

test('no style says left or right: whoever reads from the right has the same page the other way round', () => {
  const styles = lines(/\.css$/)
  expect(styles.length).toBeGreaterThan(4_000)
  const wrong = styles.filter(({ line }) => LEFT_OR_RIGHT.some((one) => one.test(line)))
  expect(wrong.map(({ where, line }) => `${where} ${line.trim()}`)).toEqual([])
})

test('no part sets left or right by itself', () => {
  const written =
    /\b(marginLeft|marginRight|paddingLeft|paddingRight|borderLeft|borderRight|textAlign)\b|style=\{\{[^}]*\b(left|right)\s*:/
  const wrong = lines(/\.tsx?$/).filter(({ line }) => written.test(line))
  expect(wrong.map(({ where, line }) => `${where} ${line.trim()}`)).toEqual([])
})

test('nothing moves by itself: no animation and no transition, so there is nothing to reduce', () => {
  const moving = /@keyframes|^\s*(animation|transition)(-[a-z]+)?\s*:(?!\s*none)/
  const wrong = lines(/\.css$/).filter(({ line }) => moving.test(line))
  expect(wrong.map(({ where, line }) => `${where} ${line.trim()}`)).toEqual([])
})
