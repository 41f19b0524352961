import { useState, type ReactNode } from 'react'
import { LookBack } from '../meter/LookBack.tsx'
import { OwnBalance } from '../meter/OwnBalance.tsx'
import { startMedia } from '../media/index.ts'
import { useMedia } from '../media/store.ts'
import { tryNow } from '../session/socket.ts'
import { useSession } from '../session/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { useDraft } from './draft.ts'
import { handView } from './handButton.ts'
import { HandPanel, HandWays, TypeWay } from './HandPanel.tsx'
import { useKeptFocus } from './keptFocus.ts'
import { MicrophoneNote, OwnControls } from './OwnControls.tsx'
import { SpeakingBar, TurnBar } from './TurnBar.tsx'
import { floorOf, type RoomView } from './view.ts'

/**
 * What the person can do now, always in the same place: the hand, or the turn; the own controls; the own balance.
 * `more` are further buttons for the sheet "Anders", which a phone needs (leaving, keys).
 */
export function Dock({ view, more }: { view: RoomView; more?: ReactNode }) {
  const t = useT()
  const kept = useKeptFocus<HTMLElement>()
  return (
    <section
      {...kept}
      className={`dock is-${modeOf(view)}`}
      aria-label={t('region.dock')}
      data-region="dock"
      tabIndex={-1}
    >
      {view.connection === 'live' ? null : <Restoring closed={view.connection === 'closed'} />}
      <DockBody view={view} more={more} />
    </section>
  )
}

function modeOf(view: RoomView): 'turn' | 'speaking' | 'idle' {
  const floor = floorOf(view)
  if (floor.turn?.person === view.me) return floor.turn.state === 'offered' ? 'turn' : 'speaking'
  return floor.reply === view.me ? 'speaking' : 'idle'
}

function DockBody({ view, more }: { view: RoomView; more?: ReactNode }) {
  const { turn } = floorOf(view)
  const mode = modeOf(view)
  if (mode === 'turn' && turn) return <TurnBar key={turn.id} view={view} turn={turn} />
  if (mode === 'speaking') return <SpeakingBar view={view} />
  if (view.connection !== 'live') {
    return (
      <div className="dock-hands">
        <HandPanel view={view} />
      </div>
    )
  }
  return (
    <div className="dock-idle">
      <div className="dock-row">
        <div className="dock-hands">
          <HandPanel view={view} />
          <MicrophoneNote view={view} />
          <DraftNote />
        </div>
        <div className="dock-own">
          <OwnControls view={view} />
          <TryMedia view={view} />
          {view.media.state === 'off' ? (
            <div className="phone-only">
              <TypeWay view={view} />
            </div>
          ) : null}
          <Other view={view} more={more} />
        </div>
      </div>
      <div className="dock-row wide-only">
        <div className="dock-meter">
          <OwnTimes view={view} />
        </div>
        <div className="dock-ways">
          <TypeWay view={view} />
          <HandWays view={view} />
        </div>
      </div>
    </div>
  )
}

/** One's own balance; whoever leads has none, and finds the own tables there. */
function OwnTimes({ view }: { view: RoomView }) {
  return (
    <>
      <OwnBalance measured={view.measured} />
      <LookBack state={view.state} me={view.me} />
    </>
  )
}

/** My turn ended before what I typed was sent: it is not lost, and not sent either. */
function DraftNote() {
  const t = useT()
  const text = useDraft((draft) => draft.text.trim())
  if (text === '') return null
  return (
    <p className="mic-note" role="status">
      <Icon name="keyboard" />
      <span>{t('typed.kept')}</span>
    </p>
  )
}

/** The line is lost: nothing to do but wait, and nothing is lost (16). */
function Restoring({ closed }: { closed: boolean }) {
  const t = useT()
  return (
    <div className="dock-trouble">
      <p>
        {closed ? t('room.openAgain') : t('note.reconnecting')}
        {closed ? null : <span className="wide-only"> {t('note.unsent')}</span>}
      </p>
      <Button icon="round" onPress={() => (closed ? location.reload() : tryNow())}>
        {t('trouble.tryNow')}
      </Button>
    </div>
  )
}

/** Sound and picture were never started on this page, or were refused: reading and writing go on meanwhile (18). */
function TryMedia({ view }: { view: RoomView }) {
  const t = useT()
  const started = useMedia((media) => media.status !== 'off')
  const available = useSession((session) => session.mediaAvailable)
  if (started || !available || view.state.phase.name === 'lobby') return null
  return (
    <Button icon="camera" onPress={() => startMedia({ camera: false })}>
      {t('text.try')}
    </Button>
  )
}

/** The sheet for what does not fit beside the hand on a phone. */
function Other({ view, more }: { view: RoomView; more?: ReactNode }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  const hands = handView(view).look !== 'none'
  return (
    <div className="phone-only dock-other">
      <Button icon="more" onPress={() => setOpen(true)}>
        {t('hand.other')}
      </Button>
      <Dialog title={t('hand.otherTitle')} isOpen={open} onOpenChange={setOpen}>
        <div className="other-sheet">
          {hands ? (
            <>
              <TypeWay view={view} onDone={close} />
              <HandWays view={view} onDone={close} />
            </>
          ) : null}
          {more}
          <OwnTimes view={view} />
        </div>
      </Dialog>
    </div>
  )
}
