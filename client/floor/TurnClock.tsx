import { heldAt } from '../../shared/dialogue/floors.ts'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { clockWords, floorOf, targetMinutes, type RoomView } from './view.ts'
import './turn.css'

/** "1:12 van ongeveer 2 minuten": it informs and never cuts anyone off (F10). Nothing while no turn runs; one's own has a clock in the dock. */
export function TurnTime({ view }: { view: RoomView }) {
  const t = useT()
  const { turn } = floorOf(view)
  if (!turn || turn.state === 'offered' || turn.person === view.me) return null
  const spent = clockWords(heldAt(turn, view.now))
  return (
    <span className="turn-time">
      <Icon name="clock" />
      <span>
        {turn.runningSince === null
          ? t('turn.stands', { spent })
          : t('turn.clock', { spent, minutes: targetMinutes(turn.targetMs) })}
      </span>
    </span>
  )
}

/** The target stands at four fifths of the bar, so that going over it is seen without an alarm. */
const TARGET_AT = 0.8

/** One's own turn as words and a bar with a mark at the target. */
export function TurnClock({ view }: { view: RoomView }) {
  const t = useT()
  const { turn } = floorOf(view)
  if (!turn) return null
  const spent = heldAt(turn, view.now)
  const part = Math.min(1, (spent / turn.targetMs) * TARGET_AT)
  const minutes = targetMinutes(turn.targetMs)
  const words =
    turn.runningSince === null
      ? t('turn.stands', { spent: clockWords(spent) })
      : t('turn.clock', { spent: clockWords(spent), minutes })
  return (
    <div className="turn-clock">
      <p className="turn-clock-words">{words}</p>
      <div
        className="turn-track"
        role="progressbar"
        aria-label={t('turn.yourClock')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(part * 100)}
        aria-valuetext={words}
      >
        <span className="turn-fill" style={{ inlineSize: `${part * 100}%` }} />
        <span className="turn-mark" style={{ insetInlineStart: `${TARGET_AT * 100}%` }} />
      </div>
      <p className="turn-clock-note">{t('turn.nobodyCuts', { minutes })}</p>
    </div>
  )
}
