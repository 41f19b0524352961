import type { BalanceReport, GroupBalance } from '../../shared/dialogue/time/balance.ts'
import type { LiveSession } from '../live/session.ts'

/** Over the whole dialogue where it had more than one session. */
const groupsOf = ({ scopes }: BalanceReport): GroupBalance[] =>
  (scopes.find(({ scope }) => scope === 'dialogue') ?? scopes.find(({ scope }) => scope === 'session'))
    ?.together?.groups ?? []

/** Balance group by group, as the organiser sees it (S4). */
export async function groupsNow(session: LiveSession): Promise<GroupBalance[]> {
  const { order, people } = session.state()
  const organiser = order.find((id) => people[id]?.role === 'organiser')
  return organiser === undefined ? [] : groupsOf(await session.balance(organiser))
}
