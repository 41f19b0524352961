import { Suspense } from 'react'
import { standsIn } from '../../../shared/dialogue/agreements/agreements.ts'
import type { PersonId, SessionState, Table } from '../../../shared/dialogue/model.ts'
import { placeOf } from '../../../shared/dialogue/places.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { RoomProvider, useRoom } from '../../hooks/useRoom.tsx'
import { floorOf, type RoomView } from '../../core/room/view.ts'
import { ConsentDesk } from '../consent/later.ts'
import { StateSentence } from '../floor/StateSentence.tsx'
import { Captions } from '../captions/Captions.tsx'
import { TypedTurns } from '../floor/TypedTurns.tsx'
import { Notices } from '../tables/Notices.tsx'
import { OpeningQuestion } from '../tables/OpeningQuestion.tsx'
import { RoleTag } from '../tables/RoleTag.tsx'
import { Tile } from '../tables/Tile.tsx'
import { peopleShown } from '../tables/tiles.ts'
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
export function DeskTable(props: DeskTableProps) {
  return (
    <RoomProvider room={props.table.id}>
      <DeskRoom {...props} />
    </RoomProvider>
  )
}

function DeskRoom({ table, tables, state, me, run }: DeskTableProps) {
  const { media } = useDialogue()
  const at = placeOf(state, me)
  const measured = useRoom((view) => view.measured)
  const consent = useRoom((view) => floorOf(view).consent !== null)
  const reopened = useRoom(isReopened)
  return (
    <>
      <OwnSignals />
      {!measured && <NotMeasured />}
      <StateSentence
        end={
          <div className="dt-desk-end">
            <RoleTag role={table.role} />
            {tables.length > 1 && <Whereabouts table={table} tables={tables} at={at} run={run} />}
          </div>
        }
      />
      <Notices />
      <OpeningQuestion />
      <main id="main" className={consent ? 'dt-desk-columns has-consent' : 'dt-desk-columns'} tabIndex={-1}>
        {consent ? (
          <div className="dt-desk-progress">
            <Suspense fallback={null}>
              <ConsentDesk primary />
            </Suspense>
          </div>
        ) : null}
        <FloorPanel
          run={run}
          primary={!consent}
          onSteer={(begun) => void media.setMicrophone(true, 'lead', begun)}
          own={at === table.id ? <OwnPlace run={run} /> : null}
        />
        <div className="dt-desk-talk">
          <People />
          <Captions />
          <TypedTurns />
        </div>
        {consent ? null : <Progress table={table.id} startOpen={reopened} />}
        <BalanceCard room={table.id} state={state} run={run} leads />
      </main>
    </>
  )
}

/** A round has ended without a result on these words: writing is what comes next. */
function isReopened(view: RoomView): boolean {
  const { lastConsent } = floorOf(view)
  if (lastConsent?.how !== 'voided' && lastConsent?.how !== 'returned') return false
  const agreement = view.state.agreements[lastConsent.agreement]
  if (!agreement) return false
  return agreement.state === 'draft' || standsIn(agreement, lastConsent.version)
}

/** Everybody at the table and whoever leads it, small, in the fixed order. */
function People() {
  const t = useT()
  const people = useRoom(peopleShown)
  return (
    <ol className="dt-desk-people dt-tiles is-small" aria-label={t('desk.people')}>
      {people.map((person) => (
        <Tile key={person} person={person} />
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
      {here && <span className="dt-desk-at">{t('desk.atTable', { number: here.number })}</span>}
      {other && (
        <Button icon="next" onPress={() => void run('attendTable', { table: other.id })}>
          {t('desk.goTo', { number: other.number })}
        </Button>
      )}
    </>
  )
}
