import type { Floor, PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import { presentIn } from '../session/present.ts'
import { useSession } from '../session/store.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { ModeChoice, NextButton, SilenceControl, SteerControl, TurnTools } from './FloorControls.tsx'
import { PhoneGuests } from './PhoneGuests.tsx'
import { QueueList } from './QueueList.tsx'
import { nextInLine, type DeskRoom } from './queueRows.ts'
import { LastRound, RoundButton, RoundNote } from './RoundNotes.tsx'
import type { Run } from './run.ts'

interface FloorPanelProps {
  room: RoomId
  state: SessionState
  floor: Floor
  me: PersonId
  now: number
  run: Run
  primary: boolean
  title?: string
  onSteer: () => void
  /** The leader's own controls. */
  own?: React.ReactNode
}

/** Everything about the floor of one room, for whoever leads it: a table's desk and the plenary alike. */
export function FloorPanel(props: FloorPanelProps) {
  const { room, state, floor, me, now, run, primary, title, onSteer, own } = props
  const t = useT()
  const presence = useSession((session) => session.presence)
  const balance =
    useSession((session) => session.meter?.rooms.find((entry) => entry.room === room)) ?? NOTHING
  const desk: DeskRoom = { state, room, floor, present: presentIn(state, { me, presence }), balance, now }
  const controls = { room, floor, run }
  return (
    <section className="desk-floor" aria-labelledby={`floor-${room}`}>
      <div className="desk-head">
        <h2 id={`floor-${room}`}>{title ?? t('desk.queue')}</h2>
        <ModeChoice {...controls} />
      </div>
      {floor.mode === 'quietFirst' && <p className="desk-note">{t('desk.quietWhy')}</p>}
      <RoundNote floor={floor} />
      <LastRound {...controls} state={state} onSteer={onSteer} />
      <QueueList desk={desk} run={run} />
      <PhoneGuests {...controls} state={state} me={me} />
      <NextButton
        {...controls}
        next={nextInLine(desk)}
        name={(person) => state.people[person]?.name ?? ''}
        primary={primary}
      />
      <TurnTools {...controls} />
      <div className="desk-buttons">
        <RoundButton {...controls} />
        <SilenceControl {...controls} now={now} />
        {floor.mode !== 'quietFirst' && (
          <Button
            icon="ear"
            className="desk-wide"
            onPress={() => void run('setMode', { room, mode: 'quietFirst' })}
          >
            {t('desk.mode.quietFirst')}
          </Button>
        )}
      </div>
      <SteerControl {...controls} me={me} onSteer={onSteer} />
      {own}
    </section>
  )
}

const NOTHING: DeskRoom['balance'] = { people: [], others: {} }
