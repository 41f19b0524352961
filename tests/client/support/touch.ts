import { fireEvent } from '@testing-library/react'
import { vi } from 'vitest'

/**
 * One finger in a document without sizes, where every grip lies at the upper left corner. It moves over what `over` names; nothing lies
 * anywhere else.
 */
export function fingerOn(held: Element) {
  const under = vi.fn<(x: number, y: number) => Element | null>(() => null)
  Object.defineProperty(document, 'elementFromPoint', { configurable: true, value: under })
  const at = (x: number, y: number) => ({
    touches: [{ identifier: 1, target: held, clientX: x, clientY: y }],
  })
  return {
    down: () => fireEvent.touchStart(held, at(0, 0)),
    over(found: Element) {
      under.mockReturnValue(found)
      fireEvent.touchMove(held, at(120, 200))
    },
    /** As a tap of an old hand does. */
    slips: () => fireEvent.touchMove(held, at(4, 3)),
    up: () => fireEvent.touchEnd(held, { touches: [] }),
    gone: () => fireEvent.touchCancel(held, { touches: [] }),
  }
}
