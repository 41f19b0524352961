import { useRef, useState } from 'react'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import { RoleTag } from '../../parts/tables/RoleTag.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { Ghost } from '../../parts/ui/Ghost.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useTouchDrag } from '../../parts/ui/useTouchDrag.ts'
import { Chosen } from './Chosen.tsx'
import { Clashes } from './Clashes.tsx'
import type { OrganiserView } from './view.ts'
import { seatTouch } from './seatDrops.ts'
import { changes, planShown } from './seating.ts'
import { Ready } from './Ready.tsx'
import { SplitTools } from './SplitTools.tsx'
import { splitBoard } from './splitBoard.ts'
import { SeatList } from './SeatList.tsx'
import { TableSeats } from './TableSeats.tsx'

/** The board of the split: one column per government role, a card per table, people as chips. */
export function Split({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state, run } = view
  const plan = planShown(state)
  const board = splitBoard(state, plan)
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const draft = changes(state) === 'plan'
  const tables = useRef<HTMLDivElement>(null)
  const { carried, ghost } = useTouchDrag(tables, {
    ...seatTouch(view),
    touched: ({ person }) => setChosen(person),
  })
  const seats = { view, chosen, carried, onChoose: setChosen }
  return (
    <div className="dt-split">
      <div className="dt-desk-head">
        <h2>{t('split.title')}</h2>
        <p className="dt-desk-note">{t('split.count', { people: board.seated, tables: board.tables })}</p>
        <SplitTools view={view} planned={board.seated > 0} />
      </div>
      {state.phase.name === 'lobby' && <p className="dt-desk-note">{t('split.beforeOpen')}</p>}
      {changes(state) === 'nothing' && <p className="dt-desk-note">{t('split.notNow')}</p>}
      <div className="dt-split-all" ref={tables}>
        <div className="dt-split-board">
          {board.columns.map((column) => (
            <section key={column.role} className="dt-split-column" aria-label={t(`role.${column.role}`)}>
              <RoleTag role={column.role} />
              {column.tables.map((card) => (
                <TableSeats key={card.table.id} card={card} {...seats} />
              ))}
              {draft && (
                <Button
                  icon="plus"
                  aria-label={t('split.addTableRole', { role: t(`role.${column.role}`) })}
                  onPress={() => void run('addTable', { role: column.role })}
                >
                  {t('split.addTable')}
                </Button>
              )}
            </section>
          ))}
        </div>
        <aside className="dt-split-side" aria-label={t('split.title')}>
          <Chosen view={view} person={chosen} />
          {draft && <Clashes view={view} />}
          {draft && board.seated > 0 && <Ready state={state} board={board} />}
          <section className="dt-desk-card" aria-labelledby="unseated-title" data-seats="">
            <h3 id="unseated-title">{t('split.unseated')}</h3>
            <SeatList
              {...seats}
              table={null}
              label={t('split.unseated')}
              chips={board.unseated.map((person) => ({ person, pinned: false }))}
              empty={t('split.everybodySeated', { people: board.seated })}
            />
          </section>
          <How view={view} pinned={plan?.pinned.length ?? 0} />
        </aside>
      </div>
      {carried ? (
        <Ghost ghost={ghost} at={carried.at}>
          {state.people[carried.thing.person]?.name}
        </Ghost>
      ) : null}
    </div>
  )
}

function How({ view, pinned }: { view: OrganiserView; pinned: number }) {
  const t = useT()
  return (
    <section className="dt-desk-card dt-split-how" aria-labelledby="how-title">
      <h3 id="how-title">{t('split.how')}</h3>
      <dl className="dt-pairs">
        <dt>{t('split.perTable')}</dt>
        <dd>{t('split.perTableValue', { size: view.state.settings.tableSize })}</dd>
        <dt>{t('split.groups')}</dt>
        <dd>{t('split.groupsValue')}</dd>
        <dt>{t('split.fixed')}</dt>
        <dd>{t('split.fixedValue', { count: pinned })}</dd>
      </dl>
      <h3>{t('split.legend')}</h3>
      <ul className="dt-legend">
        {(['inwoner', 'college', 'raad', 'ambtenaar'] as const).map((group) => (
          <li key={group}>
            <span className="dt-letter">{t(`letter.${group}`)}</span> {t(`group.${group}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
