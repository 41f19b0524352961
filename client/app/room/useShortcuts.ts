import { useEffect, useEffectEvent } from 'react'
import { mayBeHeard } from '../../../shared/dialogue/floor/mayBeHeard.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useRoomNow } from '../../hooks/useRoom.tsx'
import { handView } from '../../parts/floor/handButton.ts'
import { actionOf, isTyping, nextRegion, toDock } from '../../parts/floor/keys.ts'

/** The keys of a room. H only ever raises a hand; lowering it takes a press on its own button. */
export function useShortcuts(options: { singleKeys: boolean; onList: () => void }): void {
  const { session, media } = useDialogue()
  const now = useRoomNow()

  function raise(): void {
    const view = now()
    if (handView(view).look === 'down') void session.send('raiseHand', { room: view.room, kind: 'turn' })
  }

  function toggleMicrophone(): void {
    const { state, room, me } = now()
    if (mayBeHeard(state, room, me)) void media.setMicrophone(!media.store.getState().wantsMicrophone)
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event, { typing: isTyping(), singleKeys: options.singleKeys })
    if (!action || document.querySelector('[role="dialog"]')) return
    event.preventDefault()
    if (action === 'dock') toDock()
    else if (action === 'region') nextRegion()
    else if (action === 'list') options.onList()
    else if (action === 'hand') raise()
    else toggleMicrophone()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
