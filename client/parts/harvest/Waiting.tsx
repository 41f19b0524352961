import type { Merge } from '../../../shared/dialogue/harvest/merge.ts'
import type { SessionState, TableId } from '../../../shared/dialogue/model.ts'
import { leads as leadsTable } from '../../../shared/dialogue/places.ts'
import { useSession } from '../../hooks/useSession.ts'
import { AgreementWords } from '../agreement/AgreementWords.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

interface WaitingProps {
  merge: Merge
  state: SessionState
  /** The organiser, who may answer for a table where nobody who leads it is. */
  leads: boolean
}

/** A proposal to merge, to read for everybody; whoever leads a table that is asked says its yes or no (H2). */
export function Waiting({ merge, state, leads }: WaitingProps) {
  const t = useT()
  const { busy, run } = useCommand()
  return (
    <section className="dt-harvest-waiting" aria-label={t('harvest.waiting')}>
      <h4>{t('harvest.waiting')}</h4>
      <p>
        <strong>{merge.words.title}</strong>
      </p>
      <AgreementWords words={merge.words} />
      <p>{t('harvest.lost', { lost: merge.lost })}</p>
      <ul className="dt-harvest-set">
        {merge.tables.map((table) => (
          <TableAnswer key={table} merge={merge} table={table} state={state} leads={leads} />
        ))}
      </ul>
      {leads ? (
        <Button
          icon="close"
          variant="quiet"
          isDisabled={busy !== null}
          onPress={() => void run('dropMerge', { merge: merge.id })}
        >
          {t('harvest.drop')}
        </Button>
      ) : null}
    </section>
  )
}

function TableAnswer({ merge, table, state, leads }: WaitingProps & { table: TableId }) {
  const t = useT()
  const { busy, run } = useCommand()
  const mine = useSession(({ me }) => leadsTable(state, me, table))
  const number = state.tables[table]?.number ?? 0
  const given = merge.yes.find((one) => one.table === table)
  const say = (yes: boolean) => void run('sayMerge', { merge: merge.id, table, yes })
  if (given) return <li>{t(given.standsIn ? 'harvest.saidYesFor' : 'harvest.saidYes', { number })}</li>
  return (
    <li className="dt-harvest-line">
      <span>{t('harvest.silent', { number })}</span>
      {mine || leads ? (
        <span className="dt-row">
          <Button icon="check" isDisabled={busy !== null} onPress={() => say(true)}>
            {t('harvest.yes', { number })}
          </Button>
          <Button icon="close" isDisabled={busy !== null} onPress={() => say(false)}>
            {t('harvest.no', { number })}
          </Button>
        </span>
      ) : null}
    </li>
  )
}
