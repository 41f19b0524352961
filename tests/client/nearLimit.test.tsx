import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createGauge } from '../../client/core/texts/gauge.ts'
import { partsFor } from '../../client/core/texts/parts.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { inspect } from '../../server/documents/guard.ts'
import { bodyOf, readTable, titleOf } from '../../shared/agreement/document.ts'
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

  test('is no longer near once it has become smaller', () => {
    let size = 800
    const gauge = createGauge(1_000, () => size)
    gauge.grew(800)
    expect(gauge.isNear()).toBe(true)
    size = 100
    gauge.grew(20)
    expect(gauge.isNear()).toBe(false)
  })
})

describe('[V27] what was written for long without a line', () => {
  /** A text that a server has the beginning of, and what was typed in it since, each keystroke apart. */
  function typed(words: number) {
    const doc = new Y.Doc()
    const [title, text] = [titleOf(doc, 'agr_1'), bodyOf(doc, 'agr_1', 'text')]
    const server = new Y.Doc()
    title.insert(0, 'Bankjes')
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc))
    const unsent: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => unsent.push(update))
    const line = new Y.XmlText()
    text.insert(0, [line])
    for (let word = 0; word < words; word++) line.insert(word % 2 === 0 ? 0 : line.length, 'a'.repeat(100))
    line.delete(0, 50)
    return { doc, server, parts: () => partsFor(doc, Y.encodeStateVector(server), unsent) }
  }

  test('goes in one piece where that is small', () => {
    expect(typed(100).parts()).toEqual([])
  })

  test('goes in parts that the server takes, and nothing is missing then', () => {
    const { doc, server, parts } = typed(3_000)
    const all = parts()
    expect(all.length).toBeGreaterThan(3)
    for (const part of all) {
      expect(part.length).toBeLessThan(DOCUMENT_LIMITS.frame / 2)
      expect(() => inspect(part)).not.toThrow()
      Y.applyUpdate(server, part)
    }
    expect(readTable(server)).toEqual(readTable(doc))
    expect(Y.encodeStateAsUpdate(server)).toEqual(Y.encodeStateAsUpdate(doc))
  })
})

describe('[V27] whoever comes near a limit reads so beside what they write', () => {
  const FULL = 'De tekst van deze tafel is bijna vol. Er kan nog een beetje bij.'
  const agreements = [agreementWith({ id: 'agr_1' })]

  test('and no longer once there is room', () => {
    const { view } = panel({ agreements })
    expect(screen.queryByText(FULL)).toBeNull()
    view({ nearlyFull: true })
    expect(screen.getByText(FULL)).toBeTruthy()
    view({ nearlyFull: false })
    expect(screen.queryByText(FULL)).toBeNull()
  })

  test('who only reads is told nothing', () => {
    const { view } = panel({ agreements, phase: { name: 'plenary' } })
    view({ nearlyFull: true })
    expect(screen.queryByText(FULL)).toBeNull()
  })
})
