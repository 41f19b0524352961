import type { Change } from '../../shared/agreement/difference.ts'
import { isLink, linkOf, type Block, type RichText, type Span } from '../../shared/agreement/richText.ts'
import { tag, text } from './xml.ts'

/** Words of people as HTML: they are text everywhere, and lead only where a link may lead. */

function span(one: Span): string {
  const strong = one.marks.includes('strong') ? tag('strong', {}, text(one.text)) : text(one.text)
  const words = one.marks.includes('em') ? tag('em', {}, strong) : strong
  const link = linkOf(one)
  return link !== undefined && isLink(link)
    ? tag('a', { href: link, rel: 'nofollow noopener' }, words)
    : words
}

const line = (spans: readonly Span[]): string => spans.map(span).join('')

const block = (one: Block): string =>
  one.kind === 'paragraph'
    ? tag('p', {}, line(one.spans))
    : tag(
        one.kind === 'bullets' ? 'ul' : 'ol',
        {},
        one.items.map((item) => tag('li', {}, line(item))).join(''),
      )

export const richHtml = (words: RichText): string => words.map(block).join('')

/** What people typed in several lines: a paragraph for each that says something. */
export const proseHtml = (words: string): string =>
  words
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one) => tag('p', {}, text(one.trim())))
    .join('')

const MARKS = { added: 'ins', removed: 'del' } as const

/** Added and taken away are elements of their own; `told` says so to whoever does not see them. */
export const changesHtml = (parts: readonly Change[], told: Record<'added' | 'removed', string>): string =>
  parts
    .map(({ kind, text: words }) =>
      kind === 'same'
        ? text(words)
        : tag(MARKS[kind], {}, tag('span', { class: 'unseen' }, text(` ${told[kind]} `)) + text(words)),
    )
    .join('')
