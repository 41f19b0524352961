import { heldAt } from '../../../shared/dialogue/floor/roomFloor.ts'
import type { Turn } from '../../../shared/dialogue/model.ts'
import { clockWords, floorOf, targetMinutes, type RoomView } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { isAsked } from './consentSentence.ts'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import './turn.css'

interface Clock {
  spent: string
  stands: boolean
  minutes: number
  /** Part of the time meant for it, over 1 when it is over. */
  part: number
}

/** In whole seconds, so that nothing moves between two of them. */
function clockOf(turn: Turn, now: number): Clock {
  const heldMs = Math.floor(heldAt(turn, now) / 1_000) * 1_000
  return {
    spent: clockWords(heldMs),
    stands: turn.runningSince === null,
    minutes: targetMinutes(turn.targetMs),
    part: heldMs / turn.targetMs,
  }
}

function useClockWords(): (clock: Clock) => string {
  const t = useT()
  return ({ spent, stands, minutes }) =>
    stands ? t('turn.stands', { spent }) : t('turn.clock', { spent, minutes })
}

/** "1:12 van ongeveer 2 minuten": it informs and never cuts anyone off (F10). Nothing while no turn runs; one's own has a clock in the dock. */
export function TurnTime() {
  const words = useClockWords()
  const clock = useRoom(othersClock)
  if (!clock) return null
  return (
    <span className="dt-turn-time">
      <Icon name="clock" />
      <span>{words(clock)}</span>
    </span>
  )
}

/** Nobody is timed while they answer. */
function othersClock(view: RoomView): Clock | null {
  if (isAsked(view)) return null
  const { turn } = floorOf(view)
  return !turn || turn.state === 'offered' || turn.person === view.me ? null : clockOf(turn, view.now)
}

function runningClock(view: RoomView): Clock | null {
  const { turn } = floorOf(view)
  return turn && clockOf(turn, view.now)
}

/** The target stands at four fifths of the bar, so that going over it is seen without an alarm. */
const TARGET_AT = 0.8

/** One's own turn as words and a bar with a mark at the target. */
export function TurnClock() {
  const t = useT()
  const words = useClockWords()
  const clock = useRoom(runningClock)
  if (!clock) return null
  const filled = Math.min(1, clock.part * TARGET_AT)
  return (
    <div className="dt-turn-clock">
      <p className="dt-turn-clock-words">{words(clock)}</p>
      <div
        className="dt-turn-track"
        role="progressbar"
        aria-label={t('turn.yourClock')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(filled * 100)}
        aria-valuetext={words(clock)}
      >
        <span className="dt-turn-fill" style={{ inlineSize: `${filled * 100}%` }} />
        <span className="dt-turn-mark" style={{ insetInlineStart: `${TARGET_AT * 100}%` }} />
      </div>
      <p className="dt-turn-clock-note">{t('turn.nobodyCuts', { minutes: clock.minutes })}</p>
    </div>
  )
}
