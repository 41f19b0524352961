import { expect, test } from 'vitest'
import { shuffle } from '../../server/kit/shuffle.ts'

test('[C1] drawn by lot: everybody once, and every order can come', () => {
  const seen = new Set<string>()
  for (let draw = 0; draw < 600; draw += 1) {
    const drawn = shuffle(['a', 'b', 'c'])
    expect(drawn.toSorted()).toEqual(['a', 'b', 'c'])
    seen.add(drawn.join(''))
  }
  expect(seen.size).toBe(6)
  expect(shuffle([])).toEqual([])
})
