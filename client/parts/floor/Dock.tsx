import { Suspense } from 'react'
import type { Turn } from '../../../shared/dialogue/model.ts'
import { guestsOf } from '../../../shared/dialogue/places.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useKept } from '../../hooks/useKept.ts'
import { useMedia } from '../../hooks/useMedia.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { useSession } from '../../hooks/useSession.ts'
import { floorOf, type RoomView } from '../../core/room/view.ts'
import { GuestHands } from '../beside/later.ts'
import { OwnBalance } from '../meter/OwnBalance.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { HandPanel, TypeWay } from './HandPanel.tsx'
import { useKeptFocus } from './keptFocus.ts'
import { OtherWays, type OwnAction } from './OtherWays.tsx'
import { MicrophoneNote, OwnControls } from './OwnControls.tsx'
import { SpeakingBar, TurnBar } from './TurnBar.tsx'

/** What the person can do now, in one row under everything: the hand, or the turn; the own balance; the own controls. */
export function Dock({ more = [] }: { more?: readonly OwnAction[] }) {
  const t = useT()
  const kept = useKeptFocus<HTMLElement>()
  const mode = useRoom(modeOf)
  const connection = useRoom((view) => view.connection)
  return (
    <section
      {...kept}
      className={`dt-dock is-${mode}`}
      aria-label={t('region.dock')}
      data-region="dock"
      tabIndex={-1}
    >
      {connection === 'live' ? null : <Restoring closed={connection === 'closed'} />}
      <DockBody mode={mode} live={connection === 'live'} more={more} />
    </section>
  )
}

/** My own turn, or that of somebody who sits at this device. */
const isMine = ({ state, me }: RoomView, { person }: Turn): boolean => (state.beside[person] ?? person) === me

type Mode = 'turn' | 'speaking' | 'idle'

function modeOf(view: RoomView): Mode {
  const floor = floorOf(view)
  if (floor.turn && isMine(view, floor.turn)) return floor.turn.state === 'offered' ? 'turn' : 'speaking'
  return floor.reply === view.me ? 'speaking' : 'idle'
}

function DockBody({ mode, live, more }: { mode: Mode; live: boolean; more: readonly OwnAction[] }) {
  const turn = useRoom((view) => floorOf(view).turn)
  const shares = useRoom(({ state, me }) => guestsOf(state, me).length > 0)
  const mediaOff = useRoom((view) => view.media.state === 'off')
  if (mode === 'turn' && turn) return <TurnBar key={turn.id} turn={turn} />
  if (mode === 'speaking') return <SpeakingBar />
  if (!live) {
    return (
      <div className="dt-dock-hands">
        <HandPanel />
      </div>
    )
  }
  return (
    <div className="dt-dock-row">
      <div className="dt-dock-hands">
        <HandPanel />
        {shares ? (
          <Suspense fallback={null}>
            <GuestHands />
          </Suspense>
        ) : null}
        <MicrophoneNote />
        <SoundOnlyNote />
        <DraftNote />
      </div>
      <div className="dt-dock-middle">
        <Middle />
      </div>
      <div className="dt-dock-own">
        <OwnControls />
        <TryMedia />
        {mediaOff ? <TypeWay /> : null}
        <OtherWays more={more} />
      </div>
    </div>
  )
}

/** In characters: what is longer opens by a press, so that it leaves the talk its room. */
const LONG_PROMISE = 120

/** In the plenary the promise of the council, where one was made; else one's own balance. */
function Middle() {
  const t = useT()
  const promise = useRoom(({ state, room }) => (room === 'plenary' ? state.dialogue.promise : null))
  const measured = useRoom((view) => view.measured)
  if (promise === null) return <OwnBalance measured={measured} />
  if (promise.length > LONG_PROMISE) {
    return (
      <details className="dt-promise-long">
        <summary>{t('words.promise')}</summary>
        <p className="dt-promise" dir="auto">
          {promise}
        </p>
      </details>
    )
  }
  return (
    <p className="dt-promise">
      <Icon name="lawful" />
      <span>
        <span className="dt-unseen">{t('words.promise')}: </span>
        <bdi>{promise}</bdi>
      </span>
    </p>
  )
}

function SoundOnlyNote() {
  const t = useT()
  const on = useMedia((media) => media.soundOnly)
  if (!on) return null
  return (
    <p className="dt-mic-note" role="status">
      <Icon name="cameraOff" />
      <span>{t('pictures.soundOnly')}</span>
    </p>
  )
}

/** My turn ended before what I typed was sent: it is not lost, and not sent either. */
function DraftNote() {
  const t = useT()
  const [draft] = useKept('draft')
  if (draft.trim() === '') return null
  return (
    <p className="dt-mic-note" role="status">
      <Icon name="keyboard" />
      <span>{t('typed.kept')}</span>
    </p>
  )
}

/** The line is lost: nothing to do but wait, and nothing is lost (16). */
function Restoring({ closed }: { closed: boolean }) {
  const t = useT()
  const { reload, session } = useDialogue()
  return (
    <div className="dt-dock-trouble">
      <p>
        {closed ? t('room.openAgain') : t('note.reconnecting')}
        {closed ? null : <span className="dt-wide-only"> {t('note.unsent')}</span>}
      </p>
      <Button icon="round" onPress={closed ? reload : session.tryNow}>
        {t('trouble.tryNow')}
      </Button>
    </div>
  )
}

/** Sound and picture were never started on this page, or were refused: reading and writing go on meanwhile (18). */
function TryMedia() {
  const t = useT()
  const { media } = useDialogue()
  const started = useMedia(({ status }) => status !== 'off')
  const available = useSession((session) => session.mediaAvailable)
  const lobby = useRoom((view) => view.state.phase.name === 'lobby')
  if (started || !available || lobby) return null
  return (
    <Button icon="camera" onPress={() => media.start({ camera: false })}>
      {t('text.try')}
    </Button>
  )
}
