import { useEffect, useEffectEvent } from 'react'
import type { OwnDevice } from '../../../shared/protocol.ts'
import { ownDevice } from '../../core/ownDevice.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useSpeaker } from '../../hooks/useMedia.ts'
import { useSession } from '../../hooks/useSession.ts'
import { announce } from '../ui/Announcer.tsx'
import { playTones } from '../ui/sounds.ts'
import { useT } from '../ui/text.tsx'
import { useHelper, useTones } from './told.ts'
import { useTypedAloud } from './typedAloud.ts'

/** As long as somebody's call for help is open: tells the helper what they have before them, and sounds what the helper sends. Above all screens. */
export function OwnCall() {
  const t = useT()
  const me = useSession((known) => known.me)
  const helper = useHelper()
  const speaker = useSpeaker()
  const { asked, waits, was } = useTones()
  const name = helper?.name ?? ''
  useTypedAloud(me, name)
  const sound = useEffectEvent(() => {
    announce(t('aside.tonesAsk', { name }))
    // before the first press on a page the browser plays nothing: they can be played by a press
    playTones(speaker).catch(() => undefined)
  })
  useEffect(() => {
    if (asked && waits) sound()
  }, [asked, waits])
  // said again when somebody came: at their node the call may not have been known before
  return <TellDevice key={helper?.id} tones={was} />
}

function TellDevice({ tones }: Pick<OwnDevice, 'tones'>) {
  const { session } = useDialogue()
  useEffect(() => {
    session.sendOwnDevice({ ...ownDevice(navigator), tones })
  }, [session, tones])
  return null
}
