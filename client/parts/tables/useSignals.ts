import { useEffect, useEffectEvent, useRef } from 'react'
import { signalOf } from '../floor/signals.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { announce } from '../ui/Announcer.tsx'
import { useT } from '../ui/text.tsx'
import { chime } from './chime.ts'

/**
 * A soft sound when my turn comes, when half a minute of it is left, when its time is over, and when a move is announced
 * (T2). Words say the same; `sounds` is the person's own choice. That a turn is mine and that its time is over is said by
 * the sentence of state; the half minute is said here, once and without interrupting.
 */
export function useSignals(sounds: boolean): void {
  const t = useT()
  const at = useRoom(signalOf)
  const key = at && `${at.turn} ${at.signal}`
  const before = useRef(key)
  const tell = useEffectEvent((fresh: boolean) => {
    if (at === null || (!fresh && at.signal !== 'offered')) return
    if (sounds) chime(at.signal)
    if (at.signal === 'half') announce(t('sub.halfMinute'))
  })
  useEffect(() => {
    // after a reload one's turn is told again, and a time that was over before is not
    tell(before.current !== key)
    before.current = key
  }, [key])

  const move = useRoom(({ state: { phase } }) =>
    phase.name === 'announced' || phase.name === 'recalling' ? `${phase.name} ${phase.version}` : null,
  )
  useEffect(() => {
    if (sounds && move !== null) chime('move')
  }, [sounds, move])
}
