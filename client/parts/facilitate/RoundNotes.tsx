import { Fragment } from 'react'
import type { Floor, PersonId, RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { PopButton } from './PopButton.tsx'
import type { Run } from './run.ts'

interface RoundProps {
  room: RoomId
  state: SessionState
  floor: Floor
  run: Run
}

/** F6: how far a round is, and that whoever passed gets a second chance. */
export function RoundNote({ floor: { round } }: Pick<RoundProps, 'floor'>) {
  const t = useT()
  if (!round) return null
  return (
    <p className="dt-desk-note">
      {round.second
        ? t('desk.roundSecond')
        : t('desk.roundHow', { done: round.done.length, all: round.order.length })}
    </p>
  )
}

/** F6: the round that goes on begins anew, after a question. */
export function RoundAgain({ room, run }: Pick<RoundProps, 'room' | 'run'>) {
  const t = useT()
  return (
    <PopButton
      icon="round"
      text={t('desk.roundAgain')}
      title={t('desk.roundAsk')}
      cancel={t('desk.roundGoOn')}
    >
      {(close) => (
        <>
          <p>{t('desk.roundAskText')}</p>
          <Button
            icon="round"
            onPress={() => {
              close()
              void run('restartRound', { room })
            }}
          >
            {t('desk.roundYes')}
          </Button>
        </>
      )}
    </PopButton>
  )
}

/** What the round came to, and the way to sum it up: as guiding, so that everybody sees what it is (F6, F7). */
export function LastRound({
  room,
  state,
  floor,
  run,
  onSteer,
}: RoundProps & { onSteer: (begun: Promise<boolean>) => void }) {
  const t = useT()
  const { lastRound } = floor
  if (!lastRound) return null
  const sumUp = () => onSteer(run('startSteering', { room }))
  return (
    <section className="dt-desk-last" aria-labelledby={`last-${room}`}>
      <h3 id={`last-${room}`}>{t('desk.last')}</h3>
      <dl>
        <dt>{t('desk.last.spoke')}</dt>
        <dd>
          {lastRound.spoke.length > 0 ? (
            <Names state={state} people={lastRound.spoke} />
          ) : (
            t('desk.last.nobody')
          )}
        </dd>
        {lastRound.passed.length > 0 && (
          <>
            <dt>{t('desk.last.passed')}</dt>
            <dd>
              <Names state={state} people={lastRound.passed} />
            </dd>
          </>
        )}
        {lastRound.missed.length > 0 && (
          <>
            <dt>{t('desk.last.missed')}</dt>
            <dd>
              <Names state={state} people={lastRound.missed} />
            </dd>
          </>
        )}
      </dl>
      {floor.steering === null && (
        <>
          <Button icon="compass" onPress={sumUp}>
            {t('desk.sumUp')}
          </Button>
          <p className="dt-desk-note">{t('desk.sumUpNote')}</p>
        </>
      )}
    </section>
  )
}

const Names = ({ state, people }: { state: SessionState; people: readonly PersonId[] }) =>
  people.map((person, index) => (
    <Fragment key={person}>
      {index > 0 ? ', ' : ''}
      <bdi>{state.people[person]?.name ?? '…'}</bdi>
    </Fragment>
  ))
