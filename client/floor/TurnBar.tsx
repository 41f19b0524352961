import { useEffect, useRef, useState } from 'react'
import type { Turn } from '../../shared/dialogue/model.ts'
import { setMicrophone } from '../media/index.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { setDraft, useDraft } from './draft.ts'
import { isTyping } from './keys.ts'
import { nextOf } from './line.ts'
import { MicrophoneLost, MicrophoneNote, OwnControls } from './OwnControls.tsx'
import { TurnClock } from './TurnClock.tsx'
import { TypedField } from './TypedField.tsx'
import { useCommand } from './useCommand.ts'
import { floorOf, nameOf, secondsUntil, type RoomView } from './view.ts'
import './turn.css'

/**
 * My turn has come: Begin, a little longer (once), or skip me (F4). The microphone goes on by my own press only, and not at
 * all for a turn that is typed (F3).
 * Mount it with the turn's id as key: focus then goes to Begin once per turn, unless the person is typing.
 */
export function TurnBar({ view, turn }: { view: RoomView; turn: Turn }) {
  const t = useT()
  const { busy, run } = useCommand()
  const bar = useRef<HTMLDivElement>(null)
  const about = { room: view.room, turn: turn.id }

  useEffect(() => {
    if (!isTyping()) bar.current?.querySelector('button')?.focus()
  }, [])

  const begin = async (): Promise<void> => {
    if ((await run('startTurn', about)) && !turn.typed) await setMicrophone(true, { turn: turn.id })
  }

  return (
    <div className="turn-bar" role="group" aria-label={t('turn.bar')} ref={bar}>
      <Button
        variant="primary"
        size="big"
        icon={turn.typed ? 'keyboard' : 'microphone'}
        isDisabled={busy !== null}
        onPress={() => void begin()}
      >
        {t('turn.begin')}
      </Button>
      <Button
        size="big"
        icon="clock"
        isDisabled={busy !== null || turn.extended}
        onPress={() => void run('moreTime', about)}
      >
        <span className="turn-more">
          {t('turn.moreShort')}
          <small>{t('turn.moreBy', { seconds: Math.round(view.state.settings.moreMs / 1000) })}</small>
        </span>
      </Button>
      <Button size="big" icon="next" isDisabled={busy !== null} onPress={() => void run('passTurn', about)}>
        {t('turn.pass')}
      </Button>
      {turn.typed ? null : <MicrophoneLost view={view} />}
      <StartNote view={view} turn={turn} />
    </div>
  )
}

function StartNote({ view, turn }: { view: RoomView; turn: Turn }) {
  const t = useT()
  const floor = floorOf(view)
  // The offer does not run out while nobody may speak: then there is nothing to count.
  if (turn.deadline === null || floor.silence || floor.steering) return null
  const seconds = secondsUntil(turn.deadline, view.now)
  const after = nextOf(view)
  return (
    <p className="turn-note">
      <Icon name="clock" />
      <span>
        {after
          ? t('turn.startIn', { seconds, next: nameOf(view, after.person) })
          : t('turn.startAlone', { seconds })}
        {turn.extended ? null : <span className="wide-only"> {t('turn.moreOnce')}</span>}
      </span>
    </p>
  )
}

/**
 * I am speaking or typing: the clock, "Ik ben klaar" and my own controls. Who speaks may type as well, a link for example.
 * Also for an invited reply, which has no clock (F3).
 */
export function SpeakingBar({ view }: { view: RoomView }) {
  const t = useT()
  const { busy, run } = useCommand()
  const { turn } = floorOf(view)
  const own = turn?.person === view.me ? turn : null
  const text = useDraft((draft) => draft.text.trim())
  const [also, setAlso] = useState(false)
  const types = own !== null && (own.typed || also)
  const unsent = types && text !== ''

  const sendText = async (): Promise<boolean> => {
    if (own === null || !(await run('sayTyped', { room: view.room, turn: own.id, text }))) return false
    setDraft('')
    return true
  }
  const finish = async (): Promise<void> => {
    if (unsent && !(await sendText())) return
    const done = own
      ? run('endTurn', { room: view.room, turn: own.id })
      : run('endReply', { room: view.room })
    if (await done) await setMicrophone(false)
  }
  return (
    <div className={types ? 'speaking-bar is-typed' : 'speaking-bar'}>
      {own ? <TurnClock view={view} /> : <p className="turn-clock-words">{t('room.replyMine')}</p>}
      {types ? <TypedField onSend={() => void sendText()} isBusy={busy !== null} /> : null}
      <Button
        variant="primary"
        size="big"
        icon="check"
        isDisabled={busy !== null}
        onPress={() => void finish()}
      >
        {t(unsent ? 'typed.sendDone' : 'turn.done')}
      </Button>
      <div className="speaking-own">
        <OwnControls view={view} />
        {own !== null && !types ? (
          <Button icon="keyboard" onPress={() => setAlso(true)}>
            {t('typed.also')}
          </Button>
        ) : null}
      </div>
      {own?.typed ? null : <MicrophoneNote view={view} />}
    </div>
  )
}
