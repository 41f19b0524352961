import { useEffect, useEffectEvent, useRef } from 'react'
import { Group } from 'react-aria-components/Group'
import { announce } from '../ui/Announcer.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { floorOf, nameOf, type RoomView } from './view.ts'
import './turn.css'

/**
 * What was typed in turns, newest first, so that it is read without scrolling. The place is there from the moment somebody
 * types and keeps its height: nothing beside it moves with a new line (F3).
 */
export function TypedTurns({ view }: { view: RoomView }) {
  const t = useT()
  const { typed, turn } = floorOf(view)
  useSaid(view)
  const types = turn?.typed === true && turn.state !== 'offered'
  if (typed.length === 0 && !types) return null
  return (
    <Group
      className="typed-turns"
      role="region"
      aria-label={t('typed.title')}
      data-region="typed"
      tabIndex={0}
    >
      {typed.length === 0 ? <p>{t('typed.none')}</p> : null}
      <ol>
        {typed.toReversed().map(({ turn: id, person, at, text }) => (
          <li key={`${id} ${at}`}>
            <Icon name="keyboard" />
            <p>
              <strong>{person === view.me ? t('queue.you') : nameOf(view, person)}:</strong> {text}
            </p>
          </li>
        ))}
      </ol>
    </Group>
  )
}

/** New lines of others are said when it is quiet; what stood there already is not. */
function useSaid(view: RoomView): void {
  const t = useT()
  const latest = floorOf(view).typed.at(-1)
  const key = latest ? `${view.room} ${latest.turn} ${latest.at}` : ''
  const before = useRef(key)
  const say = useEffectEvent(() => {
    if (!latest || latest.person === view.me) return
    announce(t('typed.said', { name: nameOf(view, latest.person), text: latest.text }))
  })
  useEffect(() => {
    if (before.current !== key) say()
    before.current = key
  }, [key])
}
