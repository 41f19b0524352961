import { Suspense, useEffect, useEffectEvent, useRef } from 'react'
import type { EndedMerge } from '../../../shared/dialogue/harvest/merge.ts'
import { harvestCount, theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { announce } from '../ui/Announcer.tsx'
import { later } from '../ui/later.tsx'
import { useT } from '../ui/text.tsx'
import { showToast } from '../ui/Toast.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { cardOf, hasBoard, mayHarvest } from './board.ts'
import { Counter } from './Counter.tsx'
import { SetLine } from './SetLine.tsx'
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
  useTold(state, leads)
  if (!state || !hasBoard(state, me)) return null
  const set = theSet(state)
  return (
    <section className="dt-harvest" aria-labelledby="harvest-title">
      <div className="dt-harvest-head">
        <h3 id="harvest-title">{t('harvest.title')}</h3>
        <Counter {...harvestCount(state)} leads={leads} />
      </div>
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

/** How a merging ended is said to everybody; the organiser has ten seconds to take it apart again at once. */
function useTold(state: SessionState | null, leads: boolean): void {
  const t = useT()
  const { run } = useCommand()
  const last = state?.harvest.last ?? null
  const told = useRef(last)
  const tell = useEffectEvent(({ how, agreement }: EndedMerge) => {
    const said = t(`harvest.${how}`)
    if (leads && how === 'merged' && agreement !== null)
      showToast(said, { undo: () => void run('unmerge', { agreement }) })
    else announce(said)
  })
  useEffect(() => {
    if (last && last !== told.current) tell(last)
    told.current = last
  }, [last])
}
