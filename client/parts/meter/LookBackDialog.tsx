import { useSession } from '../../hooks/useSession.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useT } from '../ui/text.tsx'
import type { Over } from '../ui/useOpening.ts'
import { BalanceReview } from './BalanceReview.tsx'
import { tablesBehind } from './tablesBehind.ts'

/** The way back through the own tables; nothing for whoever leads no table. */
export function LookBackDialog(over: Over) {
  const t = useT()
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const tables = state ? tablesBehind(state, me) : []
  const first = state?.tables[tables[0] ?? '']
  if (!state || !first) return null
  return (
    <Dialog title={t('review.tablesTitle', { count: tables.length, number: first.number })} {...over}>
      <BalanceReview state={state} />
    </Dialog>
  )
}
