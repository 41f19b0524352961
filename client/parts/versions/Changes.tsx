import { Fragment } from 'react'
import type { Change } from '../../../shared/agreement/difference.ts'
import { useT } from '../ui/text.tsx'

/** What is shown of a difference: only what the older had, only what the newer has, or all in one text. */
export type Side = 'older' | 'newer' | 'both'

const HIDDEN: Readonly<Record<Side, Change['kind'] | null>> = {
  older: 'added',
  newer: 'removed',
  both: null,
}

/** Added and removed are said too, for many screen readers are silent about how words look. */
export function Changes({ parts, side }: { parts: readonly Change[]; side: Side }) {
  const shown = parts.filter(({ kind }) => kind !== HIDDEN[side])
  return shown.map((part, index) => (
    <Fragment key={`part-${index}`}>
      {part.kind === 'same' ? part.text : <Changed kind={part.kind} text={part.text} />}
    </Fragment>
  ))
}

function Changed({ kind, text }: { kind: 'added' | 'removed'; text: string }) {
  const t = useT()
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <bdi className="dt-unseen"> {t(`versions.${kind}`)} </bdi>
      {text}
      <bdi className="dt-unseen"> {t('versions.end')} </bdi>
    </Mark>
  )
}
