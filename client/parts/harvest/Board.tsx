import { useRef, useState } from 'react'
import type { AgreementId, SessionState } from '../../../shared/dialogue/model.ts'
import { Ghost } from '../ui/Ghost.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { useTouchDrag } from '../ui/useTouchDrag.ts'
import { columnsOf, type HarvestColumn } from './board.ts'
import { CardList } from './CardList.tsx'
import { putDown } from './drops.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { heldCard, overCard, type CarriedCard } from './touch.ts'
import { useHarvest, type Harvesting } from './useHarvest.ts'

/** The organiser's board: the roles beside each other, each with what stands in the set and what may come into it (H2). */
export function Board({ state }: { state: SessionState }) {
  const t = useT()
  const harvest = useHarvest(state)
  const [merging, setMerging] = useState<AgreementId[] | null>(null)
  const board = useRef<HTMLDivElement>(null)
  const hands = { state, harvest, onMerge: setMerging }
  const { carried, ghost } = useTouchDrag(board, {
    held: heldCard,
    overAt: overCard,
    put: (where) => putDown(hands, where),
  })
  return (
    <>
      <p className="dt-small dt-soft">{t('harvest.how')}</p>
      <div className="dt-agreements" ref={board}>
        {columnsOf(state).map((column) => (
          <Column key={column.role} column={column} carried={carried} {...hands} />
        ))}
      </div>
      {carried ? (
        <Ghost ghost={ghost} at={carried.at}>
          {state.agreements[carried.thing.id]?.presented?.words.title || t('agreement.untitled')}
        </Ghost>
      ) : null}
      {merging ? (
        <MergeDialog state={state} first={merging} harvest={harvest} onClose={() => setMerging(null)} />
      ) : null}
    </>
  )
}

interface ColumnProps {
  column: HarvestColumn
  state: SessionState
  harvest: Harvesting
  onMerge: (from: AgreementId[]) => void
  carried: CarriedCard | null
}

function Column({ column: { role, inSet, loose }, ...rest }: ColumnProps) {
  const t = useT()
  const name = t(`role.${role}`)
  const looseTitle = t('harvest.loose')
  return (
    <section className={`dt-agreements-role is-${role}`} aria-label={name}>
      <h4 className="dt-agreements-role-name">
        <Icon name={role} />
        {name}
      </h4>
      <CardList
        {...rest}
        role={role}
        zone="set"
        label={t('harvest.listName', { role: name, list: t('harvest.set') })}
        cards={inSet}
        empty={t('harvest.noneInSet')}
      />
      <h5 className="dt-harvest-loose">{looseTitle}</h5>
      <CardList
        {...rest}
        role={role}
        zone="loose"
        label={t('harvest.listName', { role: name, list: looseTitle })}
        cards={loose}
        empty={t('harvest.noneLoose')}
      />
    </section>
  )
}
