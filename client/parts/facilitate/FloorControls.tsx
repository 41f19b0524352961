import {
  FLOOR_MODES,
  type Floor,
  type FloorMode,
  type PersonId,
  type RoomId,
} from '../../../shared/dialogue/model.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useMedia } from '../../hooks/useMedia.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Select } from '../ui/Select.tsx'
import { useT } from '../ui/text.tsx'
import type { Run } from './run.ts'

interface RoomControls {
  room: RoomId
  floor: Floor
  run: Run
}

/** F6: the order people speak in. */
export function ModeChoice({ room, floor, run }: RoomControls) {
  const t = useT()
  return (
    <Select
      label={t('desk.mode')}
      hideLabel
      value={floor.mode}
      options={MODES.map((mode) => ({ id: mode, text: t(`desk.mode.${mode}`) }))}
      onChange={(mode: FloorMode) => void run('setMode', { room, mode })}
    />
  )
}

const MODES: readonly FloorMode[] = ['firstCome', ...FLOOR_MODES.filter((mode) => mode !== 'firstCome')]

interface NextProps extends RoomControls {
  next: PersonId | null
  name: (person: PersonId) => string
  /** The one primary button of the screen; the plenary has another. */
  primary: boolean
}

/** The floor goes to who is next; the name is on the button. In free talk it is the way to an order. */
export function NextButton({ room, floor, next, name, primary, run }: NextProps) {
  const t = useT()
  const look = primary ? 'primary' : 'default'
  if (floor.mode === 'free') {
    return (
      <Button
        variant={look}
        icon="next"
        className="dt-desk-next"
        onPress={() => void run('setMode', { room, mode: 'firstCome' })}
      >
        {t('desk.toOrder')}
      </Button>
    )
  }
  const ends = next === null && floor.round !== null
  return (
    <Button
      variant={look}
      icon="next"
      className="dt-desk-next"
      isDisabled={next === null && !ends}
      onPress={() => void run('nextTurn', { room })}
    >
      {next === null
        ? t(ends ? 'desk.endRound' : 'desk.nextNobody')
        : t('desk.nextName', { name: name(next) })}
    </Button>
  )
}

/** What the leader can do about the turn that is running: more time, standing still, going on (F10). */
export function TurnTools({ room, floor, run }: RoomControls) {
  const t = useT()
  const { turn } = floor
  if (!turn || turn.state === 'offered') return null
  const still = turn.paused
  return (
    <>
      <Button icon="plus" onPress={() => void run('extendTurn', { room, turn: turn.id, ms: 60_000 })}>
        {t('desk.moreForTurn')}
      </Button>
      {turn.state === 'speaking' && floor.steering === null && (
        <Button
          icon={still ? 'next' : 'pause'}
          onPress={() => void run(still ? 'resumeTurn' : 'pauseTurn', { room, turn: turn.id })}
        >
          {t(still ? 'desk.resumeTurn' : 'desk.pauseTurn')}
        </Button>
      )}
    </>
  )
}

/** Thinking silence for one, two or three minutes (F9); while it lasts: stop, or a minute longer. */
export function SilenceControl({ room, floor, run }: RoomControls) {
  const t = useT()
  const { session } = useDialogue()
  const { silence } = floor
  if (silence) {
    const longer = () => {
      const left = Math.max(0, silence.until - session.now())
      void run('startSilence', { room, ms: Math.round(left) + 60_000 })
    }
    return (
      <>
        <Button icon="check" onPress={() => void run('endSilence', { room })}>
          {t('desk.silenceStop')}
        </Button>
        <Button icon="plus" onPress={longer}>
          {t('desk.silenceMore')}
        </Button>
      </>
    )
  }
  return (
    <Menu
      icon="clock"
      text={t('desk.silence')}
      items={SILENCES.map(({ id, minutes }) => ({ id, text: t('desk.silenceFor', { minutes }) }))}
      onChoose={(chosen) => void run('startSilence', { room, ms: Number(chosen) * 60_000 })}
    />
  )
}

const SILENCES = [
  { id: '1', minutes: 1 },
  { id: '2', minutes: 2 },
  { id: '3', minutes: 3 },
]

/** An intervention on the process: marked as one, the holder keeps the floor (F7). */
export function SteerControl({
  room,
  floor,
  me,
  run,
  onSteer,
}: RoomControls & { me: PersonId; onSteer: (begun: Promise<boolean>) => void }) {
  const t = useT()
  const heard = useMedia((media) => media.microphone === 'on')
  const steering = floor.steering === me
  const note = steering ? (heard ? 'desk.steering' : 'sub.micOff') : 'desk.steerNote'
  return (
    <div className="dt-desk-steer">
      <Button
        icon="compass"
        className={steering ? 'is-on' : undefined}
        onPress={() =>
          steering ? void run('stopSteering', { room }) : onSteer(run('startSteering', { room }))
        }
      >
        {t(steering ? 'desk.steerStop' : 'desk.steer')}
      </Button>
      <p className="dt-desk-note">{t(note)}</p>
    </div>
  )
}
