import type { PersonId } from '../../../shared/dialogue/model.ts'
import { Menu } from '../../parts/ui/Menu.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'
import { changes, planShown, seat } from './seating.ts'
import { splitBoard } from './splitBoard.ts'

const NOWHERE = 'nowhere'

/** "Verplaats naar …": the same as dragging, for the keyboard and the phone. */
export function MoveMenu({ view, person }: { view: OrganiserView; person: PersonId }) {
  const t = useT()
  const { state, run } = view
  const plan = planShown(state)
  const cards = splitBoard(state, plan).columns.flatMap((column) => column.tables)
  const name = state.people[person]?.name ?? ''
  const at = plan?.seats[person]
  const items = cards
    .filter((card) => card.table.id !== at)
    .toSorted((a, b) => a.table.number - b.table.number)
    .map((card) => ({
      id: card.table.id,
      text: t('split.moveTo', { number: card.table.number, count: card.free }),
    }))
  if (changes(state) === 'plan' && at !== undefined) items.push({ id: NOWHERE, text: t('split.moveOut') })
  if (changes(state) === 'nothing') return null
  return (
    <Menu
      icon="move"
      text={t('split.move')}
      label={t('split.moveName', { name })}
      items={items}
      onChoose={(table) => void seat(state, run, person, table === NOWHERE ? null : table)}
    />
  )
}
