import { Button } from 'react-aria-components/Button'
import { useT } from '../ui/text.tsx'
import type { Pair, Row } from './rows.ts'
import { useNameOf, useOriginOf } from './words.ts'

interface VersionListProps {
  rows: readonly Row[]
  /** The two that are compared. */
  pair: Pair | null
  chosen: string
  onChoose: (key: string) => void
}

/** Newest first; a press holds a version against how it is now. */
export function VersionList({ rows, pair, chosen, onChoose }: VersionListProps) {
  const t = useT()
  return (
    <section className="dt-versions-all" aria-labelledby="versions-all">
      <h3 id="versions-all">{t('versions.all')}</h3>
      <ol className="dt-versions-list">
        {rows.map((row) => (
          <li key={row.key}>
            <Button
              className="dt-versions-row"
              aria-pressed={row.key === chosen}
              onPress={() => onChoose(row.key)}
            >
              <OneRow row={row} />
              {row === pair?.newer ? <span className="dt-versions-tag">{t('versions.new')}</span> : null}
              {row === pair?.older ? <span className="dt-versions-tag">{t('versions.old')}</span> : null}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function OneRow({ row }: { row: Row }) {
  const t = useT()
  const nameOf = useNameOf()
  const originOf = useOriginOf()
  const from = row.version ? originOf(row.version) : null
  return (
    <span className="dt-versions-words">
      <strong>{nameOf(row)}</strong>
      {from ? (
        <>
          <small>
            {from.when} · {from.who}
          </small>
          <small>{from.why}</small>
        </>
      ) : (
        <small>{t('versions.nowSub')}</small>
      )}
    </span>
  )
}
