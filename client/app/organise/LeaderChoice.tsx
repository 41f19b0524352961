import type { Table } from '../../../shared/dialogue/model.ts'
import { Menu } from '../../parts/ui/Menu.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'

const NOBODY = 'nobody'

/** Choose who guides a table; one person may guide several. */
export function LeaderChoice({ view, table }: { view: OrganiserView; table: Table }) {
  const t = useT()
  const { state, run } = view
  const leaders = state.order.flatMap((id) => {
    const person = state.people[id]
    return person?.role === 'facilitator' && !person.left ? [person] : []
  })
  const items = leaders
    .filter((person) => !table.facilitators.includes(person.id))
    .map((person) => ({ id: person.id, text: person.name }))
  if (table.facilitators.length > 0) items.push({ id: NOBODY, text: t('split.noLeaderChoice') })
  if (items.length === 0) return <p className="dt-desk-note">{t('split.noFacilitators')}</p>
  const verb = table.facilitators.length > 0 ? 'otherLeader' : 'chooseLeader'
  return (
    <Menu
      icon="people"
      text={t(`split.${verb}`)}
      label={t(`split.${verb}For`, { number: table.number })}
      items={items}
      onChoose={(person) =>
        void run('assignFacilitator', { table: table.id, person: person === NOBODY ? null : person })
      }
    />
  )
}
