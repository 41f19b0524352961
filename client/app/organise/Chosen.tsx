import type { PersonId } from '../../../shared/dialogue/model.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { MoveMenu } from './MoveMenu.tsx'
import type { OrganiserView } from './view.ts'
import { changes, planShown } from './seating.ts'
import { seatOf } from './splitBoard.ts'

/** The person chosen on the board: where they sit, move them, pin them. */
export function Chosen({ view, person }: { view: OrganiserView; person: PersonId | null }) {
  const t = useT()
  const { state, run } = view
  const found = person === null ? undefined : state.people[person]
  if (!found) return <p className="dt-desk-note dt-split-chosen">{t('split.chosenNone')}</p>
  const plan = planShown(state)
  const table = seatOf(state, plan, found.id)
  const pinned = plan?.pinned.includes(found.id) ?? false
  const words = [
    t(found.group ? `group.${found.group}` : 'desk.group.none'),
    table ? t('split.at', { number: table.number }) : t('split.atNone'),
    ...(pinned ? [t('split.stays')] : []),
  ]
  return (
    <section className="dt-desk-card dt-split-chosen" aria-live="polite">
      <h3>{t('split.chosen', { name: found.name })}</h3>
      <p className="dt-desk-note">{words.join(', ')}</p>
      <div className="dt-desk-buttons">
        <MoveMenu view={view} person={found.id} />
        {changes(state) === 'plan' && table && (
          <Button icon="pin" onPress={() => void run('pinSeat', { person: found.id, pinned: !pinned })}>
            {t(pinned ? 'split.unpin' : 'split.pin')}
          </Button>
        )}
      </div>
    </section>
  )
}
