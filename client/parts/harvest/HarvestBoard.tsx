import { useEffect, useRef } from 'react'
import { harvestCount, isOffered, theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import { useSession } from '../../hooks/useSession.ts'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { SetLine } from './SetLine.tsx'
import { Waiting } from './Waiting.tsx'
import './harvest.css'

/** The set as it grows, for everybody who may read; with what the organiser does to it, and a table's yes or no (H2). */
export function HarvestBoard() {
  const t = useT()
  const state = useSession((session) => session.state)
  const organises = useSession(({ state: known, me }) => known?.people[me]?.role === 'organiser')
  const { busy, run } = useCommand()
  const last = state?.harvest.last ?? null
  const told = useRef(last)
  useEffect(() => {
    if (last && last !== told.current) announce(t(`harvest.${last.how}`))
    told.current = last
  }, [last, t])
  if (!state) return null
  const isFixed = isOffered(state)
  const leads = organises && !isFixed
  const set = theSet(state)
  const free = Object.values(state.agreements).filter(
    (one) => one.state === 'agreed' || one.state === 'agreedWithNote',
  )
  if (set.length === 0 && (!leads || free.length === 0)) return null
  return (
    <section className="dt-harvest" aria-labelledby="harvest-title">
      <h3 id="harvest-title">{t('harvest.title')}</h3>
      <p role="status">{t('harvest.count', harvestCount(state))}</p>
      {isFixed ? <p>{t('harvest.offered')}</p> : null}
      {state.harvest.merges.map((merge) => (
        <Waiting key={merge.id} merge={merge} state={state} leads={leads} />
      ))}
      <h4>{t('harvest.set')}</h4>
      {set.length === 0 ? <p className="dt-soft">{t('harvest.empty')}</p> : null}
      <ol className="dt-harvest-set">
        {set.map((agreement) => (
          <SetLine key={agreement.id} agreement={agreement} state={state} leads={leads} />
        ))}
      </ol>
      {leads && free.length > 0 ? (
        <>
          <h4>{t('harvest.free')}</h4>
          <ul className="dt-harvest-set">
            {free.map(({ id, number, presented }) => (
              <li key={id} className="dt-harvest-line">
                <span>
                  {number}. {presented?.words.title}
                </span>
                <Button
                  icon="check"
                  size="small"
                  aria-label={t('harvest.takeName', { number })}
                  isDisabled={busy !== null}
                  onPress={() => void run('takeIntoSet', { agreement: id })}
                >
                  {t('harvest.take')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
