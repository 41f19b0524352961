import { handView } from '../floor/handButton.ts'
import { HandPanel } from '../floor/HandPanel.tsx'
import { MicrophoneNote, OwnControls } from '../floor/OwnControls.tsx'
import { SpeakingBar, TurnBar } from '../floor/TurnBar.tsx'
import { floorOf, type RoomView } from '../floor/view.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import type { Run } from './run.ts'

/** The leader's own microphone and camera, and an own turn: for content one queues like anyone (F7). */
export function OwnPlace({ view, run }: { view: RoomView; run: Run }) {
  const t = useT()
  const { turn, reply } = floorOf(view)
  const hand = handView(view)
  if (turn?.person === view.me && turn.state === 'offered') {
    return <TurnBar key={turn.id} view={view} turn={turn} />
  }
  if (turn?.person === view.me || reply === view.me) return <SpeakingBar view={view} />
  return (
    <div className="desk-own">
      <OwnControls view={view} />
      {hand.look === 'down' && (
        <Button icon="hand" onPress={() => void run('raiseHand', { room: view.room, kind: 'turn' })}>
          {t('hand.idle')}
        </Button>
      )}
      {(hand.look === 'up' || hand.look === 'lowered') && <HandPanel view={view} />}
      <MicrophoneNote view={view} />
    </div>
  )
}
