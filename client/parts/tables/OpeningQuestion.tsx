import { useEffect, useEffectEvent } from 'react'
import { partNow } from '../../../shared/dialogue/session/agenda.ts'
import type { RoomView } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { announce } from '../ui/Announcer.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import './question.css'

/** What this table begins the running part with; empty: nothing. */
export function questionHere({ state, room }: Pick<RoomView, 'state' | 'room'>): string {
  const role = state.tables[room]?.role
  const part = partNow(state)
  return role && part?.where === 'tables' ? part.questions[role] : ''
}

/** Stands above the talk for everybody at the table, and is said once to whoever does not see it. */
export function OpeningQuestion() {
  const t = useT()
  const question = useRoom(questionHere)
  const tell = useEffectEvent(() => announce(`${t('room.question')} ${question}`))
  useEffect(() => {
    if (question !== '') tell()
  }, [question])
  if (question === '') return null
  return (
    <p className="dt-question">
      <Icon name="talk" />
      <span>
        <span className="dt-question-name">{t('room.question')}</span> <bdi>{question}</bdi>
      </span>
    </p>
  )
}
