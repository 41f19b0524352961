import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createGauge } from '../../client/core/texts/gauge.ts'
import { closedText, type TextView } from '../../client/core/texts/store.ts'
import { openDocument } from '../../client/core/texts/tableDocument.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { titleOf } from '../../shared/agreement/document.ts'
import { DOCUMENT_LIMITS } from '../../shared/agreement/limits.ts'
import { agreementWith } from './support/agreements.ts'
import { panel } from './support/panel.tsx'

afterEach(cleanup)
setLocale('nl')

describe('[V27] something that grows', () => {
  test('is measured only when it may have come near its limit', () => {
    let size = 0
    const measure = vi.fn(() => size)
    const gauge = createGauge(1_000, measure)
    const grow = (bytes: number, really = bytes) => {
      size += really
      gauge.grew(bytes)
    }
    for (let i = 0; i < 70; i++) grow(10, 5)
    expect(measure).not.toHaveBeenCalled()
    for (let i = 0; i < 70; i++) grow(10, 5)
    expect(gauge.isNear()).toBe(false)
    expect(measure.mock.calls.length).toBeLessThan(10)
    for (let i = 0; i < 10; i++) grow(10)
    expect(gauge.isNear()).toBe(true)
  })

  test('is no longer near once it has become smaller, or was emptied', () => {
    let size = 800
    const gauge = createGauge(1_000, () => size)
    gauge.grew(800)
    expect(gauge.isNear()).toBe(true)
    size = 100
    gauge.grew(20)
    expect(gauge.isNear()).toBe(false)
    size = 900
    gauge.grew(800)
    expect(gauge.isNear()).toBe(true)
    gauge.empty()
    expect(gauge.isNear()).toBe(false)
  })
})

describe('[V27] who writes without a line', () => {
  /** A line on which nothing ever comes. */
  class Line extends EventTarget {
    send() {}
    close() {}
  }
  beforeEach(() => void vi.stubGlobal('WebSocket', Line))
  afterEach(() => void vi.unstubAllGlobals())

  test('is told while all they wrote can still be sent in one piece', () => {
    let view: TextView = closedText
    const document = openDocument({
      url: 'http://localhost/p/per_riet/',
      table: 't1',
      me: 'per_riet',
      epoch: 1,
      show: (change) => (view = { ...view, ...change }),
      onRefused: () => undefined,
      onStale: () => undefined,
      onTooFast: () => undefined,
    })
    const doc = view.open?.doc ?? new Y.Doc()
    const title = titleOf(doc, 'agr_1')
    for (let edit = 0; view.nearly === null && edit < 20_000; edit++)
      title.insert(edit % 2 === 0 ? 0 : title.length, 'a'.repeat(100))
    expect(view.nearly).toBe('unsent')
    expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(0.8 * DOCUMENT_LIMITS.frame)
    document.destroy()
  })
})

describe('[V27] whoever comes near a limit reads so beside what they write', () => {
  const FULL = 'De tekst van deze tafel is bijna vol. Er kan nog een beetje bij.'
  const UNSENT = 'U schrijft al lang zonder verbinding. Kopieer uw tekst. Dan raakt u niets kwijt.'
  const agreements = [agreementWith({ id: 'agr_1' })]

  test('and no longer once there is room', () => {
    const { view } = panel({ agreements })
    expect(screen.queryByText(FULL)).toBeNull()
    view({ nearly: 'full' })
    expect(screen.getByText(FULL)).toBeTruthy()
    view({ nearly: 'unsent' })
    expect(screen.getByText(UNSENT)).toBeTruthy()
    view({ nearly: null })
    expect(screen.queryByText(UNSENT)).toBeNull()
  })

  test('who only reads is told nothing', () => {
    const { view } = panel({ agreements, phase: { name: 'plenary' } })
    view({ nearly: 'full' })
    expect(screen.queryByText(FULL)).toBeNull()
  })
})
