import { expect, test } from 'vitest'
import { createWear } from '../../server/voices/wear.ts'

function told(...samples: number[]): boolean[] {
  const wear = createWear()
  return samples.map((mb) => wear.sample(mb))
}

const minute = (mb: number) => Array.from({ length: 6 }, () => mb)

test('a process that has long held eighty megabytes more than it needs is replaced', () => {
  expect(told(...minute(100), ...minute(130), ...minute(211)).at(-1)).toBe(true)
  expect(told(...minute(230), ...minute(230), ...minute(130), ...minute(211)).at(-1)).toBe(true)
})

test('a heap that is full for a moment is no reason, nor what it needs from the beginning', () => {
  expect(told(...minute(100), ...minute(130), 400, 400, 400, 400, 400, 200, ...minute(209))).not.toContain(
    true,
  )
  expect(told(...minute(400), ...minute(420))).not.toContain(true)
})
