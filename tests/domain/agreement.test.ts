import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  bodyOf,
  openAgreement,
  readTable,
  replaceWords,
  titleOf,
  writeAgreement,
} from '../../shared/agreement/document.ts'
import { isBlank, paragraphs, type RichText } from '../../shared/agreement/richText.ts'
import { checkChange, checkDocument } from '../../shared/agreement/shape.ts'

const KNOWN = new Set(['agr_1', 'agr_2', 'agr_3'])
/** The second was presented. */
const OPEN = new Set(['agr_1', 'agr_3'])

const filled = () => {
  const doc = new Y.Doc()
  writeAgreement(doc, { id: 'agr_1', title: 'Vroeg', text: paragraphs('Een', 'Twee'), why: paragraphs('Om') })
  writeAgreement(doc, { id: 'agr_2', title: 'Vast', text: paragraphs('Zo is het'), why: [] })
  openAgreement(doc, 'agr_3')
  return doc
}

/** What the server says of a change: of the whole document after it, and of the change alone. */
function faultsOf(change: (doc: Y.Doc) => void, doc = filled()) {
  const changed = new Set<unknown>()
  doc.on('afterTransaction', (transaction) => {
    for (const type of transaction.changed.keys()) changed.add(type)
  })
  change(doc)
  return { whole: checkDocument(doc, KNOWN), alone: checkChange(doc, changed, KNOWN, OPEN) }
}

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}
const paragraph = (text = 'x') => element('paragraph', new Y.XmlText(text))
const puts =
  (...nodes: (Y.XmlElement | Y.XmlText)[]) =>
  (doc: Y.Doc) =>
    bodyOf(doc, 'agr_1', 'text').push(nodes)
/** The first paragraph of the first agreement. */
const words = (doc: Y.Doc, id = 'agr_1'): Y.XmlText => {
  const first = bodyOf(doc, id, 'text').get(0)
  const text = first instanceof Y.XmlElement ? first.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('no words')
  return text
}
const marks = (mark: object) => (doc: Y.Doc) => words(doc).format(0, 2, mark)

test('words that are put back stand in the place of what was there, as one change that the server takes', () => {
  const put = {
    title: 'Later',
    text: [{ kind: 'bullets' as const, items: [[{ text: 'Drie', marks: ['strong' as const] }]] }],
    why: paragraphs('Daarom'),
  }
  const doc = filled()
  let updates = 0
  doc.on('update', () => (updates += 1))
  expect(faultsOf((one) => replaceWords(one, 'agr_1', put), doc)).toEqual({ whole: null, alone: null })
  expect(readTable(doc)['agr_1']).toEqual({ id: 'agr_1', ...put })
  expect(readTable(doc)['agr_2']?.title).toBe('Vast')
  expect(updates).toBe(1)
})

