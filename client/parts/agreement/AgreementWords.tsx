import { Fragment, type ReactNode } from 'react'
import type { Words } from '../../../shared/agreement/canonical.ts'
import { linkOf, type Block, type RichText, type Span } from '../../../shared/agreement/richText.ts'
import { useT } from '../ui/text.tsx'
import './words.css'

/** The words of one agreement, to read. Paragraphs have no id of their own; their place is their name. */
export function AgreementWords({ words }: { words: Pick<Words, 'text' | 'why'> }) {
  const t = useT()
  return (
    <>
      <Blocks text={words.text} />
      {words.why.length > 0 ? (
        <div className="dt-agreement-reason">
          <strong className="dt-small">{t('agreement.why')}</strong>
          <Blocks text={words.why} />
        </div>
      ) : null}
    </>
  )
}

const Blocks = ({ text }: { text: RichText }) =>
  text.map((block, index) => <OneBlock key={`block-${index}`} block={block} />)

function OneBlock({ block }: { block: Block }) {
  if (block.kind === 'paragraph') return <p dir="auto">{spans(block.spans)}</p>
  const List = block.kind === 'bullets' ? 'ul' : 'ol'
  return (
    <List className="dt-words-list">
      {block.items.map((item, index) => (
        <li key={`item-${index}`} dir="auto">
          {spans(item)}
        </li>
      ))}
    </List>
  )
}

const spans = (row: readonly Span[]): ReactNode =>
  row.map((span, index) => <Fragment key={`span-${index}`}>{marked(span)}</Fragment>)

function marked(span: Span): ReactNode {
  const link = linkOf(span)
  const strong = span.marks.includes('strong') ? <strong>{span.text}</strong> : span.text
  const words = span.marks.includes('em') ? <em>{strong}</em> : strong
  return link === undefined ? (
    words
  ) : (
    <a href={link} rel="noopener noreferrer" target="_blank">
      {words}
    </a>
  )
}
