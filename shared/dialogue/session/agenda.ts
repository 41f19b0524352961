import type { AgendaItem } from '../model.ts'

/** The items of a session: each move between plenary and tables begins one, and the organiser may begin one with a name. */

/** Index of the item that is going on; -1 before the first. */
export const itemNow = (agenda: readonly AgendaItem[]): number => agenda.length - 1

/** The agenda with an item that begins now; the one before it ends. */
export const beginItem = (
  agenda: readonly AgendaItem[],
  { title = null, where = agenda.at(-1)?.where ?? 'plenary' }: Partial<Pick<AgendaItem, 'title' | 'where'>>,
  at: number,
): AgendaItem[] => [...endItem(agenda, at), { title, where, startedAt: at, endedAt: null }]

export const endItem = (agenda: readonly AgendaItem[], at: number): AgendaItem[] =>
  agenda.map((item) => (item.endedAt === null ? { ...item, endedAt: at } : item))
