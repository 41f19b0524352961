import { mayBeLink, type Mark } from '../../../../shared/agreement/richText.ts'

const names = (row: string): ReadonlySet<string> => new Set(row.split(' '))

/** What has no words for a text, or words that were taken out of it. */
const WITHOUT_WORDS = names(
  'script style head title meta link template noscript object embed iframe svg math canvas video audio img picture map select textarea input xml del',
)

/** Each of these stands on a line of its own. */
const LINES = names(
  'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend main nav p pre section summary table tbody td tfoot th thead tr',
)

export const nameOf = (element: Element): string => element.localName.toLowerCase()

const STYLE = 'data-style'

/**
 * Styles under another name. None would be applied, and still the page's security policy would tell of each. A title holds
 * no elements either, so what stands in a style is not taken for markup.
 */
export const withoutStyles = (html: string): string =>
  html
    .replace(/<(\/?)style\b/gi, '<$1title')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ` ${STYLE}`))

const styleOf = (element: Element): string => (element.getAttribute(STYLE) ?? '').toLowerCase()

/** Word keeps the sign before an item as text, and remarks beside the text as text below it. */
const WORD_SIGN = /mso-list:\s*ignore/
const UNSEEN = /(?:^|;)\s*(?:display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-element:\s*comment)/
const REMARK = /\bmso(?:commentreference|comanchor)\b/i

export function isDropped(element: Element): boolean {
  const style = styleOf(element)
  return (
    WITHOUT_WORDS.has(nameOf(element)) ||
    element.hasAttribute('hidden') ||
    REMARK.test(element.className) ||
    UNSEEN.test(style) ||
    WORD_SIGN.test(style)
  )
}

export const isLine = (element: Element): boolean => LINES.has(nameOf(element))

/** Words whose ends of line are to be seen. */
export const keepsLines = (element: Element): boolean =>
  nameOf(element) === 'pre' || /white-space:\s*(?:pre|break-spaces)/.test(styleOf(element))

/** A paragraph that Word draws as an item, and how deep; its kind is told by the sign before it. */
export function wordItem(element: Element): { kind: 'bullets' | 'numbers'; level: number } | null {
  const level = /mso-list:[^;]*\blevel(\d)/.exec(styleOf(element))?.[1]
  if (level === undefined) return null
  const sign = [...element.querySelectorAll(`[${STYLE}]`)].find((one) => WORD_SIGN.test(styleOf(one)))
  const numbered = /^\(?[\p{L}\d]{1,4}[.)]/u.test(sign?.textContent.trim() ?? '')
  return { kind: numbered ? 'numbers' : 'bullets', level: Number(level) }
}

/** Said by a tag or by a style; a style wins, for Google Docs puts all of a text in a `<b>` that is not strong. */
function said(element: Element, tags: readonly string[], yes: RegExp, no: RegExp): boolean | null {
  const style = styleOf(element)
  if (yes.test(style)) return true
  if (no.test(style)) return false
  return tags.includes(nameOf(element)) ? true : null
}

const HEAVY = /(?:^|[\s;])font-weight:\s*(?:bold|[6-9]00)/
const NOT_HEAVY = /(?:^|[\s;])font-weight:\s*(?:normal|lighter|[1-5]00)/
const SLANTED = /(?:^|[\s;])font-style:\s*(?:italic|oblique)/
const NOT_SLANTED = /(?:^|[\s;])font-style:\s*normal/

/** The marks of the words in an element, link first. */
export function marksIn(element: Element, around: readonly Mark[]): readonly Mark[] {
  const href = nameOf(element) === 'a' ? (element.getAttribute('href') ?? '').trim() : ''
  const link: Mark | undefined = mayBeLink(href)
    ? { link: href }
    : around.find((mark) => typeof mark === 'object')
  const strong = said(element, ['b', 'strong'], HEAVY, NOT_HEAVY) ?? around.includes('strong')
  const em = said(element, ['i', 'em'], SLANTED, NOT_SLANTED) ?? around.includes('em')
  return [...(link ? [link] : []), ...(strong ? ['strong' as const] : []), ...(em ? ['em' as const] : [])]
}
