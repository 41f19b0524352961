import { expect, test } from 'vitest'
import { createAir } from '../../server/kit/air.ts'
import { createGate } from '../../server/kit/gate.ts'

/** Work that ends when it is told to. */
function held() {
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (name: number) => () =>
    new Promise<number>((resolve, reject) => {
      begun.push(name)
      ends[name] = () => (name === 1 ? reject(new Error('it failed')) : resolve(name))
    })
  return { begun, work, end: (name: number) => ends[name]?.() }
}

test('so many at once; the others in the order they came, also behind one that failed; too many are sent away', async () => {
  const { begun, work, end } = held()
  const gate = createGate(2, 2)
  const asked = [0, 1, 2, 3, 4].map((name) => gate.through(work(name)))
  expect(asked[4]).toBeNull()
  expect(begun).toEqual([0, 1])
  end(1)
  await expect(asked[1]).rejects.toThrow('it failed')
  expect(begun).toEqual([0, 1, 2])
  const later = gate.through(work(5))
  expect(later).not.toBeNull()
  for (const name of [0, 2, 3, 5]) {
    end(name)
    expect(await (name === 5 ? later : asked[name])).toBe(name)
  }
  expect(begun).toEqual([0, 1, 2, 3, 5])
  expect(gate.through(async () => 6)).not.toBeNull()
})

test('long work in small steps lets others have their turn', async () => {
  const air = createAir()
  let turns = 0
  const other = setInterval(() => (turns += 1), 1)
  const until = performance.now() + 200
  while (performance.now() < until) await air()
  clearInterval(other)
  expect(turns).toBeGreaterThan(3)
})
