import { describe, expect, test } from 'vitest'
import {
  KEYS,
  toggleBullets,
  toggleNumbers,
  toggleStrong,
} from '../../client/parts/agreement/writing/keys.ts'
import { after, ol, p, shown, ul, written } from './support/writing.ts'

const key = (name: string) => KEYS[name] ?? expect.unreachable(name)

describe('a list', () => {
  test('is made of the chosen paragraphs, and of one when none are chosen', () => {
    expect(shown(after(written(p('a<a'), p('b'), p('c>c'), p('d')), toggleBullets))).toEqual([
      '- a<a',
      '- b',
      '- c>c',
      'd',
    ])
    expect(shown(after(written(p('a'), p('b|')), toggleNumbers))).toEqual(['a', '1. b|'])
  })

  test('goes on from a list of its kind above it, and with the one below', () => {
    const state = after(written(ul('a'), p('b|'), ul('c')), toggleBullets)
    expect(state.doc.childCount).toBe(1)
    expect(shown(state)).toEqual(['- a', '- b|', '- c'])
    expect(after(written(ol('a'), p('b|'), ol('c')), toggleBullets).doc.childCount).toBe(3)
  })

  test('leaves lists elsewhere as they are', () => {
    expect(
      after(written(ul('a'), ul('b'), p('x'), p('y|'), p('z'), ul('c'), ul('d')), toggleBullets).doc
        .childCount,
    ).toBe(7)
  })

  test('of one kind becomes one of the other, also in part', () => {
    expect(shown(after(written(ul('a', '<b', 'c>', 'd')), toggleNumbers))).toEqual([
      '- a',
      '1. <b',
      '2. c>',
      '- d',
    ])
    expect(shown(after(written(ul('<a', 'b>'), p('x')), toggleNumbers))).toEqual(['1. <a', '2. b>', 'x'])
  })

  test('is paragraphs again, also in part', () => {
    expect(shown(after(written(ol('a', '<b', 'c>', 'd')), toggleNumbers))).toEqual([
      '1. a',
      '<b',
      'c>',
      '1. d',
    ])
    expect(shown(after(written(ul('|a')), toggleBullets))).toEqual(['|a'])
  })

  test('is made of all of it when only a part of what is chosen is in one', () => {
    expect(shown(after(written(ul('<a'), p('b>')), toggleBullets))).toEqual(['- <a', '- b>'])
  })
})

describe('Enter', () => {
  test('in an item begins the next one, with or without Shift', () => {
    for (const name of ['Enter', 'Shift-Enter'])
      expect(shown(after(written(ul('een|twee', 'drie')), key(name)))).toEqual(['- een', '- |twee', '- drie'])
  })

  test('in an empty item ends the list there', () => {
    expect(shown(after(written(ul('een', '|')), key('Enter')))).toEqual(['- een', '|'])
    expect(shown(after(written(ol('een', '|', 'twee')), key('Enter')))).toEqual(['1. een', '|', '1. twee'])
  })

  test('takes away what is chosen, also over items and paragraphs', () => {
    expect(shown(after(written(ul('e<en', 'twe>e')), key('Enter')))).toEqual(['- e', '- |e'])
    expect(shown(after(written(ul('e<en'), p('twe>e')), key('Enter')))).toEqual(['- e', '- |e'])
  })

  test('in a paragraph begins another one', () => {
    expect(shown(after(written(p('een|twee')), key('Enter')))).toEqual(['een', '|twee'])
    expect(shown(after(written(p('een|twee')), key('Shift-Enter')))).toEqual(['een', '|twee'])
  })
})

describe('Backspace', () => {
  test('at the beginning of an item takes it out of the list', () => {
    expect(shown(after(written(ul('een', '|twee', 'drie')), key('Backspace')))).toEqual([
      '- een',
      '|twee',
      '- drie',
    ])
  })

  test('at the beginning of a paragraph below a list adds it to the last item', () => {
    expect(shown(after(written(ul('een'), p('|twee')), key('Backspace')))).toEqual(['- een|twee'])
  })
})

test('Delete at the end of a line takes the next one up, whatever it stood in', () => {
  expect(shown(after(written(p('een|'), ul('twee', 'drie')), key('Delete')))).toEqual(['een|twee', '- drie'])
  expect(shown(after(written(ul('een|', 'twee')), key('Delete')))).toEqual(['- een|twee'])
  expect(shown(after(written(ul('een|'), p('twee')), key('Delete')))).toEqual(['- een|twee'])
})

test('strong is put on what is chosen, and taken off again', () => {
  const strong = after(written(p('een <twee> drie')), toggleStrong)
  const marks = () => strong.doc.firstChild?.child(1).marks.map(({ type }) => type.name)
  expect(marks()).toEqual(['strong'])
  expect(after(strong, key('Mod-b')).doc.firstChild?.childCount).toBe(1)
})
