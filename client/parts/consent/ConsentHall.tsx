import { floorOf, type RoomView } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { waitsForRound } from '../agreement/states.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { ConsentDesk } from './ConsentDesk.tsx'

/** The round in the plenary, for the organiser: one that goes on, or the agreements on which one can begin. */
export function ConsentHall() {
  const t = useT()
  const { busy, run } = useCommand()
  const round = useRoom((view) => floorOf(view).consent !== null)
  const room = useRoom((view) => view.room)
  const waiting = useRoom(putForward)
  if (round) return <ConsentDesk />
  if (waiting.length === 0) return null
  return (
    <section className="dt-desk-card" aria-labelledby="consent-hall-title">
      <h2 id="consent-hall-title">{t('consent.hall')}</h2>
      <p className="dt-desk-note">{t('consent.hallNote')}</p>
      <ul className="dt-consent-waiting">
        {waiting.map(({ id, number, title }) => (
          <li key={id}>
            <span>
              <strong>{number}</strong> {title || t('agreement.untitled')}
            </span>
            <Button
              icon="round"
              aria-label={t('consent.beginName', { number })}
              isDisabled={busy !== null}
              onPress={() => void run('beginConsent', { room, agreement: id })}
            >
              {t('agreement.beginRound')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every agreement that is put forward and on which nobody was asked, by number. */
export const putForward = ({ state }: RoomView): { id: string; number: number; title: string }[] =>
  Object.values(state.agreements)
    .filter(waitsForRound)
    .toSorted((one, other) => one.number - other.number)
    .map(({ id, number, presented }) => ({ id, number, title: presented?.words.title ?? '' }))
