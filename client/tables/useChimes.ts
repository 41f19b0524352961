import { useEffect } from 'react'
import { floorOf, type RoomView } from '../floor/view.ts'
import { chime } from './chime.ts'

/** A soft sound when my turn comes, and when a move is announced (T2). Words say the same; `on` is the person's own choice. */
export function useChimes(view: RoomView, on: boolean): void {
  const { turn } = floorOf(view)
  const mine = turn?.person === view.me && turn.state === 'offered' ? turn.id : null
  const { phase } = view.state
  const move =
    phase.name === 'announced' || phase.name === 'recalling' ? `${phase.name} ${phase.version}` : null
  useEffect(() => {
    if (on && mine !== null) chime('turn')
  }, [on, mine])
  useEffect(() => {
    if (on && move !== null) chime('move')
  }, [on, move])
}
