import type { Merge } from '../../../shared/dialogue/harvest/merge.ts'
import type { SessionState, TableId } from '../../../shared/dialogue/model.ts'
import { leads as leadsTable, tablesWith } from '../../../shared/dialogue/places.ts'
import { connected, standingOf } from '../../core/room/standing.ts'
import { useSession } from '../../hooks/useSession.ts'
import { AgreementWords } from '../agreement/AgreementWords.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { cardOf } from './board.ts'
import { useTables } from './CardWords.tsx'
import { Sources } from './Sources.tsx'

interface WaitingProps {
  merge: Merge
  state: SessionState
  /** The organiser, who may answer for a table where nobody who leads it is. */
  leads: boolean
}

/** A proposal to merge, to read for everybody; whoever leads a table that is asked says its yes or no (H2). */
export function Waiting({ merge, state, leads }: WaitingProps) {
  const t = useT()
  const tables = useTables()
  const me = useSession((session) => session.me)
  const { busy, run } = useCommand()
  const numbers = (ids: readonly TableId[]) => ids.flatMap((id) => state.tables[id]?.number ?? [])
  const title = t('harvest.become', { tables: tables(numbers(merge.tables)) })
  const cards = merge.from.flatMap((id) => {
    const agreement = state.agreements[id]
    return agreement ? [cardOf(state, agreement)] : []
  })
  return (
    <section className="dt-harvest-waiting" aria-label={title}>
      <h4>{title}</h4>
      <Sources cards={cards} own={numbers(tablesWith(state, me))} />
      <div className="dt-harvest-together">
        <p className="dt-small dt-soft">
          <strong>{t('harvest.together')}</strong>
        </p>
        <p>
          <strong>
            <bdi>{merge.words.title}</bdi>
          </strong>
        </p>
        <AgreementWords words={merge.words} />
      </div>
      <p className="dt-harvest-lost">
        <strong>{t('harvest.whatIsLost')}</strong> <bdi>{merge.lost}</bdi>
      </p>
      <ul className="dt-harvest-set">
        {merge.tables.map((table) => (
          <TableAnswer key={table} merge={merge} table={table} state={state} leads={leads} />
        ))}
      </ul>
      <p className="dt-small dt-soft">{t('harvest.oneNo')}</p>
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
  const led = useSession(({ presence }) => {
    const present = connected(presence)
    return (state.tables[table]?.facilitators ?? []).some(
      (person) => standingOf(state, present, person) === 'here',
    )
  })
  const number = state.tables[table]?.number ?? 0
  const given = merge.yes.find((one) => one.table === table)
  const say = (yes: boolean) => void run('sayMerge', { merge: merge.id, table, yes })
  if (given) return <li>{t(given.standsIn ? 'harvest.saidYesFor' : 'harvest.saidYes', { number })}</li>
  return (
    <li className="dt-harvest-answer">
      <span>{t('harvest.silent', { number })}</span>
      {mine || (leads && !led) ? (
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
