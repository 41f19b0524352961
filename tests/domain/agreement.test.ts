import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { agreementsOf } from '../../shared/agreement/document.ts'
import { checkChange, checkDocument } from '../../shared/agreement/shape.ts'
import { addAgreement, bodyOf, isBlank, readTable, titleOf } from '../../shared/agreement/text.ts'

const filled = () => {
  const doc = new Y.Doc()
  addAgreement(doc, { id: 'agr_1', title: 'Vroeg', text: ['Een', 'Twee'], why: ['Daarom'] })
  return doc
}

describe('the text of a table', () => {
  test('comes out as it went in, in order', () => {
    const doc = filled()
    addAgreement(doc, { id: 'agr_2' })
    expect(readTable(doc)).toEqual([
      { id: 'agr_1', title: 'Vroeg', text: ['Een', 'Twee'], why: ['Daarom'] },
      { id: 'agr_2', title: '', text: [], why: [] },
    ])
    expect(readTable(doc).map(isBlank)).toEqual([false, true])
  })

  test('is read without the tags that marks would write into it', () => {
    const doc = filled()
    const agreement = agreementsOf(doc).get(0)
    const paragraph = bodyOf(agreement, 'text')?.get(0)
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (words instanceof Y.XmlText) words.format(0, 2, { bold: {} })
    expect(readTable(doc)[0]?.text).toEqual(['Een', 'Twee'])
  })

  test('of two people who typed apart is the same for both, whoever hears of the other first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.nat(30), fc.string({ maxLength: 4 })), { maxLength: 20 }),
        (edits) => {
          const [left, right] = [filled(), new Y.Doc()]
          Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
          for (const [onLeft, at, text] of edits) {
            const line = titleOf(agreementsOf(onLeft ? left : right).get(0))
            line?.insert(Math.min(at, line.length), text)
          }
          const [fromLeft, fromRight] = [Y.encodeStateAsUpdate(left), Y.encodeStateAsUpdate(right)]
          Y.applyUpdate(left, fromRight)
          Y.applyUpdate(right, fromLeft)
          expect(readTable(left)).toEqual(readTable(right))
          expect(checkDocument(left)).toBeNull()
        },
      ),
    )
  })
})

describe('the shape of the document', () => {
  const cases: [string, (doc: Y.Doc) => void, string][] = [
    ['another root', (doc) => doc.getText('los').insert(0, 'x'), 'root'],
    ['a string in the list', (doc) => doc.getArray('agreements').push(['x']), 'agreement'],
    ['a missing field', (doc) => agreementsOf(doc).get(0).delete('why'), 'agreement'],
    ['an id that is empty', (doc) => agreementsOf(doc).get(0).set('id', ''), 'agreement'],
    ['a title that is a string', (doc) => agreementsOf(doc).get(0).set('title', 'x'), 'field'],
    ['a mark in the title', (doc) => titleOf(agreementsOf(doc).get(0))?.format(0, 2, { b: true }), 'field'],
    [
      'words outside a paragraph',
      (doc) => bodyOf(agreementsOf(doc).get(0), 'text')?.push([new Y.XmlText('x')]),
      'paragraph',
    ],
    [
      'a heading',
      (doc) => bodyOf(agreementsOf(doc).get(0), 'why')?.push([new Y.XmlElement('heading')]),
      'paragraph',
    ],
    ['an id as long as a page', (doc) => agreementsOf(doc).get(0).set('id', 'a'.repeat(3_000)), 'size'],
  ]
  test.each(cases)('refuses %s, in the whole and in the change alone', (_name, change, fault) => {
    const doc = filled()
    const changed = new Set<unknown>()
    doc.on('afterTransaction', (transaction) => {
      for (const type of transaction.changed.keys()) changed.add(type)
    })
    change(doc)
    expect(checkDocument(doc)).toBe(fault)
    expect(checkChange(doc, changed)).toBe(fault)
  })

  test('refuses more agreements than any table could make', () => {
    const doc = new Y.Doc()
    for (let i = 0; i < 101; i++) addAgreement(doc, { id: `agr_${i}` })
    expect(checkDocument(doc)).toBe('size')
  })

  test('allows an agreement to be taken away', () => {
    const doc = filled()
    agreementsOf(doc).delete(0, 1)
    expect(checkDocument(doc)).toBeNull()
  })
})
