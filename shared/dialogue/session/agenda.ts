import type { AgendaItem, AgendaPart, PartId, SessionState } from '../model.ts'

/**
 * The items of a session: each move between plenary and tables begins one, and the organiser may begin one with a name.
 * Where a programme was made, an item may be one of its parts.
 */

/** Index of the item that is going on; -1 before the first. */
export const itemNow = (agenda: readonly AgendaItem[]): number => agenda.length - 1

/** The agenda with an item that begins now; the one before it ends. */
export const beginItem = (
  agenda: readonly AgendaItem[],
  {
    title = null,
    where = agenda.at(-1)?.where ?? 'plenary',
    part,
  }: Partial<Pick<AgendaItem, 'title' | 'where' | 'part'>>,
  at: number,
): AgendaItem[] => [
  ...endItem(agenda, at),
  { title, where, startedAt: at, endedAt: null, ...(part !== undefined && { part }) },
]

export const endItem = (agenda: readonly AgendaItem[], at: number): AgendaItem[] =>
  agenda.map((item) => (item.endedAt === null ? { ...item, endedAt: at } : item))

type Planned = Pick<SessionState, 'agenda' | 'programme'>

/** The agenda when everybody has moved there: with the part of the programme that is meant for that place, where one is next. */
export function itemAfterMove(state: Planned, where: AgendaItem['where'], at: number): AgendaItem[] {
  const part = partAfterMove(state, where)
  return beginItem(state.agenda, part ? { where, title: part.title, part: part.id } : { where }, at)
}

function partAfterMove({ agenda, programme }: Planned, where: AgendaItem['where']): AgendaPart | undefined {
  const last = agenda.findLast(({ part }) => part !== undefined)?.part
  const index = programme.findIndex(({ id }) => id === last)
  // begun elsewhere, to say what is coming: it goes on where it is meant to be
  const held = agenda.some((item) => item.part === last && item.where === where)
  const begun = held ? undefined : programme[index]
  const next = programme.slice(index + 1).find(({ id }) => !wasBegun(agenda, id))
  return [begun, next].find((part) => part?.where === where)
}

export const wasBegun = (agenda: readonly AgendaItem[], id: PartId): boolean =>
  agenda.some(({ part }) => part === id)

/** The part of the programme that is going on, and since when. */
export interface RunningPart extends AgendaPart {
  since: number
}

export function partNow({ agenda, programme }: Planned): RunningPart | null {
  const item = agenda.at(-1)
  const part = item?.endedAt === null ? programme.find(({ id }) => id === item.part) : undefined
  return item && part ? { ...part, since: item.startedAt } : null
}

/** Below nought once it has taken longer than was meant. */
export const leftOf = ({ since, lengthMs }: RunningPart, now: number): number => since + lengthMs - now

/** With these parts as its programme; what goes on is called as its part is called. */
export const withProgramme = <State extends Planned>(state: State, programme: AgendaPart[]): State => ({
  ...state,
  programme,
  agenda: state.agenda.map((item) =>
    item.endedAt === null
      ? { ...item, title: programme.find(({ id }) => id === item.part)?.title ?? item.title }
      : item,
  ),
})

/** What was planned and has not been: it is still to come in a further session. */
export const stillToCome = ({ agenda, programme }: Planned): AgendaPart[] =>
  programme.filter(({ id }) => !wasBegun(agenda, id))
