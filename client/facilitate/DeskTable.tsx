import type { PersonId, SessionState, Table } from '../../shared/dialogue/model.ts'
import { peopleIn, placeOf } from '../../shared/dialogue/places.ts'
import { StateSentence } from '../floor/StateSentence.tsx'
import { TypedTurns } from '../floor/TypedTurns.tsx'
import { useRoomView } from '../floor/useRoomView.ts'
import { floorOf, type RoomView } from '../floor/view.ts'
import { setMicrophone } from '../media/index.ts'
import { Notices } from '../tables/Notices.tsx'
import { RoleTag } from '../tables/RoleTag.tsx'
import { Tile } from '../tables/Tile.tsx'
import { shownIn } from '../tables/tiles.ts'
import { useTiles } from '../tables/useTiles.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { FloorPanel } from './FloorPanel.tsx'
import { OwnSignals } from './HandChimes.tsx'
import { OwnPlace } from './OwnPlace.tsx'
import { Progress } from './Progress.tsx'
import { BalanceCard } from './RoomBalance.tsx'
import type { Run } from './run.ts'

interface DeskTableProps {
  table: Table
  tables: Table[]
  state: SessionState
  me: PersonId
  run: Run
}

/** The desk of one table: the list of speakers, the people, the agreements and the balance. */
export function DeskTable({ table, tables, state, me, run }: DeskTableProps) {
  const view = useRoomView(table.id)
  const at = placeOf(state, me)
  if (!view) return null
  const floor = floorOf(view)
  return (
    <>
      <OwnSignals view={view} />
      {!view.measured && <NotMeasured />}
      <StateSentence
        view={view}
        end={
          <div className="desk-end">
            <RoleTag role={table.role} />
            {tables.length > 1 && <Whereabouts table={table} tables={tables} at={at} run={run} />}
          </div>
        }
      />
      <Notices view={view} />
      <main id="main" className="desk-columns" tabIndex={-1}>
        <FloorPanel
          room={table.id}
          state={state}
          floor={floor}
          me={me}
          now={view.now}
          run={run}
          primary
          onSteer={() => void setMicrophone(true, 'lead')}
          own={at === table.id ? <OwnPlace view={view} run={run} /> : null}
        />
        <div className="desk-talk">
          <People view={view} />
          <TypedTurns view={view} />
        </div>
        <Progress table={table.id} />
        <BalanceCard room={table.id} state={state} run={run} leads />
      </main>
    </>
  )
}

/** Everybody at the table and whoever leads it, small, in the fixed order. */
function People({ view }: { view: RoomView }) {
  const t = useT()
  const tile = useTiles(view)
  return (
    <ol className="desk-people tiles is-small" aria-label={t('desk.people')}>
      {shownIn(view.state, peopleIn(view.state, view.room), view.room).map((person) => (
        <Tile key={person} tile={tile(person)} />
      ))}
    </ol>
  )
}

/** S8: what stopped is said, and that the talk itself goes on. */
function NotMeasured() {
  const t = useT()
  return (
    <Banner tone="trouble" icon="warning" title={t('desk.notMeasured')} text={t('desk.notMeasuredSub')} />
  )
}

function Whereabouts({
  table,
  tables,
  at,
  run,
}: Pick<DeskTableProps, 'table' | 'tables' | 'run'> & { at: string | null }) {
  const t = useT()
  const here = tables.find((entry) => entry.id === at)
  const other = here?.id === table.id ? tables.find((entry) => entry.id !== table.id) : table
  return (
    <>
      {here && <span className="desk-at">{t('desk.atTable', { number: here.number })}</span>}
      {other && (
        <Button icon="next" onPress={() => void run('attendTable', { table: other.id })}>
          {t('desk.goTo', { number: other.number })}
        </Button>
      )}
    </>
  )
}
