import { ownTables } from '../../shared/dialogue/places.ts'
import type { PersonId, SessionState, TableId } from '../../shared/dialogue/model.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useT } from '../ui/text.tsx'
import { BalanceReview } from './BalanceReview.tsx'

/** S4: the tables this person may look back on; before anybody sat at a table there is nothing to look at. */
export const tablesBehind = (state: SessionState, me: PersonId): TableId[] =>
  state.agenda.some(({ where }) => where === 'tables') ? ownTables(state, me) : []

/** The way back through the own tables, where others find their own balance; nothing for whoever leads no table. */
export function LookBack({ state, me }: { state: SessionState; me: PersonId }) {
  const t = useT()
  const tables = tablesBehind(state, me)
  const first = state.tables[tables[0] ?? '']
  if (!first) return null
  return (
    <Dialog
      title={t('review.tablesTitle', { count: tables.length, number: first.number })}
      trigger={<Button icon="clock">{t('review.title')}</Button>}
    >
      <BalanceReview state={state} />
    </Dialog>
  )
}
