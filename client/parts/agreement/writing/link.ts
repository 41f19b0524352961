import type { Node } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { LINK } from '../../../../shared/agreement/blocks.ts'
import { mayBeLink } from '../../../../shared/agreement/richText.ts'
import { agreementSchema } from '../../../../shared/agreement/schema.ts'

const { [LINK]: link } = agreementSchema.marks

/** What was typed as an address that may be a link; who leaves out how it begins, most likely means the web or mail. Null: it is none. */
export function addressOf(typed: string): string | null {
  const address = typed.trim()
  const begins = /^[a-z][a-z\d+.-]*:/i.test(address)
  const whole = begins ? address : address.includes('@') ? `mailto:${address}` : `https://${address}`
  const named = begins || /^[^\s.]+(?:\.[^\s.]+)+$/u.test(address)
  return named && mayBeLink(whole) ? whole : null
}

const hrefOf = (node: Node): string | null => {
  const href: unknown = link.isInSet(node.marks)?.attrs['href']
  return typeof href === 'string' ? href : null
}

export interface LinkPlace {
  from: number
  to: number
  /** Where it leads now; empty when there is no link. */
  href: string
}

/** What a link would be put on: what is chosen, or the link in which the cursor stands. */
export function linkPlace({ doc, selection }: EditorState): LinkPlace {
  const { from, to, empty, $from } = selection
  if (empty) return aroundCursor($from.parent, $from.start(), from) ?? { from, to, href: '' }
  let href: string | null = null
  doc.nodesBetween(from, to, (node) => {
    href ??= hrefOf(node)
  })
  return { from, to, href: href ?? '' }
}

/** The whole link at a place in a paragraph, whatever other marks are in it. */
function aroundCursor(paragraph: Node, start: number, pos: number): LinkPlace | null {
  let run: LinkPlace | null = null
  let found: LinkPlace | null = null
  paragraph.forEach((node, offset) => {
    const [from, href] = [start + offset, hrefOf(node)]
    const to = from + node.nodeSize
    if (href === null) run = null
    else run = run?.href === href ? { from: run.from, to, href } : { from, to, href }
    if (run && run.from <= pos && pos <= run.to) found = run
  })
  return found
}

/** Puts a link there; where nothing is chosen, the address is its own words. */
export const putLink =
  (href: string): Command =>
  (state, dispatch) => {
    const { tr } = state
    const { from, to } = linkPlace(state)
    const words = href.replace(/^mailto:/i, '')
    if (from === to) tr.insertText(words, from)
    const end = from === to ? from + words.length : to
    tr.removeMark(from, end, link).addMark(from, end, link.create({ href }))
    dispatch?.(tr.scrollIntoView())
    return true
  }

export const removeLink: Command = (state, dispatch) => {
  const { from, to } = linkPlace(state)
  dispatch?.(state.tr.removeMark(from, to, link))
  return true
}
