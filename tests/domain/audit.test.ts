import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judge } from '../support/audit.mjs'

const answer = (counts: Record<string, number>) => JSON.stringify({ metadata: { vulnerabilities: counts } })

test('a grave weakness fails, a lesser one is told, and a registry that is away fails nothing', () => {
  expect(judge(answer({ low: 2, moderate: 1, high: 0, critical: 0, total: 3 }))).toEqual({
    text: 'audit: 2 low, 1 moderate',
    failed: false,
  })
  expect(judge(answer({ high: 1, critical: 0, total: 1 })).failed).toBe(true)
  expect(judge(answer({ high: 0, critical: 1, total: 1 })).failed).toBe(true)
  expect(judge(answer({ total: 0 }))).toEqual({ text: 'audit: nothing known', failed: false })
  for (const away of ['', '<html>', '{"error":{"code":"ENOAUDIT"}}'])
    expect(judge(away)).toEqual({ text: expect.stringContaining('did not answer'), failed: false })
})

test('the image runs as somebody without rights', () => {
  const [, , last = ''] = readFileSync('Dockerfile', 'utf8').split(/^FROM /m)
  const steps = last.split('\n').filter((line) => /^[A-Z]+ /.test(line))
  const user = steps.findLastIndex((line) => line.startsWith('USER '))
  expect(steps[user]).toBe('USER node')
  expect(steps.slice(user).some((line) => /^(RUN|COPY|ADD) /.test(line))).toBe(false)
})
