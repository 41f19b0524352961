import type { ReactNode } from 'react'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { handView, microphoneWaits, typeWay } from './handButton.ts'
import { useCommand } from '../ui/useCommand.ts'
import { usePart } from './words.tsx'

const KIND_ICON = { turn: 'hand', reply: 'reply', process: 'compass' } as const

/** The hand: a big button, a calm panel with the place in the line, or the way back for ten seconds. */
export function HandPanel() {
  const t = useT()
  const words = usePart()
  const { busy, run } = useCommand()
  const hand = useRoom(handView)
  const room = useRoom((view) => view.room)
  const lost = useRoom((view) => view.connection !== 'live')
  const waits = busy !== null && lost

  if (hand.look === 'turn') return null
  if (hand.look === 'none') return <NoHand why={hand.why} />
  if (waits && busy !== 'restoreHand') {
    return <Panel icon="offline" look="waiting" main={t('hand.offline')} sub={null} />
  }
  if (hand.look === 'down') {
    return (
      <Button
        variant="hand"
        icon="hand"
        isDisabled={busy !== null}
        onPress={() => void run('raiseHand', { room, kind: 'turn' })}
      >
        {words(hand.label)}
      </Button>
    )
  }
  if (hand.look === 'lowered') {
    return (
      <Panel
        icon="handDown"
        look="lowered"
        main={t('hand.lowered')}
        sub={<span aria-live="off">{t('hand.keptFor', { seconds: hand.seconds })}</span>}
      >
        <Button
          className="dt-hand-back"
          icon="undo"
          isDisabled={busy !== null}
          onPress={() => void run('restoreHand', { room })}
        >
          {t('hand.back')}
        </Button>
      </Panel>
    )
  }
  if (hand.look === 'waiting') {
    return (
      <Panel
        icon="round"
        look={hand.next ? 'next' : 'waiting'}
        main={words(hand.main)}
        sub={words(hand.sub)}
      />
    )
  }
  return (
    <Panel
      icon={KIND_ICON[hand.kind]}
      look={hand.next ? 'next' : 'up'}
      main={words(hand.main)}
      sub={<Waiting sub={words(hand.sub)} />}
    >
      <Button isDisabled={busy !== null} onPress={() => void run('lowerHand', { room, kind: hand.kind })}>
        {t('hand.lower')}
      </Button>
    </Panel>
  )
}

function NoHand({ why }: { why: 'observer' | 'interpreter' | 'other' }) {
  const t = useT()
  if (why === 'other') return null
  return <p className="dt-hand-none">{t(why === 'observer' ? 'hand.readsOnly' : 'hand.interprets')}</p>
}

/** What waits under the place in the line; on a phone only what is not seen there already. */
function Waiting({ sub }: { sub: string }) {
  const t = useT()
  const microphone = useRoom(microphoneWaits)
  if (!microphone) return sub
  return (
    <>
      <span className="dt-wide-only">{sub} </span>
      {t('hand.micLater')}
    </>
  )
}

function Panel(props: {
  icon: 'hand' | 'handDown' | 'reply' | 'compass' | 'round' | 'offline'
  look: 'up' | 'next' | 'lowered' | 'waiting'
  main: string
  sub: ReactNode
  children?: ReactNode
}) {
  return (
    <>
      <div className={`dt-hand-panel is-${props.look}`} role="status">
        <Icon name={props.icon} />
        <p className="hand-words">
          {props.main}
          {props.sub ? <small>{props.sub}</small> : null}
        </p>
      </div>
      {props.children}
    </>
  )
}

/** "Ik typ liever", and back again: the place in the line stays (F3). */
export function TypeWay() {
  const t = useT()
  const { busy, run } = useCommand()
  const room = useRoom((view) => view.room)
  const way = useRoom(typeWay)
  if (!way) return null
  const { to, kind } = way
  return (
    <Button
      icon={to === 'type' ? 'keyboard' : 'microphone'}
      isDisabled={busy !== null}
      onPress={() => void run('raiseHand', { room, kind, typed: to === 'type' })}
    >
      {t(to === 'type' ? 'hand.type' : 'hand.speak')}
    </Button>
  )
}
