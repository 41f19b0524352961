import { Suspense } from 'react'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { leads } from '../../../shared/dialogue/places.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { later } from '../ui/later.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

/** Only whoever leads the table writes one. */
const NewRemark = later(async () => (await import('./NewRemark.tsx')).NewRemark)

interface RemarksProps {
  table: TableId
  agreement: Agreement
}

/** What whoever leads the table says beside the text, and never in it; they say when it has been dealt with. */
export function Remarks({ table, agreement }: RemarksProps) {
  const t = useT()
  const leader = useSession(({ state, me }) => state !== null && leads(state, me, table))
  const over = useSession(({ state }) => state?.phase.name === 'ended')
  const people = useSession(({ state }) => state?.people)
  const { busy, run } = useCommand()
  const { id, remarks } = agreement
  const mayRemark = leader && !over
  const about = { table, agreement: id }
  const open = remarks.flatMap((remark, index) => (remark.done ? [] : [{ ...remark, number: index + 1 }]))
  return (
    <>
      <div aria-live="polite">
        {open.length === 0 ? null : (
          <ul className="dt-agreement-remarks" aria-label={t('writing.remarks')}>
            {open.map(({ number, by, text }) => (
              <li key={number} className="dt-agreement-remark">
                <strong className="dt-small">
                  {t('writing.remarkBy', { name: people?.[by]?.name ?? '' })}
                </strong>
                <p dir="auto">{text}</p>
                {mayRemark ? (
                  <Button
                    icon="check"
                    variant="quiet"
                    isDisabled={busy !== null}
                    onPress={() => void run('resolveRemark', { ...about, number })}
                  >
                    {t('writing.remarkDone')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Suspense fallback={null}>{mayRemark ? <NewRemark table={table} agreement={id} /> : null}</Suspense>
    </>
  )
}
