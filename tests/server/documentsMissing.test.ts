import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { inspect, type Inspected } from '../../server/documents/guard.ts'
import { missingFor } from '../../server/documents/missing.ts'

const step = fc.record({
  who: fc.nat(2),
  kind: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'nest', 'hear'),
  at: fc.nat(1_000),
})

/** What three people write who hear each other now and then: every update, in the order they were made. */
function written(steps: { who: number; kind: string; at: number }[]): Uint8Array[] {
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
  const updates: Uint8Array[] = []
  for (const doc of docs)
    doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'heard' && updates.push(update))
  for (const { who, kind, at } of steps) {
    const doc = docs[who]
    const other = docs[(who + 1 + (at % 2)) % 3]
    if (!doc || !other) continue
    const list = doc.getArray<unknown>('list')
    const place = list.length === 0 ? 0 : at % list.length
    if (kind === 'insert') list.insert(place, ['a', 'b'])
    if (kind === 'nest') list.insert(place, [new Y.Array()])
    if (kind === 'delete' && list.length > place) list.delete(place, 1)
    const inner = list.toArray().find((one) => one instanceof Y.Array)
    if (kind === 'insert' && at % 3 === 0 && inner instanceof Y.Array) inner.push([at])
    if (kind === 'hear') Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'heard')
  }
  return updates
}

const clockOf = (doc: Y.Doc) => (client: number) => Y.getState(doc.store, client)
const waits = (doc: Y.Doc) => doc.store.pendingStructs !== null || doc.store.pendingDs !== null
const copy = (doc: Y.Doc): Y.Doc => {
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  return fresh
}

test('whatever comes in whatever order: something is missing exactly when Yjs would wait', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 5, maxLength: 40 }),
      fc.infiniteStream(fc.nat(1_000)),
      (steps, dice) => {
        const roll = (sides: number) => (dice.next().value ?? 0) % sides
        let left = written(steps)
        if (left.length > 3 && roll(2)) left = [Y.mergeUpdates(left.slice(0, 2)), ...left.slice(2)]
        const doc = new Y.Doc()
        for (let tries = 0; left.length > 0 && tries < 200; tries++) {
          const [update] = left.splice(roll(left.length), 1)
          if (!update) break
          const missing = missingFor(inspect(update), clockOf(doc))
          const trial = copy(doc)
          Y.applyUpdate(trial, update)
          expect(missing !== null).toBe(waits(trial))
          if (missing) {
            expect(clockOf(doc)(missing.client)).toBeLessThanOrEqual(missing.clock)
            left.push(update)
          } else Y.applyUpdate(doc, update)
        }
      },
    ),
    { numRuns: 150, seed: 20_261_128 },
  )
})

/** One row that goes on a step whenever another has, and thousands that wait for its end. */
function knotted(): Inspected {
  const parent = new Y.Doc().getArray('list')
  const id = (client: number, clock: number) => Y.createID(client, clock)
  const item = (client: number, clock: number, origin: Y.ID | null) =>
    new Y.Item(id(client, clock), null, origin, null, null, parent, null, new Y.ContentAny([1]))
  const steps = 2_500
  const structs = new Map<number, Y.Item[]>()
  structs.set(
    1,
    Array.from({ length: steps }, (_, clock) => item(1, clock, id(2, clock))),
  )
  structs.set(
    2,
    Array.from({ length: steps }, (_, clock) => item(2, clock, clock === 0 ? null : id(1, clock - 1))),
  )
  for (let client = 10; client < 5_010; client++) structs.set(client, [item(client, 0, id(1, steps - 1))])
  return { structs, deletions: new Map() }
}

test('a knot of ten thousand parts is looked at a few times a part, not each part for each other', () => {
  let asked = 0
  const missing = missingFor(knotted(), () => {
    asked++
    return 0
  })
  expect(missing).toBeNull()
  expect(asked).toBeLessThan(100_000)
})
