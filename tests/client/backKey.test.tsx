import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useBackKey } from '../../client/app/room/useBackKey.ts'

const pushed = vi.spyOn(history, 'pushState')
const gone = vi.spyOn(history, 'back').mockImplementation(() => undefined)
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})
const back = () => act(() => void dispatchEvent(new PopStateEvent('popstate')))

test('the back key asks first and stays in the room; pressed again while it asks, it goes back', () => {
  const asked = vi.fn()
  const { rerender } = renderHook(({ isAsked }) => useBackKey(isAsked, asked), {
    initialProps: { isAsked: false },
  })
  expect(pushed).toHaveBeenCalledTimes(1)
  back()
  expect(asked).toHaveBeenCalledTimes(1)
  expect(pushed).toHaveBeenCalledTimes(2)
  rerender({ isAsked: true })
  back()
  expect(gone).toHaveBeenCalledTimes(1)
  expect(asked).toHaveBeenCalledTimes(1)
})

test('after the room it does nothing of its own', () => {
  const asked = vi.fn()
  renderHook(() => useBackKey(false, asked)).unmount()
  back()
  expect(asked).not.toHaveBeenCalled()
})
