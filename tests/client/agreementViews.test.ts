import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { choiceOf, newAgreementId } from '../../client/parts/agreement/choice.ts'
import { changeOf, moveCaret, writeLine } from '../../client/parts/agreement/line.ts'
import { atRest, nextSaving, savedState, type SavingEvent } from '../../client/core/texts/saving.ts'
import type { AgreementText } from '../../shared/agreement/document.ts'
import { agreementWith } from './support/agreements.ts'

const written = (id: string, title = id): AgreementText => ({ id, title, text: [], why: [] })
const after = (...events: SavingEvent[]) => savedState(events.reduce(nextSaving, atRest))

describe('what the screen says about saving', () => {
  test('a key is saved only when the server has said so', () => {
    expect(after('connected', 'handedOver', 'stored')).toBe('saved')
    expect(after('connected', 'handedOver', 'stored', 'typed')).toBe('saving')
    expect(after('connected', 'handedOver', 'stored', 'typed', 'stored')).toBe('saved')
    expect(after('connected', 'handedOver', 'stored', 'typed', 'typed', 'stored')).toBe('saving')
  })
  test('with the line down it is not sent yet, also when it was on its way', () => {
    expect(after('connected', 'handedOver', 'stored', 'typed', 'lost')).toBe('unsent')
    expect(after('connected', 'handedOver', 'stored', 'lost', 'typed')).toBe('unsent')
    expect(after('connected', 'handedOver', 'stored', 'lost')).toBe('saved')
  })
  test('after coming back, an answer counts only once the server has what was typed meanwhile', () => {
    const away: SavingEvent[] = ['connected', 'handedOver', 'stored', 'lost', 'typed', 'connected']
    expect(after(...away)).toBe('saving')
    expect(after(...away, 'typed', 'stored')).toBe('saving')
    expect(after(...away, 'handedOver', 'stored')).toBe('saved')
    expect(after(...away, 'typed', 'handedOver', 'stored')).toBe('saving')
    expect(after(...away, 'typed', 'handedOver', 'stored', 'stored')).toBe('saved')
  })
})

describe('going through the agreements', () => {
  const agreements = ['a', 'b', 'c'].map((id, index) => agreementWith({ id, number: index + 1 }))
  const text = { a: written('a'), b: written('b'), c: written('c', '') }
  test('shows the chosen one, with the ones beside it', () => {
    expect(choiceOf(agreements, text, 'b')).toMatchObject({
      shown: { agreement: { id: 'b' }, place: 2, blank: false },
      count: 3,
      previous: 'a',
      next: 'c',
      unused: 'c',
      mayAdd: true,
    })
  })
  test('an empty one is used before another is made', () => {
    expect(choiceOf(agreements, text, 'c')).toMatchObject({ unused: null, mayAdd: false })
  })
  test('one of which no word has come in yet is empty; one that is put forward is not', () => {
    expect(choiceOf(agreements, {}, 'a').shown?.blank).toBe(true)
    const presented = agreements.map((one) => ({ ...one, state: 'presented' as const }))
    expect(choiceOf(presented, {}, 'a')).toMatchObject({ shown: { blank: false }, unused: null })
  })
  test('falls back to the first when the chosen one is gone, and to nothing', () => {
    expect(choiceOf(agreements, text, 'x').shown?.agreement.id).toBe('a')
    expect(choiceOf([], {}, 'x')).toMatchObject({ shown: null, count: 0, previous: null, next: null })
  })
  test('every new one has an id nobody can guess', () => {
    const ids = new Set(Array.from({ length: 100 }, newAgreementId))
    expect(ids.size).toBe(100)
    for (const id of ids) expect(id).toMatch(/^agr_[0-9a-f]{32}$/)
  })
})

describe('one line, two people', () => {
  test('any change of the input becomes one change that gives the same line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, wanted) => {
        const line = new Y.Doc().getText('regel')
        line.insert(0, before)
        writeLine(line, wanted)
        expect(line.toString()).toBe(wanted)
        const { at, remove, insert } = changeOf(before, wanted)
        expect(before.slice(0, at) + insert + before.slice(at + remove)).toBe(wanted)
      }),
    )
  })
  test('an emoji is never cut in two', () => {
    expect(changeOf('😀', '😁')).toEqual({ at: 0, remove: 2, insert: '😁' })
  })
  test('the caret stays with its letter when somebody else types before it', () => {
    expect(moveCaret(5, { at: 2, remove: 0, insert: 'abc' })).toBe(8)
    expect(moveCaret(5, { at: 7, remove: 0, insert: 'abc' })).toBe(5)
    expect(moveCaret(5, { at: 2, remove: 2, insert: '' })).toBe(3)
    expect(moveCaret(5, { at: 4, remove: 4, insert: 'x' })).toBe(5)
  })
})
