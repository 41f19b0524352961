import { useMemo, useState } from 'react'
import { difference } from '../../../shared/agreement/difference.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { Changes, type Side } from './Changes.tsx'
import { Legend } from './Legend.tsx'
import type { Pair } from './rows.ts'
import { useNameOf } from './words.ts'

/** Inside a sentence. */
const within = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

type Difference = ReturnType<typeof difference>

/** What changed from one to the other, word for word: beside each other, or in one text. */
export function Compared({ pair: { older, newer } }: { pair: Pair }) {
  const t = useT()
  const nameOf = useNameOf()
  const [inline, setInline] = useState(false)
  const found = useMemo(() => difference(older.words, newer.words), [older, newer])
  const same = Object.values(found).every((parts) => parts.every(({ kind }) => kind === 'same'))
  const from = nameOf(older)
  const to = nameOf(newer)
  return (
    <>
      <div className="dt-row" role="group" aria-label={t('versions.how')}>
        <Button size="small" icon="pause" pressed={!inline} onPress={() => setInline(false)}>
          {t('versions.beside')}
        </Button>
        <Button size="small" icon="text" pressed={inline} onPress={() => setInline(true)}>
          {t('versions.inline')}
        </Button>
      </div>
      {same ? <p>{t('versions.same')}</p> : null}
      {inline || same ? (
        <Paper
          label={same ? to : t('versions.fromTo', { from: within(from), to: within(to) })}
          found={found}
          side="both"
        />
      ) : (
        <div className="dt-versions-beside">
          <Paper label={from} found={found} side="older" />
          <Paper label={to} found={found} side="newer" />
        </div>
      )}
      {same ? null : <Legend />}
    </>
  )
}

function Paper({ label, found, side }: { label: string; found: Difference; side: Side }) {
  const t = useT()
  return (
    <section className="dt-versions-paper" aria-label={label}>
      <p className="dt-small dt-soft">{label}</p>
      <h4>
        <Changes parts={found.title} side={side} />
      </h4>
      <p>
        <Changes parts={found.text} side={side} />
      </p>
      {found.why.length > 0 ? (
        <div className="dt-agreement-reason">
          <strong className="dt-small">{t('agreement.why')}</strong>
          <p>
            <Changes parts={found.why} side={side} />
          </p>
        </div>
      ) : null}
    </section>
  )
}
