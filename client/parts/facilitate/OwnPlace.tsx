import { handView } from '../floor/handButton.ts'
import { HandPanel } from '../floor/HandPanel.tsx'
import { MicrophoneNote, OwnControls } from '../floor/OwnControls.tsx'
import { SpeakingBar, TurnBar } from '../floor/TurnBar.tsx'
import { floorOf } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import type { Run } from './run.ts'

/** The leader's own microphone and camera, and an own turn: for content one queues like anyone (F7). */
export function OwnPlace({ run }: { run: Run }) {
  const t = useT()
  const { turn, reply } = useRoom(floorOf)
  const me = useRoom((view) => view.me)
  const room = useRoom((view) => view.room)
  const look = useRoom((view) => handView(view).look)
  if (turn?.person === me && turn.state === 'offered') {
    return <TurnBar key={turn.id} turn={turn} />
  }
  if (turn?.person === me || reply === me) return <SpeakingBar />
  return (
    <div className="dt-desk-own">
      <OwnControls />
      {look === 'down' && (
        <Button icon="hand" onPress={() => void run('raiseHand', { room, kind: 'turn' })}>
          {t('hand.idle')}
        </Button>
      )}
      {(look === 'up' || look === 'lowered') && <HandPanel />}
      <MicrophoneNote />
    </div>
  )
}
