import type { ReactNode } from 'react'
import type { HandKind } from '../../shared/dialogue/model.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT, type MessageKey } from '../ui/text.tsx'
import { handView, handWays, typeWay } from './handButton.ts'
import { useCommand } from './useCommand.ts'
import type { RoomView } from './view.ts'
import { usePart } from './words.tsx'

const KIND_ICON = { turn: 'hand', reply: 'reply', process: 'compass' } as const

/** The hand: a big button, a calm panel with the place in the line, or the way back for ten seconds. */
export function HandPanel({ view }: { view: RoomView }) {
  const t = useT()
  const words = usePart()
  const { busy, run } = useCommand()
  const hand = handView(view)
  const waits = busy !== null && view.connection !== 'live'
  const { room } = view

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
          className="hand-back"
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
      sub={words(hand.sub)}
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
  return <p className="hand-none">{t(why === 'observer' ? 'hand.readsOnly' : 'hand.interprets')}</p>
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
      <div className={`hand-panel is-${props.look}`} role="status">
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

const WAYS: Record<'reply' | 'process', { key: MessageKey; icon: 'reply' | 'compass' }> = {
  reply: { key: 'hand.reply', icon: 'reply' },
  process: { key: 'hand.process', icon: 'compass' },
}

/** The other kinds of hand, as buttons (F3). `onDone` closes the sheet they may stand in. */
export function HandWays({ view, onDone }: { view: RoomView; onDone?: () => void }) {
  const t = useT()
  const { busy, run } = useCommand()
  const raise = (kind: HandKind): void => {
    void run('raiseHand', { room: view.room, kind })
    onDone?.()
  }
  return handWays(view).map((kind) => (
    <Button key={kind} icon={WAYS[kind].icon} isDisabled={busy !== null} onPress={() => raise(kind)}>
      {t(WAYS[kind].key)}
    </Button>
  ))
}

/** "Ik typ liever", and back again: the place in the line stays (F3). */
export function TypeWay({ view, onDone }: { view: RoomView; onDone?: () => void }) {
  const t = useT()
  const { busy, run } = useCommand()
  const way = typeWay(view)
  if (!way) return null
  const { to, kind } = way
  const change = (): void => {
    void run('raiseHand', { room: view.room, kind, typed: to === 'type' })
    onDone?.()
  }
  return (
    <Button icon={to === 'type' ? 'keyboard' : 'microphone'} isDisabled={busy !== null} onPress={change}>
      {t(to === 'type' ? 'hand.type' : 'hand.speak')}
    </Button>
  )
}
