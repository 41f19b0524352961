import { linkOf, type Mark, type Span } from '../../shared/agreement/richText.ts'

/** Signs that mean something anywhere in a line; without `[` and `<` there are no links, pictures or tags. */
const ANYWHERE = /[\\`*_[\]#|~$^]/g
/** Signs that begin a list, a line, a definition or an underlined heading, but only at the start. */
const AT_START = /^(?:[-+=:]|\d+(?=[.)]))/
const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

const escaped = (text: string): string =>
  text.replace(ANYWHERE, '\\$&').replace(/[<>&]/g, (sign) => ENTITIES[sign] ?? sign)

type Kind = 'link' | 'strong' | 'em'
/** From the outside in. */
const NESTING: readonly Kind[] = ['link', 'strong', 'em']

const SIGNS: Record<'strong' | 'em', string> = { strong: '**', em: '_' }

function markOf(span: Span, kind: Kind): string | undefined {
  if (kind === 'link') return linkOf(span)
  return span.marks.includes(kind as Mark) ? SIGNS[kind] : undefined
}

/** A mark that ends in a space would not be read as one: the space stands behind it, where nobody sees a difference. */
function spacesOutside(spans: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    if (span.marks.length === 0 || !span.text.endsWith(' ')) return [span]
    const space: Span = { text: ' ', marks: [] }
    const text = span.text.trimEnd()
    return text === '' ? [space] : [{ text, marks: span.marks }, space]
  })
}

function runs(spans: readonly Span[], kind: Kind): { mark: string | undefined; spans: Span[] }[] {
  const found: { mark: string | undefined; spans: Span[] }[] = []
  for (const span of spans) {
    const mark = markOf(span, kind)
    const last = found.at(-1)
    if (last && last.mark === mark) last.spans.push(span)
    else found.push({ mark, spans: [span] })
  }
  return found
}

const address = (url: string): string => `<${url.replace(/[\\<>]/g, '\\$&').replace(/&/g, '&amp;')}>`

const around = (kind: Kind, mark: string, inside: string): string =>
  kind === 'link' ? `[${inside}](${address(mark)})` : mark + inside + mark

function nested(spans: readonly Span[], [kind, ...inner]: readonly Kind[]): string {
  if (kind === undefined) return spans.map((span) => escaped(span.text)).join('')
  const parts = runs(spans, kind).map(({ mark, spans: some }) => {
    const inside = nested(some, inner)
    return { marked: mark !== undefined, text: mark === undefined ? inside : around(kind, mark, inside) }
  })
  // right before a link an exclamation mark would make a picture of it
  if (kind === 'link')
    return parts
      .map(({ text }, index) => (parts[index + 1]?.marked ? text.replace(/!$/, '\\!') : text))
      .join('')
  return parts
    .map(({ marked, text }, index) =>
      marked ? text : apart(text, parts[index - 1]?.marked === true, parts[index + 1]?.marked === true),
    )
    .join('')
}

/** Anything but white space and the signs of ASCII. */
const FIRST = /^[^\s!-/:-@[-`{-~]/u
const LAST = /[^\s!-/:-@[-`{-~]$/u
/** As a number, and so with signs around it: right beside a letter `**` and `_` may be read as signs of the sentence. */
const asNumber = (letter: string): string => `&#${letter.codePointAt(0)};`

function apart(text: string, after: boolean, before: boolean): string {
  const begun = after ? text.replace(FIRST, asNumber) : text
  return before ? begun.replace(LAST, asNumber) : begun
}

/** Spans within a line. */
export const inline = (spans: readonly Span[]): string => nested(spacesOutside(spans), NESTING)

/** Spans that begin a line. */
export const lineOf = (spans: readonly Span[]): string =>
  inline(spans).replace(AT_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
