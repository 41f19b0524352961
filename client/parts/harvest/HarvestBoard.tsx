import { Suspense } from 'react'
import { harvestCount, isOffered, theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import { useSession } from '../../hooks/useSession.ts'
import { later } from '../ui/later.tsx'
import { useT } from '../ui/text.tsx'
import { cardOf, hasBoard, mayHarvest } from './board.ts'
import { Counter } from './Counter.tsx'
import { SetLine } from './SetLine.tsx'
import { useTold } from './useTold.ts'
import { Waiting } from './Waiting.tsx'
import './harvest.css'

// what drags is for one person
const Board = later(async () => (await import('./Board.tsx')).Board)

/** The set as it grows, for everybody who may read; with what the organiser does to it, and a table's yes or no (H2). */
export function HarvestBoard() {
  const t = useT()
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const leads = state !== null && mayHarvest(state, me)
  useTold(state, me)
  if (!state || !hasBoard(state, me)) return null
  const set = theSet(state)
  return (
    <section className="dt-harvest" aria-labelledby="harvest-title">
      <div className="dt-harvest-head">
        <h3 id="harvest-title">{t('harvest.title')}</h3>
        <Counter {...harvestCount(state)} leads={leads} />
      </div>
      {isOffered(state) ? <p>{t('harvest.offered')}</p> : null}
      {state.harvest.merges.map((merge) => (
        <Waiting key={merge.id} merge={merge} state={state} leads={leads} />
      ))}
      {leads ? (
        <Suspense fallback={null}>
          <Board state={state} />
        </Suspense>
      ) : (
        <>
          <h4>{t('harvest.set')}</h4>
          <ol className="dt-harvest-set">
            {set.map((agreement) => (
              <SetLine key={agreement.id} card={cardOf(state, agreement)} state={state} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
