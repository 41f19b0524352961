import { numbered, type NumberedAgreement, type NumberedTable } from '../../shared/agreement/numbered.ts'
import type { TableText } from '../../shared/agreement/document.ts'
import {
  GOVERNMENT_ROLES,
  type GovernmentRole,
  type SessionState,
  type Table,
  type TableId,
} from '../../shared/dialogue/model.ts'
import type { TextView } from './store.ts'

export interface ReadAgreement extends NumberedAgreement {
  /** Number of the table it comes from. */
  table: number
}
export interface RoleColumn {
  role: GovernmentRole
  agreements: ReadAgreement[]
}

/** What every table wrote, as far as it is open on this screen, under the numbers that everybody sees. */
export const numberedTables = (
  state: Pick<SessionState, 'tables' | 'tableOrder'>,
  texts: Readonly<Record<TableId, TextView>>,
): NumberedTable<Table>[] =>
  numbered(
    state.tableOrder.flatMap((id) => state.tables[id] ?? []),
    ({ id }) => known(texts[id]),
  )

/** The text as the server has it; null while it is not open here, or has not come in yet. */
function known(view: TextView | undefined): TableText | null {
  if (!view?.open) return null
  return view.status === 'open' || (view.status === 'lost' && view.text.length > 0) ? view.text : null
}

/** The number of one agreement; null when it has none, or none that is known here. */
export const numberOf = (tables: readonly NumberedTable<Table>[], id: string): number | null =>
  tables.flatMap(({ agreements }) => agreements).find(({ agreement }) => agreement.id === id)?.number ?? null

/** The roles side by side, each with what its tables wrote. */
export function columnsOf(tables: readonly NumberedTable<Table>[]): RoleColumn[] {
  return GOVERNMENT_ROLES.flatMap((role) => {
    const own = tables.filter(({ table }) => table.role === role)
    const agreements = own.flatMap(({ table, agreements: written }) =>
      written.map((item) => ({ ...item, table: table.number })),
    )
    return own.length > 0 ? [{ role, agreements }] : []
  })
}
