import { useState } from 'react'
import { allowSound } from '../media/index.ts'
import { useMedia } from '../media/store.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { NudgeCard } from '../floor/NudgeCard.tsx'
import { nudgeOf } from '../floor/nudge.ts'
import type { RoomView } from '../floor/view.ts'
import { Moving } from './Moving.tsx'

/** Every room shows its own notices: what was read in one is not shown again in the next. */
let lastRead: number | null = null

function keepRead(at: number): void {
  lastRead = at
}

/**
 * At most one message between the sentence of state and the talk: a move first, then sound, then a private
 * question, which goes by itself, then a message for all, which waits until it is read.
 */
export function Notices({ view }: { view: RoomView }) {
  const t = useT()
  const needsPress = useMedia((media) => media.needsPress)
  const { announcement, phase } = view.state
  const [read, setRead] = useState(lastRead)
  const markRead = (at: number): void => {
    keepRead(at)
    setRead(at)
  }
  if (phase.name === 'announced' || (phase.name === 'recalling' && view.room !== 'plenary'))
    return <Moving view={view} />
  if (needsPress) {
    return (
      <div className="notice" role="status">
        <Icon name="sound" />
        <p>{t('sound.held')}</p>
        <Button variant="primary" onPress={allowSound}>
          {t('sound.allow')}
        </Button>
      </div>
    )
  }
  const nudge = nudgeOf(view)
  if (nudge) return <NudgeCard key={nudge.at} nudge={nudge} />
  if (!announcement || announcement.at === read) return null
  return (
    <div className="notice" role="status">
      <Icon name="talk" />
      <p>
        <strong>{t('room.announcement')}</strong> {announcement.text}
      </p>
      <Button onPress={() => markRead(announcement.at)}>{t('room.read')}</Button>
    </div>
  )
}
