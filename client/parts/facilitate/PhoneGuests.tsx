import type { Floor, PersonId, RoomId, SessionState, Turn } from '../../../shared/dialogue/model.ts'
import { hasHand } from '../../../shared/dialogue/floor/roomFloor.ts'
import { peopleIn, placeOf } from '../../../shared/dialogue/places.ts'
import { useMedia } from '../../hooks/useMedia.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import type { Run } from './run.ts'

interface PhoneGuestsProps {
  room: RoomId
  state: SessionState
  floor: Floor
  me: PersonId
  run: Run
}

/**
 * F3: who takes part by telephone has no buttons; whoever leads raises the hand and begins and ends the turn for them. Nothing rings by
 * itself when such a guest comes to a table, so whoever leads it is told to call.
 */
export function PhoneGuests({ room, state, floor, me, run }: PhoneGuestsProps) {
  const t = useT()
  const guests = peopleIn(state, room).filter((person) => state.people[person]?.phone)
  if (guests.length === 0) return null
  const names = guests.map((person) => state.people[person]?.name ?? '').join(', ')
  return (
    <section className="dt-desk-phone" aria-labelledby={`phone-${room}`}>
      <h3 id={`phone-${room}`}>{t('phone.title')}</h3>
      <p role="status">{t('phone.call', { names })}</p>
      <p className="dt-desk-note">{t('phone.note')}</p>
      <ul className="dt-queue">
        {guests.map((person) => {
          const name = state.people[person]?.name ?? ''
          const turn = floor.turn?.person === person ? floor.turn : null
          return (
            <li key={person} className={turn ? 'dt-phone-guest is-on-turn' : 'dt-phone-guest'}>
              <span className="dt-queue-name">
                <Icon name="phone" />
                <bdi>{name}</bdi>
              </span>
              {turn ? (
                <PhoneTurn
                  room={room}
                  name={name}
                  turn={turn}
                  isThere={placeOf(state, me) === room}
                  run={run}
                />
              ) : (
                <PhoneHand room={room} person={person} name={name} floor={floor} run={run} />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function PhoneHand(props: { room: RoomId; person: PersonId; name: string; floor: Floor; run: Run }) {
  const { room, person, name, floor, run } = props
  const t = useT()
  const up = hasHand(floor, person, 'turn')
  return (
    <Button
      icon={up ? 'handDown' : 'hand'}
      aria-label={t(up ? 'phone.lowerName' : 'phone.raiseName', { name })}
      onPress={() => void run(up ? 'lowerFor' : 'raiseFor', { room, person })}
    >
      {t(up ? 'phone.lower' : 'phone.raise')}
    </Button>
  )
}

interface PhoneTurnProps {
  room: RoomId
  name: string
  turn: Turn
  /** The leader sits in this room: only there their microphone can carry the telephone. */
  isThere: boolean
  run: Run
}

/** The buttons the guest would have had. The leader's own microphone carries the voice; nobody else turns it on. */
function PhoneTurn({ room, name, turn, isThere, run }: PhoneTurnProps) {
  const t = useT()
  const { media: sound } = useDialogue()
  const open = useMedia((media) => media.microphone === 'on')
  const give = (type: 'startTurn' | 'moreTime' | 'passTurn' | 'endTurn') =>
    void run(type, { room, turn: turn.id })
  if (turn.state === 'offered') {
    return (
      <>
        <p role="status">{t('phone.offered', { name })}</p>
        <div className="dt-desk-buttons">
          <Button icon="speak" aria-label={t('phone.beginName', { name })} onPress={() => give('startTurn')}>
            {t('phone.begin')}
          </Button>
          {!turn.extended && (
            <Button icon="clock" aria-label={t('phone.moreName', { name })} onPress={() => give('moreTime')}>
              {t('phone.more')}
            </Button>
          )}
          <Button icon="next" aria-label={t('phone.passName', { name })} onPress={() => give('passTurn')}>
            {t('phone.pass')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <>
      <p role="status">{t(open ? 'phone.speaking' : 'phone.micOff', { name })}</p>
      <div className="dt-desk-buttons">
        {!open && isThere && (
          <Button icon="microphone" onPress={() => void sound.setMicrophone(true)}>
            {t('phone.mic')}
          </Button>
        )}
        <Button icon="check" aria-label={t('phone.endName', { name })} onPress={() => give('endTurn')}>
          {t('phone.end')}
        </Button>
      </div>
    </>
  )
}
