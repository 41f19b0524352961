import type { Answer } from '../../../shared/dialogue/consent/round.ts'
import { atTables, does, inPlenary, organiser, type given, type Step } from './sentence.ts'
import { answers, asks, begins, closes, opens, steps } from './consent.ts'
import { mergeInto } from './randomHarvest.ts'

/**
 * The harvest (H1, H2). a1 of t1 (lawful, Femke) and a2 of t2 (networking, Frank) are agreed there; a3 of t3
 * (performing, Femke) is only presented. Everybody is back in the plenary.
 */
const WHO: Record<string, string> = { t1: 'Femke', t2: 'Frank', t3: 'Femke', tbl1: 'Frank' }
const about = (table: string, agreement: string) => () => ({ table, agreement })
export const written = (table: string, agreement: string): Step[] => [
  does(WHO[table] ?? '', 'addAgreement', about(table, agreement)),
  does(WHO[table] ?? '', 'presentAgreement', about(table, agreement)),
]
/** Everybody who is asked in this room says the same. */
export const everybodySays =
  (answer: Answer, room = 'plenary'): Step =>
  (told) => {
    const order = told.world.state.floors[room]?.consent?.order ?? []
    return order.reduce((so, who) => answers(who, answer, 'Niet zo.', {}, room)(so), told)
  }
const round = (room: string, agreement: string): Step[] => [
  begins(room, agreement),
  steps('react', room),
  steps('read', room),
  asks(room),
  everybodySays('canLive', room),
  opens(room),
  closes(room),
]
const agreedAt = (table: string, agreement: string): Step[] => [
  ...written(table, agreement),
  ...round(table, agreement),
]
export const agreedInPlenary = (agreement: string): Step[] => round('plenary', agreement)
const recalled = [organiser('announceRecall'), organiser('finishRecall', { version: 1 })]
export const harvest: Step[] = [
  ...atTables,
  ...agreedAt('t1', 'a1'),
  ...agreedAt('t2', 'a2'),
  ...written('t3', 'a3'),
  ...recalled,
]
/** With a table beside the seating, lawful like t1; a4 of it and a5 of t1 are agreed in the plenary. */
export const fifth: Step[] = [
  ...inPlenary,
  organiser('spreadEvenly'),
  organiser('addTable', { role: 'lawful' }),
  organiser('assignFacilitator', { table: 'tbl1', person: 'Frank' }),
  organiser('announceSplit'),
  organiser('startTables', { version: 1 }),
  ...agreedAt('t1', 'a1'),
  ...agreedAt('t2', 'a2'),
  ...written('tbl1', 'a4'),
  ...written('t1', 'a5'),
  ...recalled,
  ...agreedInPlenary('a4'),
  ...agreedInPlenary('a5'),
]

export const takes = (agreement: string) => organiser('takeIntoSet', { agreement })
export const leavesOut = (agreement: string) => organiser('leaveOut', { agreement })
export const moves = (agreement: string, place: number) => organiser('moveInSet', { agreement, place })
export const merges = (from: string[], title?: string, more: object = {}) =>
  organiser('mergeAgreements', { ...mergeInto(from, title), ...more })
export const says = (who: string, table: string, yes = true, merge?: string): Step =>
  does(who, 'sayMerge', ({ state }) => ({
    merge: merge ?? state.harvest.merges[0]?.id ?? 'none',
    table,
    yes,
  }))
export const inSet: Step[] = [...harvest, takes('a1'), takes('a2')]
export const proposed: Step[] = [...inSet, merges(['a1', 'a2'])]
export const merged: Step[] = [...proposed, says('Femke', 't1'), says('Frank', 't2')]

type Told = ReturnType<typeof given>
/** What was made by the latest merging. */
export const madeOf = ({ state }: Pick<Told, 'state'>) => {
  const { agreement = null } = state.harvest.last ?? {}
  return agreement === null ? undefined : state.agreements[agreement]
}
export const onMade = (type: 'unmerge' | 'takeIntoSet' | 'leaveOut'): Step =>
  does('Olga', type, (world) => ({ agreement: madeOf(world)?.id ?? 'none' }))
