import { expect, test } from 'vitest'
import { receive } from '../../shared/channel/receive.ts'
import { emptyStore } from '../../shared/channel/store.ts'
import type { ServerFrame } from '../../shared/protocol.ts'

test('what a page of this release does not know changes nothing on it', () => {
  const frame = { kind: 'of a later release' } as unknown as ServerFrame
  expect(receive(emptyStore, frame)).toEqual({})
})
