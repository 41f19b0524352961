import { floorOf } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { ModeChoice, NextButton, SilenceControl, SteerControl, TurnTools } from './FloorControls.tsx'
import { PhoneGuests } from './PhoneGuests.tsx'
import { QueueList } from './QueueList.tsx'
import { nextInLine } from './queueRows.ts'
import { LastRound, RoundButton, RoundNote } from './RoundNotes.tsx'
import type { Run } from './run.ts'
import { useDesk } from './useDesk.ts'

interface FloorPanelProps {
  run: Run
  primary: boolean
  title?: string
  onSteer: () => void
  /** The leader's own controls. */
  own?: React.ReactNode
}

/** Everything about the floor of the room, for whoever leads it: a table's desk and the plenary alike. */
export function FloorPanel({ run, primary, title, onSteer, own }: FloorPanelProps) {
  const t = useT()
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const room = useRoom((view) => view.room)
  const floor = useRoom(floorOf)
  const next = useDesk(nextInLine)
  if (!state) return null
  const controls = { room, floor, run }
  return (
    <section className="dt-desk-floor" aria-labelledby={`floor-${room}`}>
      <div className="dt-desk-head">
        <h2 id={`floor-${room}`}>{title ?? t('desk.queue')}</h2>
        <ModeChoice {...controls} />
      </div>
      {floor.mode === 'quietFirst' && <p className="dt-desk-note">{t('desk.quietWhy')}</p>}
      <RoundNote floor={floor} />
      <LastRound {...controls} state={state} onSteer={onSteer} />
      <QueueList run={run} />
      <PhoneGuests {...controls} state={state} me={me} />
      <NextButton
        {...controls}
        next={next}
        name={(person) => state.people[person]?.name ?? ''}
        primary={primary}
      />
      <TurnTools {...controls} />
      <div className="dt-desk-buttons">
        <RoundButton {...controls} />
        <SilenceControl {...controls} />
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
