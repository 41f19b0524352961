import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/architecture.md', 'utf8')
const paths = page.split(/^\*\*(?=[^*]+\*\*$)/m).slice(1)

test('every file that the page on the architecture names is there', () => {
  const named = [...page.matchAll(/`((?:client|server|shared|tests)\/[\w/.-]+\.(?:ts|tsx|mjs))`/g)]
  expect(named.length).toBeGreaterThan(50)
  expect(named.flatMap(([, file = '']) => (existsSync(file) ? [] : [file]))).toEqual([])
})

test('each path - hand, spoken second, split, keystroke, export, what goes to the council, an agreement put forward - takes twelve files at most', () => {
  const steps = paths.map((path) => path.match(/^\d+\. .*$/gm) ?? [])
  expect(steps).toHaveLength(7)
  for (const path of steps) {
    expect(path.length).toBeGreaterThan(4)
    expect(path.length).toBeLessThanOrEqual(12)
    for (const step of path) expect([step, step.match(/[\w/]+\.tsx?`/g)?.length]).toEqual([step, 1])
  }
})
