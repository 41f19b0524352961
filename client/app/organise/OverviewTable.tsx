import { agreementsAt } from '../../../shared/dialogue/agreements/agreements.ts'
import { openObjections } from '../../../shared/dialogue/between/objecting.ts'
import { plain } from '../../../shared/agreement/richText.ts'
import { useTableText } from '../../parts/facilitate/useTableText.ts'
import { floorSentence } from '../../parts/floor/floorSentence.ts'
import { RoomProvider, useRoom } from '../../hooks/useRoom.tsx'
import { usePart } from '../../parts/floor/words.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'
import type { BalanceLine, OverviewCard } from './overview.ts'

/** One table in the overview: who has the floor, how many agreements, the balance in words, and what it asks for. */
export function OverviewTable({ view, card }: { view: OrganiserView; card: OverviewCard }) {
  const t = useT()
  const { table } = card
  return (
    <li className="dt-overview-card" data-role={table.role}>
      <h3 className="dt-overview-head">
        <Icon name={table.role} />
        <span>
          {t('desk.table', { number: table.number })}
          <span className="dt-overview-role">{t(`role.${table.role}`)}</span>
        </span>
      </h3>
      <div className="dt-overview-body">
        <RoomProvider room={table.id}>
          <FloorWords />
        </RoomProvider>
        <dl className="dt-pairs">
          <dt>{t('tables.present')}</dt>
          <dd>{t('tables.here', { here: card.here, all: card.seated })}</dd>
          <dt>{t('tables.agreements')}</dt>
          <dd>
            <AgreementCount table={table.id} />
          </dd>
          <dt>{t('tables.balance')}</dt>
          <dd>{balanceWords(card.balance, t)}</dd>
        </dl>
        {card.help.map((call) => (
          <p key={call.person} className="dt-overview-note">
            <Icon name="help" />
            {t(call.note ? 'tables.helpNote' : 'tables.helpAsked', {
              name: view.state.people[call.person]?.name ?? '',
              note: call.note,
            })}
          </p>
        ))}
        {card.timeAsked && (
          <p className="dt-overview-note">
            <Icon name="clock" />
            {t('tables.timeAsked')}
          </p>
        )}
        <Objected view={view} table={table.id} />
        <Leader view={view} card={card} />
      </div>
    </li>
  )
}

/** What people objected to from home, and this table has not put forward anew. */
function Objected({ view: { state }, table }: { view: OrganiserView; table: string }) {
  const t = useT()
  const ids = new Set(openObjections(state).map(({ agreement }) => agreement))
  const numbers = agreementsAt(state, table)
    .filter(({ id }) => ids.has(id))
    .map(({ number }) => number)
  if (numbers.length === 0) return null
  return (
    <p className="dt-overview-note">
      <Icon name="talk" />
      {t('tables.objections', { count: numbers.length, numbers: numbers.join(', ') })}
    </p>
  )
}

/** How many there are, and how many still have a title only. */
function AgreementCount({ table }: { table: string }) {
  const t = useT()
  const text = useTableText(table)
  const titles = text.filter(({ words }) => words && plain(words.text).trim() === '').length
  return t('tables.agreementCount', { count: text.length, titles })
}

function FloorWords() {
  const words = usePart()
  const said = useRoom(floorSentence)
  const waiting = said.sub.filter(
    (part) => part.key.startsWith('sub.wait') || part.key.startsWith('sub.then'),
  )
  return (
    <p className="dt-overview-floor">
      {said.parts.map(words).join(' ')}
      {waiting.length > 0 && <span className="dt-desk-note">{waiting.map(words).join(' ')}</span>}
    </p>
  )
}

function Leader({ view, card }: { view: OrganiserView; card: OverviewCard }) {
  const t = useT()
  const { leader } = card
  const names = leader.names.join(', ')
  if (leader.state !== 'here' && leader.state !== 'elsewhere') {
    const { state } = leader
    return (
      <p className="dt-overview-note">
        <Icon name="warning" />
        {state === 'none'
          ? t('tables.noLeader')
          : t('tables.leaderAway', {
              names,
              standing: t(`standing.${state === 'underway' ? 'elsewhere' : state}`),
            })}
      </p>
    )
  }
  const number = view.state.tables[leader.at ?? '']?.number
  return (
    <p className="dt-desk-note">
      {leader.state === 'here' || number === undefined
        ? t('tables.leaderHere', { names, count: leader.names.length })
        : t('tables.leaderElsewhere', { names, number })}
    </p>
  )
}

function balanceWords(line: BalanceLine, t: ReturnType<typeof useT>): string {
  switch (line.kind) {
    case 'unmeasured':
      return t('tables.unmeasured')
    case 'silent':
      return t('tables.silent')
    case 'alone':
      return t('tables.alone')
    case 'early':
      return t('balance.early')
    case 'uneven':
      return t('tables.uneven')
    case 'even':
      return t('tables.even')
    case 'group':
      return t(line.more ? 'tables.more' : 'tables.less', { group: t(`groups.${line.group}`) })
    case 'notHeard':
      return line.names.length > 2
        ? t('tables.notHeardMany', { count: line.names.length })
        : t('tables.notHeard', { names: line.names.join(', ') })
  }
}
