import { describe, expect, test } from 'vitest'
import { putDown, type Put } from '../../client/parts/harvest/drops.ts'
import { theSet } from '../../shared/dialogue/harvest/theSet.ts'
import { harvest as harvested, inSet } from '../domain/support/harvest.ts'
import { given } from '../domain/support/sentence.ts'

/** What comes of an agreement that is put down, with the mouse, the keys or a finger alike. */
function put(steps: Parameters<typeof given>[0], what: Put): unknown[] {
  const { state } = given(steps)
  const asked: unknown[] = []
  const asks =
    (name: string) =>
    (...rest: unknown[]) => {
      asked.push([name, ...rest])
      return Promise.resolve(true)
    }
  const hands = {
    take: asks('take'),
    move: asks('move'),
    leaveOut: asks('leaveOut'),
    unmerge: asks('unmerge'),
  }
  const harvest = { busy: false, ...hands } as unknown as Parameters<typeof putDown>[0]['harvest']
  putDown({ state, harvest, onMerge: (from) => void asked.push(['merge', from]) }, what)
  return asked
}

describe('[H2] what is put down', () => {
  const [first, second] = theSet(given(inSet).state).map(({ id }) => id)
  if (!first || !second) throw new Error('the set is too small')
  const on = (key: string, side: 'on' | 'before' | 'after') => ({ key, side })

  test('on another is merged with it, and on itself nothing comes of it', () => {
    expect(put(inSet, { id: first, zone: 'set', target: on(second, 'on') })).toEqual([
      ['merge', [second, first]],
    ])
    expect(put(inSet, { id: first, zone: 'set', target: on(first, 'on') })).toEqual([])
  })

  test('before or after another comes to that place, counted without itself', () => {
    expect(put(inSet, { id: first, zone: 'set', target: on(second, 'after') })).toEqual([['move', first, 2]])
    expect(put(inSet, { id: second, zone: 'set', target: on(first, 'before') })).toEqual([
      ['move', second, 1],
    ])
  })

  test('among those that are not in the set leaves it, where it was in', () => {
    expect(put(inSet, { id: first, zone: 'loose', target: null })).toEqual([['leaveOut', first]])
    expect(put(harvested, { id: 'a1', zone: 'loose', target: null })).toEqual([])
  })

  test('in the set is taken in, at its end or at a place; what is in already stays', () => {
    expect(put(harvested, { id: 'a1', zone: 'set', target: null })).toEqual([['take', 'a1']])
    expect(put(inSet, { id: first, zone: 'set', target: null })).toEqual([])
  })
})