describe('the text of a table', () => {
  test('comes out as it went in, by agreement', () => {
    const doc = filled()
    expect(readTable(doc)).toEqual({
      agr_1: { id: 'agr_1', title: 'Vroeg', text: paragraphs('Een', 'Twee'), why: paragraphs('Om') },
      agr_2: { id: 'agr_2', title: 'Vast', text: paragraphs('Zo is het'), why: [] },
      agr_3: { id: 'agr_3', title: '', text: [], why: [] },
    })
    expect(Object.values(readTable(doc)).map(isBlank)).toEqual([false, false, true])
  })

  test('lists, marks and links come out as they went in', () => {
    const text: RichText = [
      {
        kind: 'paragraph',
        spans: [
          { text: 'Vraag ', marks: [] },
          { text: 'vroeg', marks: [{ link: 'https://dialoog.example/' }, 'strong', 'em'] },
        ],
      },
      { kind: 'bullets', items: [[{ text: 'een', marks: ['em'] }], []] },
      { kind: 'numbers', items: [[{ text: 'twee', marks: [] }]] },
    ]
    const doc = new Y.Doc()
    writeAgreement(doc, { id: 'agr_1', text, why: text })
    expect(readTable(doc)['agr_1']).toEqual({ id: 'agr_1', title: '', text, why: text })
    expect(checkDocument(doc, KNOWN)).toBeNull()
  })

  test('is read without what no editor of ours would mark it with', () => {
    const doc = filled()
    words(doc).format(0, 2, { bold: {}, link: { href: 'javascript:alert(1)' } })
    expect(readTable(doc)['agr_1']?.text).toEqual([
      { kind: 'paragraph', spans: ['Ee', 'n'].map((text) => ({ text, marks: [] })) },
      ...paragraphs('Twee'),
    ])
  })

  test('of two people who typed apart is the same for both, whoever hears of the other first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.nat(30), fc.string({ maxLength: 4 })), { maxLength: 20 }),
        (edits) => {
          const [left, right] = [filled(), new Y.Doc()]
          Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
          for (const [onLeft, at, text] of edits) {
            const line = titleOf(onLeft ? left : right, 'agr_1')
            line.insert(Math.min(at, line.length), text)
          }
          const [fromLeft, fromRight] = [Y.encodeStateAsUpdate(left), Y.encodeStateAsUpdate(right)]
          Y.applyUpdate(left, fromRight)
          Y.applyUpdate(right, fromLeft)
          for (const doc of [left, right]) for (const id of KNOWN) openAgreement(doc, id)
          expect(readTable(left)).toEqual(readTable(right))
          expect(checkDocument(left, KNOWN)).toBeNull()
        },
      ),
    )
  })

  test('two people begin in one agreement at the same moment, and both are in it', () => {
    const docs = [new Y.Doc(), new Y.Doc()]
    docs.forEach((doc, index) => titleOf(doc, 'agr_3').insert(0, `${index}`))
    const [left, right] = docs as [Y.Doc, Y.Doc]
    Y.applyUpdate(left, Y.encodeStateAsUpdate(right))
    expect([...titleOf(left, 'agr_3').toString()].toSorted()).toEqual(['0', '1'])
  })
})

