import type { Nodes, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { SaxesParser } from 'saxes'
import type { Words } from '../../shared/agreement/canonical.ts'
import { textOf, type Block, type Mark, type Span } from '../../shared/agreement/richText.ts'

/** Reads a package back by its form alone, as somebody would who has nothing but the file. */

type Part = Block | { kind: 'heading'; level: number; text: string }

/** The set in a document: what stands under the numbered headings of the section with the agreements. */
export function setIn(parts: readonly Part[]): Words[] {
  const found: { title: string; text: Block[]; why: Block[] }[] = []
  let inSet = false
  let into: 'text' | 'why' | null = null
  for (const part of parts) {
    if (part.kind === 'heading') {
      if (part.level === 2) inSet = part.text === 'De afspraken'
      const [, title] = /^\d+\. (.*)$/.exec(part.text) ?? []
      into = part.level === 4 && part.text === 'Waarom' ? 'why' : null
      if (!inSet || part.level !== 3 || title === undefined) continue
      found.push({ title, text: [], why: [] })
      into = 'text'
    } else if (inSet && into) {
      if (part.kind === 'paragraph' && /^(Herkomst|Controlegetal): /.test(textOf(part.spans))) into = null
      else found.at(-1)?.[into].push(part)
    }
  }
  return found
}

function inline(nodes: readonly PhrasingContent[], marks: readonly Mark[]): Span[] {
  return nodes.flatMap((node): Span[] => {
    if (node.type === 'text') return [{ text: node.value, marks }]
    if (node.type === 'strong') return inline(node.children, [...marks, 'strong'])
    if (node.type === 'emphasis') return inline(node.children, [...marks, 'em'])
    if (node.type === 'link') return inline(node.children, [...marks, { link: node.url }])
    throw new Error(`a part of a line nobody wrote: ${node.type}`)
  })
}

function block(node: Nodes): Part[] {
  if (node.type === 'heading')
    return [{ kind: 'heading', level: node.depth, text: textOf(inline(node.children, [])) }]
  if (node.type === 'paragraph') return [{ kind: 'paragraph', spans: inline(node.children, []) }]
  if (node.type !== 'list') throw new Error(`a part nobody wrote: ${node.type}`)
  const items = node.children.map((item) =>
    item.children.flatMap((one) => (one.type === 'paragraph' ? inline(one.children, []) : [])),
  )
  return [{ kind: node.ordered ? 'numbers' : 'bullets', items }]
}

export const readMarkdown = (text: string): Words[] => setIn(fromMarkdown(text).children.flatMap(block))

const STYLES: Record<string, Mark[]> = {
  Strong_20_Emphasis: ['strong'],
  Emphasis: ['em'],
  Strong_20_and_20_Emphasis: ['strong', 'em'],
}

/** Of an ODT's content.xml. */
export function readOdtContent(xml: string): Words[] {
  const parts: Part[] = []
  const marks: Mark[][] = []
  let spans: Span[] = []
  let list: { kind: 'bullets' | 'numbers'; items: Span[][] } | null = null
  let level = 0
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const style = String(attributes['text:style-name'])
    if (name === 'text:p' || name === 'text:h') spans = []
    if (name === 'text:h') level = Number(attributes['text:outline-level'])
    if (name === 'text:list') list = { kind: style === 'List_20_1' ? 'bullets' : 'numbers', items: [] }
    if (name === 'text:span') marks.push(STYLES[style] ?? [])
    if (name === 'text:a') marks.push([{ link: String(attributes['xlink:href']) }])
  })
  parser.on('text', (text) => spans.push({ text, marks: marks.flat() }))
  parser.on('closetag', ({ name }) => {
    if (name === 'text:span' || name === 'text:a') marks.pop()
    if (name === 'text:h') parts.push({ kind: 'heading', level, text: textOf(spans) })
    if (name === 'text:p' && list) list.items.push(spans)
    else if (name === 'text:p') parts.push({ kind: 'paragraph', spans })
    if (name === 'text:list' && list) {
      parts.push(list)
      list = null
    }
  })
  parser.write(xml).close()
  return setIn(parts)
}
