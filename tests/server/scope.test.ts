import { expect, test, vi } from 'vitest'
import { createScope } from '../../server/live/scope.ts'

test('what was begun last is stopped first, one after the other, and once', async () => {
  const stopped: string[] = []
  const scope = createScope(() => undefined)
  scope.add(() => stopped.push('first'))
  scope.add(async () => {
    await Promise.resolve()
    stopped.push('second')
  })
  scope.add(() => stopped.push('third'))
  await Promise.all([scope.end(), scope.end()])
  await scope.end()
  expect(stopped).toEqual(['third', 'second', 'first'])
})

test('a stop that fails is told, and keeps nothing else going', async () => {
  const failed = vi.fn()
  const first = vi.fn()
  const scope = createScope(failed)
  scope.add(first)
  scope.add(() => Promise.reject(new Error('late')))
  scope.add(() => {
    throw new Error('at once')
  })
  await scope.end()
  expect(first).toHaveBeenCalledOnce()
  expect(failed.mock.calls.map(([error]) => String(error))).toEqual(['Error: at once', 'Error: late'])
})
