import { mergingsOf, sourcesAt, type Source } from '../harvest/theSet.ts'
import type { SessionState, Table } from '../model.ts'
import { isWithCouncil, type Agreement } from './agreement.ts'
import { isFixed } from './agreements.ts'
import type { NumberedAgreement, NumberedTable } from './numbered.ts'

/** An agreement and the table it comes from; of a merged one the first of them. */
export interface FromTable extends NumberedAgreement {
  table: Table
  /** All that it came from (H1): itself, or what was merged into it. */
  sources: Source[]
  /** Of a merged one, the mergings of the same agreements before it: their words were changed. */
  before: Agreement[]
}

/** Nobody has a grave objection, or the note of those who have goes with it (C6). */
const isAgreed = ({ state }: Agreement): boolean => state === 'agreed' || state === 'agreedWithNote'

/**
 * What goes to the council, the first as number 1: the set of the harvest in its order (H2), and before there is one all
 * that is agreed. Behind it in the annex stands what else was put before people; merged words count when there is consent
 * on them (C3). What is still being written is the table's, and no part of the package.
 */
export function councilSet(
  state: Pick<SessionState, 'agreements' | 'tables'>,
  tables: readonly NumberedTable[],
): { set: FromTable[]; annex: FromTable[]; drafts: FromTable[] } {
  const all = tables.flatMap(({ table, agreements }) =>
    agreements.map((item) => ({
      ...item,
      table,
      sources: sourcesAt(state, item.agreement),
      before: mergingsOf(state, item.agreement.origins).filter(
        ({ number }) => number < item.agreement.number,
      ),
    })),
  )
  const harvested = all.some(({ agreement }) => agreement.place !== null)
  const goes = ({ agreement }: FromTable) =>
    harvested ? agreement.state === 'inSet' || isWithCouncil(agreement) : isAgreed(agreement)
  const place = ({ agreement }: FromTable) => agreement.place ?? 0
  const others = all.filter((one) => !goes(one))
  return {
    set: all.filter(goes).toSorted((one, other) => place(one) - place(other)),
    annex: others.filter(({ agreement }) => isFixed(agreement)),
    drafts: others.filter(({ agreement }) => !isFixed(agreement)),
  }
}
