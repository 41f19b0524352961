import { useRef, useState } from 'react'
import type { AgreementId, SessionState } from '../../../shared/dialogue/model.ts'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { columnsOf, type HarvestColumn } from './board.ts'
import { CardList } from './CardList.tsx'
import { putDown } from './drops.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { useHarvest, type Harvesting } from './useHarvest.ts'
import { useTouchDrag, type Carried } from './useTouchDrag.ts'

/** The organiser's board: the roles beside each other, each with what stands in the set and what may come into it (H2). */
export function Board({ state }: { state: SessionState }) {
  const t = useT()
  const harvest = useHarvest(state)
  const [merging, setMerging] = useState<AgreementId[] | null>(null)
  const board = useRef<HTMLDivElement>(null)
  const hands = { state, harvest, onMerge: setMerging }
  const { carried, ghost } = useTouchDrag(board, (put) => putDown(hands, put))
  return (
    <>
      <p className="dt-small dt-soft">{t('harvest.how')}</p>
      <div className="dt-agreements" ref={board}>
        {columnsOf(state).map((column) => (
          <Column key={column.role} column={column} carried={carried} {...hands} />
        ))}
      </div>
      {carried ? (
        <p
          ref={ghost}
          className="dt-harvest-carried"
          aria-hidden="true"
          dir="auto"
          style={{ translate: `${carried.from.x}px ${carried.from.y}px` }}
        >
          {state.agreements[carried.id]?.presented?.words.title || t('agreement.untitled')}
        </p>
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
  carried: Carried | null
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
