import { hasHand } from '../../../shared/dialogue/floor/roomFloor.ts'
import { guestsOf } from '../../../shared/dialogue/places.ts'
import { floorOf, nameOf, type RoomView } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

interface GuestHand {
  person: string
  name: string
  up: boolean
}

const guestHands = (view: RoomView): GuestHand[] =>
  guestsOf(view.state, view.me).map((person) => ({
    person,
    name: nameOf(view, person),
    up: hasHand(floorOf(view), person, 'turn'),
  }))

/** The hands of those who sit at this device too, by name: each has a place of their own in the line (F3). */
export function GuestHands() {
  const t = useT()
  const { busy, run } = useCommand()
  const room = useRoom((view) => view.room)
  const guests = useRoom(guestHands)
  return (
    <ul className="dt-row" aria-label={t('beside.hands')}>
      {guests.map(({ person, name, up }) => (
        <li key={person}>
          <Button
            icon={up ? 'handDown' : 'hand'}
            isDisabled={busy !== null}
            onPress={() => void run(up ? 'lowerBeside' : 'raiseBeside', { room, person })}
          >
            {t(up ? 'beside.lower' : 'beside.raise', { name })}
          </Button>
        </li>
      ))}
    </ul>
  )
}
