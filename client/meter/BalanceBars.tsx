import { useState } from 'react'
import type { Person, PersonId } from '../../shared/dialogue/model.ts'
import type { GroupBalance, PersonBalance, RoomBalance } from '../../shared/protocol.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { BalanceBar } from './BalanceBar.tsx'
import { BalanceTables } from './BalanceTables.tsx'
import { balanceKey, barOf, minutesOf, percentOf } from './words.ts'

/**
 * Persons and groups of one room, for whoever leads it (S4): bars in the order of the seats, no ranking, no colours that judge.
 * `measured` false hatches the bars and keeps the old values; `incomplete`: there was a gap earlier on (S8).
 */
export function BalanceBars(props: {
  balance: RoomBalance
  people: Record<PersonId, Person>
  measured: boolean
  incomplete?: boolean
}) {
  const { balance, people, measured, incomplete = false } = props
  const t = useT()
  const [asTable, setAsTable] = useState(false)
  if (balance.people.length === 0) return <p className="balance-empty">{t('balance.empty')}</p>
  return (
    <div className="balance-bars">
      {measured ? null : <p className="balance-note">{t('whole.meterOff')}</p>}
      {incomplete && measured ? <p className="balance-note">{t('balance.incomplete')}</p> : null}
      {asTable ? (
        <BalanceTables balance={balance} people={people} />
      ) : (
        <>
          <Groups groups={balance.groups} measured={measured} />
          <Persons rows={balance.people} people={people} measured={measured} />
        </>
      )}
      <Button icon="list" onPress={() => setAsTable(!asTable)}>
        {t(asTable ? 'balance.asBars' : 'balance.asTable')}
      </Button>
    </div>
  )
}

function Groups({ groups, measured }: { groups: GroupBalance[]; measured: boolean }) {
  const t = useT()
  return (
    <section className="balance-part" aria-label={t('balance.perGroup')}>
      <h3>
        {t('balance.perGroup')} <span className="balance-detail">· {t('balance.perGroupMark')}</span>
      </h3>
      {groups.map((group) => (
        <BalanceBar
          key={group.group}
          label={t(`groups.${group.group}`)}
          detail={t('balance.seats', { seats: group.seats })}
          words={t('balance.percent', { percent: percentOf(group.share) })}
          end={t('balance.minutes', { minutes: minutesOf(group.spokenMs) })}
          fill={group.share}
          mark={group.seatShare}
          measured={measured}
        />
      ))}
    </section>
  )
}

function Persons(props: { rows: PersonBalance[]; people: Record<PersonId, Person>; measured: boolean }) {
  const t = useT()
  return (
    <section className="balance-part" aria-label={t('balance.perPerson')}>
      <h3>
        {t('balance.perPerson')} <span className="balance-detail">· {t('balance.perPersonMark')}</span>
      </h3>
      {props.rows.map((row) => (
        <BalanceBar
          key={row.person}
          label={props.people[row.person]?.name ?? '…'}
          words={t(row.silent ? 'balance.notHeard' : balanceKey(row.words))}
          fill={barOf(row.share)}
          mark={0.5}
          measured={props.measured}
        />
      ))}
    </section>
  )
}
