import type { DialogueEvent } from './events.ts'
import type { AgendaItem } from './model.ts'

/** The items of a session: each move between plenary and tables begins one, and the organiser may begin one with a name. */

/** The agenda after this event. The first item begins when the plenary opens. */
export function onAgenda(agenda: AgendaItem[], event: DialogueEvent, at: number): AgendaItem[] {
  const now = agenda.at(-1)
  switch (event.type) {
    case 'PlenaryOpened':
    case 'RecallFinished':
      return begin(agenda, { title: null, where: 'plenary' }, at)
    case 'TablesStarted':
      return begin(agenda, { title: null, where: 'tables' }, at)
    case 'ItemStarted':
      return begin(agenda, { title: event.title, where: now?.where ?? 'plenary' }, at)
    case 'SessionEnded':
      return end(agenda, at)
    default:
      return agenda
  }
}

/** Index of the item that is going on; -1 before the first. */
export const itemNow = (agenda: readonly AgendaItem[]): number => agenda.length - 1

const begin = (agenda: AgendaItem[], item: Pick<AgendaItem, 'title' | 'where'>, at: number): AgendaItem[] => [
  ...end(agenda, at),
  { ...item, startedAt: at, endedAt: null },
]

const end = (agenda: AgendaItem[], at: number): AgendaItem[] =>
  agenda.map((item) => (item.endedAt === null ? { ...item, endedAt: at } : item))
