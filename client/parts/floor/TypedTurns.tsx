import { useEffect, useEffectEvent, useRef } from 'react'
import { Group } from 'react-aria-components/Group'
import { floorOf, nameOf, type RoomView } from '../../core/room/view.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { announce } from '../ui/Announcer.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import './turn.css'

interface TypedLine {
  id: string
  name: string
  me: boolean
  text: string
}

/** What was typed in turns, newest first. */
const typedLines = (view: RoomView): TypedLine[] =>
  floorOf(view)
    .typed.map(({ turn, person, at, text }) => ({
      id: `${view.room} ${turn} ${at}`,
      name: nameOf(view, person),
      me: person === view.me,
      text,
    }))
    .toReversed()

function someoneTypes(view: RoomView): boolean {
  const { turn } = floorOf(view)
  return turn?.typed === true && turn.state !== 'offered'
}

/**
 * What was typed in turns, so that it is read without scrolling. The place is there from the moment somebody types and
 * keeps its height: nothing beside it moves with a new line (F3).
 */
export function TypedTurns() {
  const t = useT()
  const lines = useRoom(typedLines)
  const types = useRoom(someoneTypes)
  const live = useLive()
  useSaid(lines[0])
  if (lines.length === 0 && !types && !live) return null
  return (
    <Group
      className="dt-typed-turns"
      role="region"
      aria-label={t('typed.title')}
      data-region="typed"
      tabIndex={0}
    >
      {lines.length === 0 && !live ? <p>{t('typed.none')}</p> : null}
      <ol>
        {live ? (
          <li className="is-live">
            <Icon name="keyboard" />
            <p>
              <strong>{t('typed.live', { name: live.name })}</strong> {live.text}
            </p>
          </li>
        ) : null}
        {lines.map(({ id, name, me, text }) => (
          <li key={id}>
            <Icon name="keyboard" />
            <p>
              <strong>
                <bdi>{me ? t('queue.you') : name}</bdi>:
              </strong>{' '}
              <bdi>{text}</bdi>
            </p>
          </li>
        ))}
      </ol>
    </Group>
  )
}

/** What somebody types right now, letter by letter; a screen reader says it when it was sent. */
function useLive(): { name: string; text: string } | null {
  const room = useRoom((view) => view.room)
  const draft = useSession(({ drafts }) => drafts[room])
  const holder = useRoom((view) => {
    const { turn } = floorOf(view)
    return turn && turn.id === draft?.turn ? nameOf(view, turn.person) : null
  })
  return draft && holder !== null && draft.text.trim() !== '' ? { name: holder, text: draft.text } : null
}

/** New lines of others are said when it is quiet; what stood there already is not. */
function useSaid(latest: TypedLine | undefined): void {
  const t = useT()
  const key = latest?.id ?? ''
  const before = useRef(key)
  const say = useEffectEvent(() => {
    if (latest && !latest.me)
      announce(t('typed.said', { name: latest.name, text: latest.text }), { topic: 'typed', others: true })
  })
  useEffect(() => {
    if (before.current !== key) say()
    before.current = key
  }, [key])
}
