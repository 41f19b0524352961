import { Schema } from 'prosemirror-model'
import { PARAGRAPH } from './text.ts'

/**
 * What the editor of `text` and `why` can hold: plain paragraphs, no marks.
 * Whatever is pasted falls back to this, so an export never has to guess.
 */
export const agreementSchema = new Schema({
  nodes: {
    doc: { content: `${PARAGRAPH}+` },
    [PARAGRAPH]: { content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    text: {},
  },
})
