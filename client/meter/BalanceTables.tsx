import type { Person, PersonId } from '../../shared/dialogue/model.ts'
import type { RoomBalance } from '../../shared/protocol.ts'
import { useT } from '../ui/text.tsx'
import { balanceKey, minutesOf, percentOf } from './words.ts'

/** The same figures as the bars, for whoever would rather read a table. */
export function BalanceTables({
  balance,
  people,
}: {
  balance: RoomBalance
  people: Record<PersonId, Person>
}) {
  const t = useT()
  return (
    <>
      <table className="balance-table">
        <caption>{t('balance.perGroup')}</caption>
        <Head columns={['who', 'seats', 'time', 'share', 'seatShare']} />
        <tbody>
          {balance.groups.map((group) => (
            <tr key={group.group}>
              <th scope="row">{t(`groups.${group.group}`)}</th>
              <td>{group.seats}</td>
              <td>{t('balance.minutes', { minutes: minutesOf(group.spokenMs) })}</td>
              <td>{t('balance.percent', { percent: percentOf(group.share) })}</td>
              <td>{t('balance.percent', { percent: percentOf(group.seatShare) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="balance-table">
        <caption>{t('balance.perPerson')}</caption>
        <Head columns={['who', 'time', 'words']} />
        <tbody>
          {balance.people.map((row) => (
            <tr key={row.person}>
              <th scope="row">{people[row.person]?.name ?? '…'}</th>
              <td>{t('balance.minutes', { minutes: minutesOf(row.spokenMs) })}</td>
              <td>{t(row.silent ? 'balance.notHeard' : balanceKey(row.words))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Head({ columns }: { columns: string[] }) {
  const t = useT()
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {t(`balance.column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}
