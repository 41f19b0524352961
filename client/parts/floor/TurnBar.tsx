import { useEffect, useRef, useState } from 'react'
import type { Turn } from '../../../shared/dialogue/model.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useKept } from '../../hooks/useKept.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { asksMe } from './consentSentence.ts'
import { isTyping } from './keys.ts'
import { nextOf } from '../../core/room/line.ts'
import { MicrophoneLost, MicrophoneNote, OwnControls } from './OwnControls.tsx'
import { TurnClock } from './TurnClock.tsx'
import { TypedField } from './TypedField.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { floorOf, nameOf, secondsUntil, type RoomView } from '../../core/room/view.ts'
import './turn.css'

/**
 * My turn has come: Begin, a little longer (once), or skip me (F4). The microphone goes on by my own press only, and not at
 * all for a turn that is typed (F3).
 * Mount it with the turn's id as key: focus then goes to Begin once per turn, unless the person is typing.
 */
export function TurnBar({ turn }: { turn: Turn }) {
  const t = useT()
  const { media } = useDialogue()
  const { busy, run } = useCommand()
  const bar = useRef<HTMLDivElement>(null)
  const room = useRoom((view) => view.room)
  const moreMs = useRoom((view) => view.state.settings.moreMs)
  const about = { room, turn: turn.id }

  const answers = useRoom(asksMe)
  const size = answers ? undefined : 'big'

  useEffect(() => {
    // an answer is given beside this bar, and focus goes there
    if (!answers && !isTyping()) bar.current?.querySelector('button')?.focus()
  }, [answers])

  const begin = (): void => {
    const begun = run('startTurn', about)
    if (!turn.typed) void media.setMicrophone(true, { turn: turn.id }, begun)
  }

  return (
    <div
      className={answers ? 'dt-turn-bar is-beside' : 'dt-turn-bar'}
      role="group"
      aria-label={t('turn.bar')}
      ref={bar}
    >
      <Button
        variant={answers ? 'default' : 'primary'}
        size={size}
        icon={turn.typed && !answers ? 'keyboard' : 'microphone'}
        isDisabled={busy !== null}
        onPress={begin}
      >
        {t(answers ? 'turn.aloud' : 'turn.begin')}
      </Button>
      <Button
        size={size}
        icon="clock"
        isDisabled={busy !== null || turn.extended}
        onPress={() => void run('moreTime', about)}
      >
        <span className="dt-turn-more">
          {t('turn.moreShort')}
          <small>{t('turn.moreBy', { seconds: Math.round(moreMs / 1000) })}</small>
        </span>
      </Button>
      <Button size={size} icon="next" isDisabled={busy !== null} onPress={() => void run('passTurn', about)}>
        {t('turn.pass')}
      </Button>
      {turn.typed ? null : <MicrophoneLost />}
      <StartNote />
    </div>
  )
}

function StartNote() {
  const t = useT()
  const note = useRoom(startNote)
  if (!note) return null
  const { seconds, next, extended } = note
  return (
    <p className="dt-turn-note">
      <Icon name="clock" />
      <span>
        {next === null ? t('turn.startAlone', { seconds }) : t('turn.startIn', { seconds, next })}
        {extended ? null : <span className="dt-wide-only"> {t('turn.moreOnce')}</span>}
      </span>
    </p>
  )
}

/** The offer does not run out while nobody may speak: then there is nothing to count. */
function startNote(view: RoomView): { seconds: number; next: string | null; extended: boolean } | null {
  const { turn, silence, steering } = floorOf(view)
  if (!turn || turn.deadline === null || silence || steering) return null
  const after = nextOf(view)
  return {
    seconds: secondsUntil(turn.deadline, view.now),
    next: after && nameOf(view, after.person),
    extended: turn.extended,
  }
}

/**
 * I am speaking or typing: the clock, "Ik ben klaar" and my own controls. Who speaks may type as well, a link for example.
 * Also for an invited reply, which has no clock (F3).
 */
export function SpeakingBar() {
  const t = useT()
  const { media } = useDialogue()
  const { busy, run } = useCommand()
  const room = useRoom((view) => view.room)
  const own = useRoom(ownTurn)
  const [draft, setDraft] = useKept('draft')
  const text = draft.trim()
  const [also, setAlso] = useState(false)
  const types = own !== null && (own.typed || also)
  const unsent = types && text !== ''
  const answers = useRoom(asksMe)

  const sendText = async (): Promise<boolean> => {
    if (own === null || !(await run('sayTyped', { room, turn: own.id, text }))) return false
    setDraft('')
    return true
  }
  const finish = async (): Promise<void> => {
    if (unsent && !(await sendText())) return
    const done = own ? run('endTurn', { room, turn: own.id }) : run('endReply', { room })
    if (await done) await media.setMicrophone(false)
  }
  if (answers && own) return <AnsweringBar turn={own} />
  return (
    <div className={types ? 'dt-speaking-bar is-typed' : 'dt-speaking-bar'}>
      {own ? <TurnClock /> : <p className="dt-turn-clock-words">{t('room.replyMine')}</p>}
      {types ? <TypedField turn={own.id} onSend={() => void sendText()} isBusy={busy !== null} /> : null}
      <Button
        variant="primary"
        size="big"
        icon="check"
        isDisabled={busy !== null}
        onPress={() => void finish()}
      >
        {t(unsent ? 'typed.sendDone' : 'turn.done')}
      </Button>
      <div className="dt-speaking-own">
        <OwnControls />
        {own !== null && !types ? (
          <Button icon="keyboard" onPress={() => setAlso(true)}>
            {t('typed.also')}
          </Button>
        ) : null}
      </div>
      {own?.typed ? null : <MicrophoneNote />}
    </div>
  )
}

/** I have begun to answer in a consent round: no clock, and nothing that is typed here for all to read (C2). */
function AnsweringBar({ turn }: { turn: Turn }) {
  const t = useT()
  const { media } = useDialogue()
  const { busy, run } = useCommand()
  const room = useRoom((view) => view.room)
  const later = async (): Promise<void> => {
    if (await run('endTurn', { room, turn: turn.id })) await media.setMicrophone(false)
  }
  return (
    <div className="dt-answering-bar">
      <OwnControls />
      <Button icon="next" isDisabled={busy !== null} onPress={() => void later()}>
        {t('turn.later')}
      </Button>
    </div>
  )
}

function ownTurn(view: RoomView): Turn | null {
  const { turn } = floorOf(view)
  return turn && (view.state.beside[turn.person] ?? turn.person) === view.me ? turn : null
}
