import { Suspense } from 'react'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useKept } from '../../hooks/useKept.ts'
import { useChoices, useMedia } from '../../hooks/useMedia.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { NameNotice } from '../between/later.ts'
import { isNameAsked } from '../between/nameAsked.ts'
import { NudgeCard } from '../floor/NudgeCard.tsx'
import { nudgeOf } from '../floor/nudge.ts'
import { DeviceOffer, SpeakerGone } from '../media/later.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { isMoving, Moving } from './Moving.tsx'

/**
 * At most one message between the sentence of state and the talk: a move first, then sound, then a device that came or went, then a private
 * question, which goes by itself, then whether one wants to be named, then a message for all, which waits until it is read.
 */
export function Notices() {
  const moving = useRoom(isMoving)
  const needsPress = useMedia((media) => media.needsPress)
  const offered = useChoices((choices) => choices.offered)
  const speakerGone = useChoices((choices) => choices.speakerGone)
  const paused = useMedia((media) => media.paused.length > 0 && !media.soundOnly)
  const nudge = useRoom(nudgeOf)
  const isAsked = useRoom(({ state, me }) => state.phase.name === 'plenary' && isNameAsked(state, me))
  if (moving) return <Moving />
  if (needsPress) return <SoundHeld />
  if (offered || speakerGone) {
    return <Suspense fallback={null}>{offered ? <DeviceOffer offer={offered} /> : <SpeakerGone />}</Suspense>
  }
  if (paused) return <PicturesPaused />
  if (nudge) return <NudgeCard key={nudge.at} nudge={nudge} />
  return isAsked ? (
    <Suspense fallback={null}>
      <NameNotice />
    </Suspense>
  ) : (
    <Announcement />
  )
}

function SoundHeld() {
  const t = useT()
  const { media } = useDialogue()
  return (
    <div className="dt-notice" role="status">
      <Icon name="sound" />
      <p>{t('sound.held')}</p>
      <Button variant="primary" onPress={media.allowSound}>
        {t('sound.allow')}
      </Button>
    </div>
  )
}

/** Sound goes before picture: what the line has no room for is held back, and comes back by itself. */
function PicturesPaused() {
  const t = useT()
  const { media } = useDialogue()
  return (
    <div className="dt-notice" role="status">
      <Icon name="cameraOff" />
      <p>{t('pictures.paused')}</p>
      <Button onPress={() => media.setSoundOnly(true)}>{t('own.soundOnly')}</Button>
    </div>
  )
}

function Announcement() {
  const t = useT()
  const announcement = useRoom((view) => view.state.announcement)
  const [read, setRead] = useKept('read')
  if (!announcement || announcement.at === read) return null
  return (
    <div className="dt-notice" role="status">
      <Icon name="talk" />
      <p>
        <strong>{t('room.announcement')}</strong> <bdi>{announcement.text}</bdi>
      </p>
      <Button onPress={() => setRead(announcement.at)}>{t('room.read')}</Button>
    </div>
  )
}
