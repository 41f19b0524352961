import { useState } from 'react'
import type { AgreementText } from '../../shared/agreement/document.ts'
import type { TableId } from '../../shared/dialogue/model.ts'
import { AgreementPanel } from '../agreement/AgreementPanel.tsx'
import { useNumber } from '../agreement/useText.ts'
import { useSession } from '../session/store.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useTableText } from './useTableText.ts'

/** How far the table is: its agreements by number, and the text itself when asked for. */
export function Progress({ table }: { table: TableId }) {
  const t = useT()
  const text = useTableText(table)
  const tables = useSession((session) => session.state?.tableOrder ?? NONE)
  const [open, setOpen] = useState(false)
  return (
    <section className="desk-card desk-progress" aria-labelledby={`progress-${table}`}>
      {tables.map((other) => (
        <Counted key={other} table={other} />
      ))}
      <h2 id={`progress-${table}`}>{t('desk.progress')}</h2>
      {open ? <AgreementPanel table={table} /> : <ProgressList text={text} />}
      <Button icon={open ? 'close' : 'pen'} aria-expanded={open} onPress={() => setOpen(!open)}>
        {t(open ? 'desk.closeText' : 'desk.openText')}
      </Button>
    </section>
  )
}

const NONE: TableId[] = []

/** The numbers run over all tables: once the others may be read, they are counted in here too. */
function Counted({ table }: { table: TableId }) {
  useTableText(table)
  return null
}

function ProgressList({ text }: { text: readonly AgreementText[] }) {
  const t = useT()
  if (text.length === 0) return <p className="desk-empty">{t('desk.noAgreements')}</p>
  return (
    <ol className="progress-list">
      {text.map((agreement) => (
        <ProgressItem key={agreement.id} agreement={agreement} />
      ))}
    </ol>
  )
}

function ProgressItem({ agreement }: { agreement: AgreementText }) {
  const t = useT()
  const number = useNumber(agreement.id)
  return (
    <li>
      <p className="progress-head">
        <strong>
          {number} {agreement.title || t('desk.untitled')}
        </strong>
        <span className="progress-state">{t(hasText(agreement) ? 'desk.draft' : 'desk.titleOnly')}</span>
      </p>
      {hasText(agreement) && <p className="progress-text">{agreement.text.join(' ')}</p>}
    </li>
  )
}

const hasText = (agreement: AgreementText): boolean =>
  agreement.text.some((paragraph) => paragraph.trim() !== '')
