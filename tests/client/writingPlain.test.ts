import * as fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { changeBefore } from '../../client/parts/agreement/line.ts'
import { toggleStrong } from '../../client/parts/agreement/writing/keys.ts'
import { plainChange, plainOf } from '../../client/parts/agreement/writing/plainText.ts'
import { agreementSchema } from '../../shared/agreement/schema.ts'
import { after, ol, p, ul, written } from './support/writing.ts'

/** The state after the plain text became this; the caret at `|`, or at the end. */
function edited(state: EditorState, to: string): EditorState {
  const caret = to.includes('|') ? to.indexOf('|') : to.length
  const text = to.replace('|', '')
  const next = state.apply(plainChange(state, changeBefore(plainOf(state.doc), text, caret)))
  next.doc.check()
  return next
}
const plain = (state: EditorState) => plainOf(state.doc)
const shape = (state: EditorState) => state.doc.toString()
const of = (...blocks: Node[]) => shape(written(...blocks))

test('the plain text is a line for each paragraph and item', () => {
  expect(plain(written(p('Een.'), p(), ul('a', 'b'), ol('c', 'd')))).toBe('Een.\n\n- a\n- b\n1. c\n2. d')
})

describe('a line', () => {
  test('is written, split, added and taken away, as a paragraph', () => {
    expect(shape(edited(written(p('een')), 'eens|'))).toBe(of(p('eens')))
    expect(shape(edited(written(p('eentwee')), 'een\n|twee'))).toBe(of(p('een'), p('twee')))
    expect(shape(edited(written(p('een')), 'een\ntwee\ndrie|'))).toBe(of(p('een'), p('twee'), p('drie')))
    expect(shape(edited(written(p('een'), p('twee')), 'een|twee'))).toBe(of(p('eentwee')))
    expect(shape(edited(written(p('een'), p('twee'), p('drie')), 'een\n|drie'))).toBe(of(p('een'), p('drie')))
    expect(shape(edited(written(p('een'), p('twee')), '|'))).toBe(of(p()))
  })

  test('in a list is an item; after an empty one the list is over', () => {
    const more = edited(written(ul('a'), p('x')), '- a\n|\nx')
    expect(plain(more)).toBe('- a\n- \nx')
    expect(plain(edited(more, '- a\n- \n|\nx'))).toBe('- a\n\nx')
    expect(plain(edited(written(ol('a', 'b')), '1. a\n|\n2. b'))).toBe('1. a\n2. \n3. b')
  })

  test('is no item any more when its sign is taken away', () => {
    expect(plain(edited(written(ul('a', 'b', 'c')), '- a\n-|b\n- c'))).toBe('- a\nb\n- c')
    expect(plain(edited(written(ul('a', 'b', 'c')), '- a\n|x\n- c'))).toBe('- a\nx\n- c')
    expect(plain(edited(written(ul('a', 'b')), '- a|- b'))).toBe('- ab')
  })

  test('is one of an item and what stood below it, when the end of line is taken away', () => {
    expect(plain(edited(written(ul('a'), p('x')), '- a|x'))).toBe('- ax')
    expect(plain(edited(written(p('x'), ul('a', 'b')), 'x|- a\n- b'))).toBe('xa\n- b')
  })
})

describe('the sign of an item', () => {
  test('that is typed before a line makes it one, with the list it stands beside', () => {
    const state = edited(written(ul('a'), p('-'), ul('c')), '- a\n- |\n- c')
    expect(plain(state)).toBe('- a\n- \n- c')
    expect(state.doc.childCount).toBe(1)
    expect(shape(edited(written(p('1.')), '1. |'))).toBe(of(ol('')))
  })

  test('is read in what is pasted, also where an item has one already', () => {
    expect(shape(edited(written(p()), '- a\n- b\nc\n1. d\n2. e'))).toBe(
      of(ul('a', 'b'), p('c'), ol('d', 'e')),
    )
    expect(shape(edited(written(ul('')), '- - a\n- b|'))).toBe(of(ul('a', 'b')))
  })

  test('is none when a list would make another number of it', () => {
    expect(plain(edited(written(p('2026.')), '2026. |'))).toBe('2026. ')
    expect(plain(edited(written(p('7.')), '7. |'))).toBe('7. ')
    expect(plain(edited(written(ol('a'), p('7.')), '1. a\n7. |'))).toBe('1. a\n2. ')
  })
})

test('marks stay beside what is written, also where a line is split', () => {
  const strong = after(written(p('een <twee drie> vier')), toggleStrong)
  const bold = (state: EditorState) => {
    const found: string[] = []
    state.doc.descendants(
      (node) => void (node.isText && node.marks.length > 0 && found.push(node.text ?? '')),
    )
    return found
  }
  expect(bold(edited(strong, 'eens| twee drie vier'))).toEqual(['twee drie'])
  expect(bold(edited(strong, 'een twee\n| drie vier'))).toEqual(['twee', ' drie'])
})

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '1', '.'), maxLength: 5 })
const items = fc.array(words, { minLength: 1, maxLength: 3 })
const block = fc.oneof(
  words.map((one) => p(one)),
  items.map((all) => ul(...all)),
  items.map((all) => ol(...all)),
)
const blocks = fc.array(block, { minLength: 1, maxLength: 4 })
const insert = fc.string({ unit: fc.constantFrom('x', '\n', '- ', '1. ', ' '), maxLength: 4 })
const letters = (text: string) => text.replaceAll(/[^abx]/g, '')

test('whatever is written where, no word is lost, the text fits the schema, and a paragraph above is the same', () => {
  fc.assert(
    fc.property(blocks, fc.nat(), fc.nat(6), insert, (all, where, remove, put) => {
      const state = EditorState.create({ doc: agreementSchema.node('doc', null, all) })
      const before = plain(state)
      const at = where % (before.length + 1)
      const to = `${before.slice(0, at)}${put}|${before.slice(at + remove)}`
      const next = edited(state, to)
      expect(letters(plain(next))).toBe(letters(to))
      const first = state.doc.child(0)
      if (first.type.name === 'paragraph' && at > first.textContent.length + 1)
        expect(next.doc.child(0)).toBe(first)
    }),
    { numRuns: 1_000 },
  )
})
