import { useSession } from '../../hooks/useSession.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { connected, standingOf } from '../../core/room/standing.ts'
import { secondsUntil } from '../../core/room/view.ts'
import { RoleTag } from '../../parts/tables/RoleTag.tsx'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'
import { Ready } from './Ready.tsx'
import { Ring } from './Ring.tsx'
import { splitBoard, type SplitBoard } from './splitBoard.ts'

/** T2: the split is announced and counts down; it can be stopped, put off and hurried. */
export function Announced({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state, run } = view
  const now = useServerNow(1_000)
  const { phase } = state
  if (phase.name !== 'announced') return null
  const seconds = secondsUntil(phase.deadline, now)
  const board = splitBoard(state, state.seating)
  return (
    <>
      <div className="dt-organise-cards">
        <section className="dt-desk-card dt-announced">
          <Ring
            part={(seconds * 1000) / state.settings.announceMs}
            words={String(seconds)}
            unit={t('announced.seconds')}
            label={t('say.goNow', { seconds })}
          />
          <Button icon="pause" className="dt-announced-stop" onPress={() => void run('cancelSplit', {})}>
            {t('announced.stop')}
          </Button>
          <Button icon="plus" onPress={() => void run('extendSplit', { ms: 20_000 })}>
            {t('announced.more')}
          </Button>
          <Button icon="next" onPress={() => void run('startTables', { version: phase.version })}>
            {t('next.goNow')}
          </Button>
        </section>
        <Example state={state} board={board} seconds={seconds} />
        <Ready state={state} board={board} />
      </div>
      <TableStrip board={board} />
    </>
  )
}

/** What one of the people sees now, so that the organiser need not guess. */
function Example({ state, board, seconds }: { state: SessionState; board: SplitBoard; seconds: number }) {
  const t = useT()
  const present = connected(useSession((session) => session.presence))
  const seats = board.columns.flatMap(({ tables }) =>
    tables.flatMap((card) => card.chips.map(({ person }) => ({ card, person }))),
  )
  const seat = seats.find(({ person }) => standingOf(state, present, person.id) === 'here')
  if (!seat) return null
  const { card, person: someone } = seat
  return (
    <section className="dt-desk-card" aria-labelledby="example-title">
      <h2 id="example-title">{t('announced.sees', { name: someone.name })}</h2>
      <div className="dt-example">
        <p className="dt-desk-note">{t('announced.goesTo')}</p>
        <p className="dt-example-table">{t('announced.table', { number: card.table.number })}</p>
        <RoleTag role={card.table.role} />
        <p>{t('announced.nothing', { seconds })}</p>
      </div>
      <p className="dt-desk-note">{t('announced.words')}</p>
    </section>
  )
}

function TableStrip({ board }: { board: SplitBoard }) {
  const t = useT()
  const cards = board.columns
    .flatMap((column) => column.tables)
    .toSorted((a, b) => a.table.number - b.table.number)
  return (
    <ul className="dt-table-strip" aria-label={t('tables.list')}>
      {cards.map((card) => (
        <li key={card.table.id} data-role={card.table.role}>
          <Icon name={card.table.role} />
          <span>
            <strong>{t('desk.table', { number: card.table.number })}</strong>
            <span>{t('announced.people', { count: card.chips.length })}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
