import { useState } from 'react'
import type { Words } from '../../../shared/agreement/canonical.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useFetched } from '../../hooks/useFetched.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { useT } from '../ui/text.tsx'
import type { Over } from '../ui/useOpening.ts'
import { Compared } from './Compared.tsx'
import { PutBack } from './PutBack.tsx'
import { isPast, pairOf, rowsOf, type Row } from './rows.ts'
import { VersionList } from './VersionList.tsx'
import { useNameOf } from './words.ts'
import './versions.css'

interface VersionsProps {
  agreement: Agreement
  words: Words | null
}

/** All versions of one agreement, and what changed between two of them. */
export function VersionsDialog({ agreement, words, ...over }: Over & VersionsProps) {
  const t = useT()
  return (
    <Dialog {...over} title={t('versions.title', { number: agreement.number })}>
      <Versions agreement={agreement} words={words} />
    </Dialog>
  )
}

function Versions({ agreement, words }: VersionsProps) {
  const t = useT()
  const { rest } = useDialogue()
  const { found, failed, again } = useFetched(
    () => rest.versions(agreement.id),
    `${agreement.id} ${agreement.versions.length}`,
  )
  const versions = found?.versions
  if (failed && !versions)
    return (
      <div role="alert">
        <p>{t('versions.failed')}</p>
        <Button icon="round" onPress={again}>
          {t('versions.again')}
        </Button>
      </div>
    )
  if (!versions) return <p className="dt-soft">{t('versions.loading')}</p>
  return <Chosen agreement={agreement} rows={rowsOf(versions, words)} />
}

function Chosen({ agreement, rows }: { agreement: Agreement; rows: readonly Row[] }) {
  const t = useT()
  const nameOf = useNameOf()
  const [chosen, setChosen] = useState<string | null>(null)
  const [against, setAgainst] = useState<string | null>(null)
  const pair = pairOf(rows, chosen, against)
  const here = rows.find(({ key }) => key === chosen) ?? rows[0]
  const other = pair && (pair.older === here ? pair.newer : pair.older)
  if (!here) return <p>{t('versions.none')}</p>
  return (
    <div className="dt-versions">
      <VersionList rows={rows} pair={pair} chosen={here.key} onChoose={setChosen} />
      <section className="dt-versions-change" aria-labelledby="versions-changed">
        <h3 id="versions-changed">{t('versions.changed')}</h3>
        {rows.length > 2 && other ? (
          <Select
            label={t('versions.compareWith')}
            value={other.key}
            options={rows.filter((row) => row !== here).map((row) => ({ id: row.key, text: nameOf(row) }))}
            onChange={setAgainst}
          />
        ) : null}
        {pair ? <Compared pair={pair} /> : <Compared pair={{ older: here, newer: here }} />}
        {here.version && isPast(here, rows) ? (
          <PutBack key={here.key} agreement={agreement} version={here.version} />
        ) : null}
      </section>
    </div>
  )
}
