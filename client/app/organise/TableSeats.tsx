import { GROUPS, type PersonId } from '../../../shared/dialogue/model.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { LeaderChoice } from './LeaderChoice.tsx'
import type { OrganiserView } from './view.ts'
import type { CarriedPerson } from './seatDrops.ts'
import { changes } from './seating.ts'
import { SeatList } from './SeatList.tsx'
import type { TableCard } from './splitBoard.ts'

interface TableSeatsProps {
  view: OrganiserView
  card: TableCard
  chosen: PersonId | null
  onChoose: (person: PersonId | null) => void
  carried: CarriedPerson | null
}

/** One table on the board: its door number, who guides, who sits where, what is free. */
export function TableSeats({ view, card, chosen, onChoose, carried }: TableSeatsProps) {
  const t = useT()
  const { table, chips, free, facilitators } = card
  const draft = changes(view.state) === 'plan'
  return (
    <article
      className="dt-table-card"
      data-lacks={facilitators.length === 0}
      data-seats={table.id}
      aria-label={t('desk.table', { number: table.number })}
    >
      <header className="dt-table-card-head">
        <h3>{t('desk.table', { number: table.number })}</h3>
        <span className="dt-desk-note">
          {facilitators.length === 0 ? (
            <>
              <Icon name="warning" /> {t('split.noLeader')}
            </>
          ) : (
            t(facilitators.length > 1 ? 'split.leaders' : 'split.leader', {
              names: facilitators.map((person) => person.name).join(', '),
            })
          )}
        </span>
      </header>
      <SeatList
        view={view}
        table={table.id}
        label={t('split.seats', { number: table.number })}
        chips={chips}
        empty={t('split.emptyTable')}
        chosen={chosen}
        onChoose={onChoose}
        carried={carried}
      />
      <p className="dt-seats-free" data-none={free === 0}>
        {t('split.freeSeats', { count: free })}
      </p>
      <p className="dt-desk-note">{countWords(card, t)}</p>
      {draft && (
        <div className="dt-desk-buttons">
          <LeaderChoice view={view} table={table} />
          {chips.length === 0 && (
            <Button
              icon="close"
              aria-label={t('split.removeTableNumber', { number: table.number })}
              onPress={() => void view.run('removeTable', { table: table.id })}
            >
              {t('split.removeTable')}
            </Button>
          )}
        </div>
      )}
    </article>
  )
}

function countWords({ counts }: TableCard, t: ReturnType<typeof useT>): string {
  return GROUPS.filter((group) => counts[group] > 0)
    .map((group) => t(`split.count.${group}`, { count: counts[group] }))
    .join(', ')
}
