import { Schema } from 'prosemirror-model'
import { BULLETS, EM, ITEM, LINK, NUMBERS, PARAGRAPH, STRONG } from './blocks.ts'
import { mayBeLink } from './richText.ts'

/**
 * What the editor of `text` and `why` can hold: paragraphs, lists of one level, strong, emphasis and links.
 * Whatever is pasted falls back to this, so an export never has to guess.
 */
export const agreementSchema = new Schema({
  nodes: {
    doc: { content: `(${PARAGRAPH} | ${BULLETS} | ${NUMBERS})+` },
    [PARAGRAPH]: { content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    [BULLETS]: { content: `${ITEM}+`, parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    [NUMBERS]: { content: `${ITEM}+`, parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    [ITEM]: { content: PARAGRAPH, defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    text: {},
  },
  marks: {
    [LINK]: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (tag) => hrefOf(tag) }],
      // a press in the editor writes; the link is followed where the words are read
      toDOM: ({ attrs }) => ['a', { href: attrs['href'] as string, rel: 'noopener noreferrer' }, 0],
    },
    [STRONG]: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    [EM]: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})

function hrefOf(tag: HTMLElement): { href: string } | false {
  const href = tag.getAttribute('href')
  return href !== null && mayBeLink(href) ? { href } : false
}
