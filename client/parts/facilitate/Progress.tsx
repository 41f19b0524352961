import { Suspense, useState } from 'react'
import { plain } from '../../../shared/agreement/richText.ts'
import type { NumberedAgreement } from '../../../shared/dialogue/agreements/numbered.ts'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { AgreementPanel } from '../agreement/later.ts'
import { STATES } from '../agreement/states.ts'
import { FromHome } from '../between/FromHome.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useTableText } from './useTableText.ts'

/** How far the table is: its agreements by number, and the text itself when asked for. */
export function Progress({ table, startOpen = false }: { table: TableId; startOpen?: boolean }) {
  const t = useT()
  const text = useTableText(table)
  const [open, setOpen] = useState(startOpen)
  return (
    <section className="dt-desk-card dt-desk-progress" aria-labelledby={`progress-${table}`}>
      <h2 id={`progress-${table}`}>{t('desk.progress')}</h2>
      {open ? (
        <Suspense fallback={null}>
          <AgreementPanel table={table} />
        </Suspense>
      ) : (
        <>
          <FromHome table={table} />
          <ProgressList text={text} />
        </>
      )}
      <Button icon={open ? 'close' : 'pen'} aria-expanded={open} onPress={() => setOpen(!open)}>
        {t(open ? 'desk.closeText' : 'desk.openText')}
      </Button>
    </section>
  )
}

function ProgressList({ text }: { text: readonly NumberedAgreement[] }) {
  const t = useT()
  if (text.length === 0) return <p className="dt-desk-empty">{t('desk.noAgreements')}</p>
  return (
    <ol className="dt-progress-list">
      {text.map((item) => (
        <ProgressItem key={item.agreement.id} item={item} />
      ))}
    </ol>
  )
}

function ProgressItem({ item: { agreement, words } }: { item: NumberedAgreement }) {
  const t = useT()
  const text = plain(words?.text ?? [])
  const drafted = text.trim() === '' ? 'desk.titleOnly' : STATES[agreement.state]
  return (
    <li>
      <p className="dt-progress-head">
        <strong>
          {agreement.number} {words?.title || t('desk.untitled')}
        </strong>
        <span className="dt-progress-state">{t(drafted)}</span>
      </p>
      {text.trim() === '' ? null : (
        <p className="dt-progress-text" dir="auto">
          {text}
        </p>
      )}
    </li>
  )
}
