import type { PersonId, TableId } from '../../../shared/dialogue/model.ts'
import type { Carried, TouchDrag } from '../../parts/ui/useTouchDrag.ts'
import { changes, seat } from './seating.ts'
import type { OrganiserView } from './view.ts'

/** A table, or null for the people without a seat; on somebody there, to change places with them. */
interface SeatPlace {
  table: TableId | null
  other: PersonId | null
}
interface Seated {
  person: PersonId
  table: TableId | null
}
export type CarriedPerson = Carried<Seated, SeatPlace>

/** What comes of somebody who is put down, whatever they were dragged with. */
export async function putDown(
  { state, run }: OrganiserView,
  person: PersonId,
  { table, other }: SeatPlace,
): Promise<void> {
  if (other === null) await seat(state, run, person, table)
  else if (other !== person) await run('swapSeats', { first: person, second: other })
}

const personAt = (element: Element): HTMLElement | null => element.closest<HTMLElement>('[data-person]')
/** The card around a list is as good a place as the list; null: nothing people can sit at. */
const tableAt = (element: Element): Pick<SeatPlace, 'table'> | null => {
  const table = element.closest<HTMLElement>('[data-seats]')?.dataset['seats']
  return table === undefined ? null : { table: table === '' ? null : table }
}

/** Room for a finger beside a letter, in pixels. */
const BESIDE = 4

/** Chips carried by their letter, with a finger. */
export function seatTouch(
  view: OrganiserView,
): Pick<TouchDrag<Seated, SeatPlace>, 'held' | 'overAt' | 'put'> {
  const may = changes(view.state)
  return {
    held(on) {
      const chip = personAt(on)
      const person = chip?.dataset['person']
      const letter = chip?.querySelector('.dt-letter')?.getBoundingClientRect()
      if (may === 'nothing' || !chip || person === undefined || !letter) return null
      const { top, bottom } = chip.getBoundingClientRect()
      const grip = { left: letter.left - BESIDE, right: letter.right + BESIDE, top, bottom }
      return { thing: { person, table: tableAt(chip)?.table ?? null }, grip }
    },
    overAt(found, _at, { table: own }) {
      const place = tableAt(found)
      if (!place || place.table === own || (may === 'moves' && place.table === null)) return null
      const other = may === 'plan' ? personAt(found)?.dataset['person'] : undefined
      return { ...place, other: other ?? null }
    },
    put: (place, { person }) => void putDown(view, person, place),
  }
}
