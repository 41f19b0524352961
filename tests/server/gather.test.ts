import { expect, test } from 'vitest'
import { createGather } from '../../server/kit/gather.ts'

test('questions that come together are asked as one, each once', async () => {
  const asked: string[][] = []
  const gather = createGather(5, (keys) => {
    asked.push([...keys])
    return Promise.resolve(new Set(['a']))
  })
  expect(await Promise.all([gather('a'), gather('b'), gather('a')])).toEqual([true, false, true])
  expect(await gather('b')).toBe(false)
  expect(asked).toEqual([['a', 'b'], ['b']])
})

test('when they cannot be answered, all who asked hear of it, and the next are asked anew', async () => {
  let away = true
  const gather = createGather(1, () =>
    away ? Promise.reject(new Error('away')) : Promise.resolve(new Set(['a'])),
  )
  expect(await Promise.allSettled([gather('a'), gather('b')])).toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ])
  away = false
  expect(await gather('a')).toBe(true)
})
