import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

const LINES = new Set(['paragraph', 'heading', 'code', 'html'])

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

const linesOf = (node: Nodes): string[] =>
  LINES.has(node.type) ? [wordsOf(node)] : 'children' in node ? node.children.flatMap(linesOf) : []

/** The paragraphs of a Markdown file, as words: without the signs that say how they look. */
export const markdownText = (text: string): string[] => linesOf(fromMarkdown(text))
