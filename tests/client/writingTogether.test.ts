import { redo, undo } from 'y-prosemirror'
import { expect, test } from 'vitest'
import { toggleBullets, toggleStrong } from '../../client/parts/agreement/writing/keys.ts'
import { putLink, removeLink } from '../../client/parts/agreement/writing/link.ts'
import { paragraphs, plain } from '../../shared/agreement/richText.ts'
import { writing, writingTogether } from './support/writers.ts'

test('taking back takes back one’s own words and marks, never those of somebody else', () => {
  const [anna, bram] = writingTogether(paragraphs('Samen'))
  anna.choose(6)
  anna.type(' aan tafel')
  bram.choose(1)
  bram.type('Vroeg. ')
  bram.choose(1, 6)
  bram.run(toggleStrong)
  anna.run(undo)
  expect(plain(bram.text())).toBe('Vroeg. Samen')
  anna.run(undo)
  expect(plain(bram.text())).toBe('Vroeg. Samen')
  expect(bram.text()).toEqual(anna.text())
  bram.run(undo)
  expect(anna.text()).toEqual(paragraphs('Samen'))
  anna.run(redo)
  expect(bram.text()).toEqual(paragraphs('Samen aan tafel'))
})

test('a list that one makes leaves the words of the other, and both see it', () => {
  const [anna, bram] = writingTogether(paragraphs('Een', 'Twee'))
  anna.choose(1, 8)
  anna.run(toggleBullets)
  bram.choose(6)
  bram.type('!')
  expect(plain(anna.text())).toBe('- Een!\n- Twee')
  expect(bram.text()).toEqual(anna.text())
  expect(anna.fault()).toBeNull()
})

test('a link is put on words, changed as a whole from within, and taken off', () => {
  const anna = writing(paragraphs('Lees de brief'))
  anna.choose(9, 14)
  anna.run(putLink('https://dialoog.example/'))
  const link = (href: string) => [
    {
      kind: 'paragraph',
      spans: [
        { text: 'Lees de ', marks: [] },
        { text: 'brief', marks: [{ link: href }] },
      ],
    },
  ]
  expect(anna.text()).toEqual(link('https://dialoog.example/'))
  anna.choose(11)
  anna.run(putLink('mailto:griffie@gemeente.example'))
  expect(anna.text()).toEqual(link('mailto:griffie@gemeente.example'))
  expect(anna.fault()).toBeNull()
  anna.run(removeLink)
  expect(anna.text()).toEqual(paragraphs('Lees de brief'))
})

test('a link where nothing is chosen is its own words, and what is typed after it is none', () => {
  const anna = writing(paragraphs('Zie '))
  anna.choose(5)
  anna.run(putLink('mailto:griffie@gemeente.example'))
  anna.type('.')
  expect(anna.text()).toMatchObject([
    {
      spans: [
        { text: 'Zie ' },
        { text: 'griffie@gemeente.example', marks: [{ link: 'mailto:griffie@gemeente.example' }] },
        { text: '.', marks: [] },
      ],
    },
  ])
})
