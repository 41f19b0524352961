import { act, cleanup, render } from '@testing-library/react'
import type { DetachedWindowAPI } from 'happy-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { SectionMenu } from '../../client/app/organise/SectionMenu.tsx'

declare global {
  interface Window {
    happyDOM: DetachedWindowAPI
  }
}

const asked = vi.hoisted(() => ({ forList: false }))
vi.mock('../../client/parts/ui/MenuList.tsx', (original) => {
  asked.forList = true
  return original()
})
afterEach(cleanup)

async function shownAt(width: number) {
  window.happyDOM.setViewport({ width })
  await act(async () => void render(<SectionMenu section="people" show={() => undefined} />))
}

test('what draws the menu of sections is fetched where the menu is, and not where there are tabs', async () => {
  await shownAt(1280)
  expect(asked.forList).toBe(false)
  cleanup()
  await shownAt(400)
  await vi.waitFor(() => expect(asked.forList).toBe(true))
})
