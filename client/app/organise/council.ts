import { councilSet, type FromTable } from '../../../shared/dialogue/agreements/councilSet.ts'
import { numbered } from '../../../shared/dialogue/agreements/numbered.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import { isToPresent, theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import type { AgreementId, SessionState } from '../../../shared/dialogue/model.ts'

/** One of the set, under its number there. */
export interface CouncilItem {
  number: number
  title: string
  id: AgreementId
  /** Every table it came from, and the number it has there (H1). */
  from: { table: number; oldNumber: number }[]
  withNote: boolean
}

export interface CouncilView {
  set: CouncilItem[]
  /** What is not settled yet: put forward, or still being written. */
  waiting: { number: number; table: number }[]
  /** Numbers in the set. */
  notes: number[]
}

const itemOf = ({ agreement, words, sources }: FromTable, index: number): CouncilItem => ({
  id: agreement.id,
  number: index + 1,
  title: words?.title ?? '',
  from: sources.map((source) => ({ table: source.table.number, oldNumber: source.agreement.number })),
  withNote: agreement.note !== null,
})

/** What keeps the set from the council: texts to put forward first, and mergings that are not decided, each of several. */
export function keepsBack(state: SessionState): { toPresent: Agreement[]; merging: Agreement[][] } {
  return {
    toPresent: theSet(state).filter(isToPresent),
    merging: state.harvest.merges.map(({ from }) => from.flatMap((id) => state.agreements[id] ?? [])),
  }
}

/** How many have said neither yes nor no to being named. */
export const unsaid = ({ people, namesSaid, erased }: SessionState): number =>
  Object.values(people).filter(
    ({ id, role }) => role === 'participant' && !namesSaid.includes(id) && !erased.includes(id),
  ).length

/** What goes to the council, as far as the log tells: the words of the set stand in it, those of the others do not. */
export function councilView(state: SessionState): CouncilView {
  const { set, annex, drafts } = councilSet(
    state,
    numbered(state, () => null),
  )
  const items = set.map(itemOf)
  return {
    set: items,
    waiting: [...annex, ...drafts]
      .filter(({ agreement }) => agreement.state !== 'merged')
      .map(({ agreement, table }) => ({ number: agreement.number, table: table.number }))
      .toSorted((one, other) => one.number - other.number),
    notes: items.filter(({ withNote }) => withNote).map(({ number }) => number),
  }
}
