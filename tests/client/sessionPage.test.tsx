import { act, cleanup, render } from '@testing-library/react'
import { Suspense, use, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SessionPage } from '../../client/app/SessionPage.tsx'

let made = 0
let closed = 0
const open = () => made - closed

/** A line on which nothing ever comes. */
class Line extends EventTarget {
  constructor() {
    super()
    made += 1
  }
  send() {}
  close() {
    closed += 1
  }
}

beforeEach(() => {
  made = 0
  closed = 0
  vi.stubGlobal('WebSocket', Line)
  vi.stubGlobal('fetch', () => new Promise(() => {}))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const page = <SessionPage base="http://localhost" person="per_riet" />
const draw = (what: ReactNode) => act(async () => void render(what))

test('a drawing that React throws away leaves no line open beside that of the page', async () => {
  let come = () => {}
  const other = new Promise<void>((resolve) => (come = resolve))
  const Waits = () => use(other) ?? null
  await draw(
    <Suspense fallback={null}>
      {page}
      <Waits />
    </Suspense>,
  )
  await act(async () => come())
  expect(made).toBe(1)
})

test('a page that goes takes its line with it', async () => {
  await draw(page)
  expect(open()).toBe(1)
  cleanup()
  expect(open()).toBe(0)
})