describe('the shape of the document', () => {
  const list = (name: string, ...items: Y.XmlElement[]) => element(name, ...items)
  const allowed: [string, (doc: Y.Doc) => void][] = [
    ['a list with bullets', puts(list('bullets', element('item', paragraph())))],
    ['a numbered list', puts(list('numbers', element('item', paragraph()), element('item', paragraph(''))))],
    ['strong and emphasis', marks({ strong: {}, em: {} })],
    ['a link to a page', marks({ link: { href: 'https://dialoog.example/a?b=c' } })],
    ['a link to write to', marks({ link: { href: 'mailto:griffie@gemeente.example' } })],
    ['a mark that is taken off', (doc) => (marks({ strong: {} })(doc), marks({ strong: null })(doc))],
    ['a paragraph that is taken away', (doc) => bodyOf(doc, 'agr_1', 'text').delete(0, 1)],
    [
      'a paragraph that comes and goes in one change',
      (doc) =>
        doc.transact(() => {
          puts(paragraph())(doc)
          bodyOf(doc, 'agr_1', 'text').delete(2, 1)
        }),
    ],
    ['the first words of an agreement', (doc) => writeAgreement(doc, { id: 'agr_3', title: 'Nieuw' })],
  ]
  test.each(allowed)('allows %s', (_name, change) => {
    expect(faultsOf(change)).toEqual({ whole: null, alone: null })
  })

  const image = (text: Y.Text) => text.insertEmbed(0, { image: 'x.png' })
  const refused: [string, (doc: Y.Doc) => void, string][] = [
    ['another root', (doc) => doc.getText('los').insert(0, 'x'), 'root'],
    ['an unknown agreement', (doc) => writeAgreement(doc, { id: 'agr_9', title: 'x' }), 'root'],
    ['an id without a name', (doc) => doc.getText('/title').insert(0, 'x'), 'root'],
    ['a field of its own', (doc) => doc.getText('agr_1/by').insert(0, 'x'), 'root'],
    ['the root of a release before', (doc) => doc.getArray('agreements').push([new Y.Map()]), 'root'],
    ['a mark in the title', (doc) => titleOf(doc, 'agr_1').format(0, 2, { strong: {} }), 'field'],
    ['a picture in the title', (doc) => image(titleOf(doc, 'agr_1')), 'field'],
    ['a title as long as a page', (doc) => titleOf(doc, 'agr_1').insert(0, 'a'.repeat(3_000)), 'size'],
    ['words outside a paragraph', puts(new Y.XmlText('x')), 'block'],
    ['a heading', puts(element('heading', new Y.XmlText('x'))), 'block'],
    ['a picture', puts(element('image')), 'block'],
    ['a list with words beside its items', puts(list('bullets', paragraph())), 'block'],
    ['an item outside a list', puts(element('item', paragraph())), 'block'],
    ['an item with a heading', puts(list('bullets', element('item', element('heading')))), 'block'],
    ['a list in a list', puts(list('bullets', element('item', list('numbers')))), 'block'],
    ['a paragraph in a paragraph', puts(element('paragraph', paragraph())), 'text'],
    ['a picture in a line', (doc) => image(words(doc)), 'text'],
    ['another mark', marks({ underline: {} }), 'text'],
    ['a mark that is no object', marks({ strong: true }), 'text'],
    ['a mark with more to it', marks({ strong: { onclick: 'x' } }), 'text'],
    ['a link that runs', marks({ link: { href: 'javascript:alert(1)' } }), 'text'],
    ['a link to data', marks({ link: { href: 'data:text/html,x' } }), 'text'],
    ['a link with more to it', marks({ link: { href: 'https://a.example', target: '_top' } }), 'text'],
    ['a link as long as a book', marks({ link: { href: `https://a.example/${'a'.repeat(3_000)}` } }), 'text'],
    ['a link that leads nowhere', marks({ link: {} }), 'text'],
    [
      'something on a paragraph',
      (doc) => {
        const node = paragraph()
        node.setAttribute('onclick', 'x')
        puts(node)(doc)
      },
      'block',
    ],
    [
      'something on a list',
      (doc) => {
        const node = list('numbers', element('item', paragraph()))
        node.setAttribute('start', '7')
        puts(node)(doc)
      },
      'block',
    ],
    ['something on a line', (doc) => words(doc).setAttribute('lang', 'x'), 'text'],
  ]
  test.each(refused)('refuses %s, in the whole and in the change alone', (_name, change, fault) => {
    expect(faultsOf(change)).toEqual({ whole: fault, alone: fault })
  })
})

describe('an agreement in which nobody writes now', () => {
  const also = (change: (doc: Y.Doc) => void) => (doc: Y.Doc) =>
    doc.transact(() => {
      titleOf(doc, 'agr_1').insert(0, 'ook ')
      change(doc)
    })
  const changes: [string, (doc: Y.Doc) => void][] = [
    ['a letter in its title', (doc) => titleOf(doc, 'agr_2').insert(2, 'x')],
    ['a letter taken out of it', (doc) => titleOf(doc, 'agr_2').delete(0, 1)],
    ['a letter in a paragraph', (doc) => words(doc, 'agr_2').insert(2, 'x')],
    ['a letter taken out of a paragraph', (doc) => words(doc, 'agr_2').delete(0, 1)],
    ['a mark', (doc) => words(doc, 'agr_2').format(0, 2, { strong: {} })],
    ['a paragraph more', (doc) => bodyOf(doc, 'agr_2', 'why').push([paragraph()])],
    ['a paragraph less', (doc) => bodyOf(doc, 'agr_2', 'text').delete(0, 1)],
    [
      'what comes and goes',
      (doc) => (titleOf(doc, 'agr_2').insert(0, 'x'), titleOf(doc, 'agr_2').delete(0, 1)),
    ],
  ]
  test.each(changes)('refuses %s, by itself and beside what is allowed', (_name, change) => {
    expect(faultsOf(change)).toEqual({ whole: null, alone: 'locked' })
    expect(faultsOf(also(change)).alone).toBe('locked')
  })

  test('holds nobody up in another one', () => {
    expect(faultsOf(also(() => undefined)).alone).toBeNull()
  })
})
