import { expect, test } from 'vitest'
import { createWear } from '../../server/voices/wear.ts'

function told(...samples: number[]): boolean[] {
  const wear = createWear()
  return samples.map((mb) => wear.sample(mb))
}

const minute = (mb: number) => Array.from({ length: 6 }, () => mb)

test('a process that has long held a hundred megabytes more than in the beginning is replaced', () => {
  expect(told(...minute(130), ...minute(231)).at(-1)).toBe(true)
})

test('a heap that is full for a moment is no reason, nor what it held from the beginning', () => {
  expect(told(...minute(130), 400, 400, 400, 400, 400, 200, ...minute(229))).not.toContain(true)
  expect(told(...minute(400), ...minute(420))).not.toContain(true)
})
