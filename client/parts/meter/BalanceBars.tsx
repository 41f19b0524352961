import { useState, type ReactNode } from 'react'
import type { Person, PersonId } from '../../../shared/dialogue/model.ts'
import type { Basis, GroupBalance, PersonBalance } from '../../../shared/dialogue/time/balance.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { BalanceBar } from './BalanceBar.tsx'
import { BalanceTables } from './BalanceTables.tsx'
import type { BalanceShown } from './shown.ts'
import { balanceKey, barOf, percentOf, seatWords, spanWords, timeWords } from './words.ts'

/**
 * Persons and groups, for whoever leads (S4): bars in the order of the seats, no ranking, no colours that judge.
 * `measured` false hatches the bars and keeps the old values; `incomplete`: there was a gap earlier on (S8).
 */
export function BalanceBars(props: {
  balance: BalanceShown
  people: Record<PersonId, Person>
  measured: boolean
  incomplete?: boolean
  /** What whoever leads can do about a person. */
  action?: (person: PersonId) => ReactNode
}) {
  const { balance, people, measured, incomplete = false, action } = props
  const t = useT()
  const [asTable, setAsTable] = useState(false)
  if (balance.people.length === 0) return <p className="balance-empty">{t('balance.empty')}</p>
  return (
    <div className="dt-balance-bars" data-basis={balance.basis}>
      {measured ? null : <p className="dt-balance-note">{t('whole.meterOff')}</p>}
      {incomplete && measured ? <p className="dt-balance-note">{t('balance.incomplete')}</p> : null}
      <p className="dt-balance-basis">{t(`basis.${balance.basis}`)}</p>
      {asTable ? (
        <BalanceTables balance={balance} people={people} />
      ) : (
        <>
          <Groups groups={balance.groups} measured={measured} />
          <Persons
            rows={balance.people}
            basis={balance.basis}
            people={people}
            measured={measured}
            action={action}
          />
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
    <section className="dt-balance-part" aria-label={t('balance.perGroup')}>
      <h3>
        {t('balance.perGroup')} <span className="dt-balance-detail">· {t('balance.perGroupMark')}</span>
      </h3>
      {groups.map((group) => (
        <BalanceBar
          key={group.group}
          label={t(`groups.${group.group}`)}
          detail={seatWords(group, t)}
          words={t('balance.percent', { percent: percentOf(group.share) })}
          end={spanWords(group.spokenMs, t)}
          fill={group.share}
          mark={group.seatShare}
          measured={measured}
        />
      ))}
    </section>
  )
}

function Persons(props: {
  rows: PersonBalance[]
  basis: Basis
  people: Record<PersonId, Person>
  measured: boolean
  action?: (person: PersonId) => ReactNode
}) {
  const t = useT()
  return (
    <section className="dt-balance-part" aria-label={t('balance.perPerson')}>
      <h3>
        {t('balance.perPerson')} <span className="dt-balance-detail">· {t('balance.perPersonMark')}</span>
      </h3>
      {props.rows.map((row) => (
        <BalanceBar
          key={row.person}
          label={props.people[row.person]?.name ?? '…'}
          words={t(row.silent ? 'balance.notHeard' : balanceKey(row.words))}
          end={row.silent ? <NotHeard /> : undefined}
          note={row.silent ? '' : timeWords(row, props.basis, t)}
          fill={barOf(row.share)}
          mark={0.5}
          measured={props.measured}
          action={props.action?.(row.person)}
        />
      ))}
    </section>
  )
}

/** A frame and a shape, so that it is found without reading every line. */
function NotHeard() {
  const t = useT()
  return (
    <span className="dt-balance-unheard">
      <Icon name="ear" />
      {t('balance.notHeard')}
    </span>
  )
}
