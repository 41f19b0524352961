import type { Block, ListKind, Mark, RichText, Span } from '../../../../shared/agreement/richText.ts'

/** Paragraphs and items as they come by, word by word. */
export interface Lines {
  add: (text: string, marks: readonly Mark[]) => void
  /** The line so far is a paragraph, or an item of such a list; one without words is none. */
  end: (list: ListKind | null) => void
  /** The list in which the last line stands. */
  lastList: () => ListKind | null
  text: () => RichText
}

const sameMarks = (one: readonly Mark[], other: readonly Mark[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

export function createLines(): Lines {
  const blocks: Block[] = []
  let line: Span[] = []

  const lastList = (): ListKind | null => {
    const kind = blocks.at(-1)?.kind
    return kind === undefined || kind === 'paragraph' ? null : kind
  }

  function add(text: string, marks: readonly Mark[]): void {
    const last = line.at(-1)
    const one = text.replace(/\s+/g, ' ')
    const words = !last || last.text.endsWith(' ') ? one.trimStart() : one
    if (words === '') return
    if (last && sameMarks(last.marks, marks)) last.text += words
    else line.push({ text: words, marks })
  }

  function end(list: ListKind | null): void {
    const spans = line
    line = []
    const last = spans.at(-1)
    if (!last) return
    last.text = last.text.trimEnd()
    if (last.text === '') spans.pop()
    if (list === null) blocks.push({ kind: 'paragraph', spans })
    else {
      const above = blocks.at(-1)
      const before = above && above.kind === list ? blocks.pop() : null
      blocks.push({ kind: list, items: [...(before && 'items' in before ? before.items : []), spans] })
    }
  }

  return { add, end, lastList, text: () => blocks }
}
