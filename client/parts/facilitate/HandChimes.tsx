import { useEffect, useRef } from 'react'
import type { RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { chime } from '../tables/chime.ts'
import { useSignals } from '../tables/useSignals.ts'
import { useSounds } from '../ui/ownChoices.ts'

/** A soft sound when a hand or a point of order comes up in a room one leads; the list says the same in words. */
export function HandChimes({ rooms }: { rooms: readonly RoomId[] }) {
  const [on] = useSounds()
  const hands = useSession(({ state }) => handsIn(state, rooms))
  const known = useRef<string | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = hands
    if (on && before !== null && newHands(before, hands)) chime('move')
  }, [hands, on])
  return null
}

/** What everybody hears: that the own turn comes, and that a move is announced. */
export function OwnSignals() {
  const [on] = useSounds()
  useSignals(on)
  return null
}

/** All raised hands as one string, so that it changes only when they do. */
export const handsIn = (state: SessionState | null, rooms: readonly RoomId[]): string =>
  rooms
    .flatMap((room) =>
      (state?.floors[room]?.queue ?? []).map(({ person, kind }) => `${room} ${person} ${kind}`),
    )
    .join('\n')

/** Somebody stands in the list now who did not before. */
export function newHands(before: string, now: string): boolean {
  const known = new Set(before.split('\n'))
  return now.split('\n').some((hand) => hand !== '' && !known.has(hand))
}
