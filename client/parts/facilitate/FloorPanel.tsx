import { floorOf } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { useSession } from '../../hooks/useSession.ts'
import { useT } from '../ui/text.tsx'
import { ModeChoice, NextButton, SilenceControl, SteerControl, TurnTools } from './FloorControls.tsx'
import { PhoneGuests } from './PhoneGuests.tsx'
import { QueueList } from './QueueList.tsx'
import { nextInLine } from './queueRows.ts'
import { LastRound, RoundAgain, RoundNote } from './RoundNotes.tsx'
import type { Run } from './run.ts'
import { useDesk } from './useDesk.ts'

interface FloorPanelProps {
  run: Run
  primary: boolean
  title?: string
  onSteer: (begun: Promise<boolean>) => void
  /** The leader's own controls. */
  own?: React.ReactNode
}

/**
 * Everything about the floor of the room, for whoever leads it: a table's desk and the plenary alike. What one presses keeps its place, and
 * the list of speakers scrolls in between.
 */
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
      <NextButton
        {...controls}
        next={next}
        name={(person) => state.people[person]?.name ?? ''}
        primary={primary}
      />
      <div className="dt-desk-buttons">
        <TurnTools {...controls} />
        <SilenceControl {...controls} />
        {floor.mode === 'round' && <RoundAgain {...controls} />}
      </div>
      <div className="dt-desk-line">
        {floor.mode === 'quietFirst' && <p className="dt-desk-note">{t('desk.quietWhy')}</p>}
        <RoundNote floor={floor} />
        <LastRound {...controls} state={state} onSteer={onSteer} />
        <QueueList run={run} />
        <PhoneGuests {...controls} state={state} me={me} />
      </div>
      <SteerControl {...controls} me={me} onSteer={onSteer} />
      {own}
    </section>
  )
}
