import { Group } from 'react-aria-components/Group'
import type { Person, PersonId } from '../../../shared/dialogue/model.ts'
import { clockWords } from '../../core/room/view.ts'
import { useT, type MessageKey } from '../ui/text.tsx'
import type { BalanceShown } from './shown.ts'
import { balanceKey, percentOf, seatWords, spanWords } from './words.ts'

/** The same figures as the bars, for whoever would rather read a table. */
export function BalanceTables({
  balance,
  people,
}: {
  balance: BalanceShown
  people: Record<PersonId, Person>
}) {
  const t = useT()
  return (
    <>
      <Scroll label={t('balance.perGroup')}>
        <table className="dt-balance-table">
          <caption>{t('balance.perGroup')}</caption>
          <Head columns={['balance.column.who', ...GROUP_COLUMNS]} />
          <tbody>
            {balance.groups.map((group) => (
              <tr key={group.group}>
                <th scope="row">{t(`groups.${group.group}`)}</th>
                <td>{seatWords(group, t)}</td>
                <td>{spanWords(group.spokenMs, t)}</td>
                <td>{t('balance.percent', { percent: percentOf(group.share) })}</td>
                <td>{t('balance.percent', { percent: percentOf(group.seatShare) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Scroll label={t('balance.perPerson')}>
        <table className="dt-balance-table">
          <caption>{t('balance.perPerson')}</caption>
          <Head columns={['balance.column.who', 'time.counted', 'time.measured', 'balance.column.words']} />
          <tbody>
            {balance.people.map((row) => (
              <tr key={row.person}>
                <th scope="row">{people[row.person]?.name ?? '…'}</th>
                <td>{clockWords(row.spokenMs)}</td>
                <td>{clockWords(row.measuredMs)}</td>
                <td>{t(row.silent ? 'balance.notHeard' : balanceKey(row.words))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

const GROUP_COLUMNS = (['seats', 'time', 'share', 'seatShare'] as const).map(
  (column) => `balance.column.${column}` as const,
)

/** A table may be wider than a phone: it scrolls by itself, with the keyboard too. */
export function Scroll({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Group className="dt-balance-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </Group>
  )
}

function Head({ columns }: { columns: readonly MessageKey[] }) {
  const t = useT()
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {t(column)}
          </th>
        ))}
      </tr>
    </thead>
  )
}
