import { useEffect, useEffectEvent } from 'react'
import { mayBeHeard } from '../../shared/dialogue/hearing.ts'
import { handView } from '../floor/handButton.ts'
import { actionOf, isTyping, nextRegion, toDock } from '../floor/keys.ts'
import type { RoomView } from '../floor/view.ts'
import { setMicrophone } from '../media/index.ts'
import { useMedia } from '../media/store.ts'
import { send } from '../session/socket.ts'

/** The keys of a room. H only ever raises a hand; lowering it takes a press on its own button. */
export function useShortcuts(view: RoomView, options: { singleKeys: boolean; onList: () => void }): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event, { typing: isTyping(), singleKeys: options.singleKeys })
    if (!action || document.querySelector('[role="dialog"]')) return
    event.preventDefault()
    if (action === 'dock') toDock()
    else if (action === 'region') nextRegion()
    else if (action === 'list') options.onList()
    else if (action === 'hand') raise(view)
    else toggleMicrophone(view)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function raise(view: RoomView): void {
  if (handView(view).look === 'down') void send('raiseHand', { room: view.room, kind: 'turn' })
}

function toggleMicrophone({ state, room, me }: RoomView): void {
  if (mayBeHeard(state, room, me)) void setMicrophone(!useMedia.getState().wantsMicrophone)
}
