import type { TableText } from '../../../shared/agreement/document.ts'
import {
  numbered,
  type NumberedAgreement,
  type NumberedTable,
} from '../../../shared/dialogue/agreements/numbered.ts'
import {
  GOVERNMENT_ROLES,
  type GovernmentRole,
  type SessionState,
  type TableId,
} from '../../../shared/dialogue/model.ts'
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
  state: Pick<SessionState, 'tables' | 'tableOrder' | 'agreements'>,
  texts: Readonly<Record<TableId, TextView>>,
): NumberedTable[] => numbered(state, (table) => known(texts[table]))

/** The text as the server has it; null while it is not open here, or has not come in yet. */
function known(view: TextView | undefined): TableText | null {
  if (!view?.open) return null
  const came = Object.keys(view.text).length > 0
  return view.status === 'open' || (view.status === 'lost' && came) ? view.text : null
}

/** The roles side by side, each with what its tables wrote. */
export function columnsOf(tables: readonly NumberedTable[]): RoleColumn[] {
  return GOVERNMENT_ROLES.flatMap((role) => {
    const own = tables.filter(({ table }) => table.role === role)
    const agreements = own.flatMap(({ table, agreements: written }) =>
      written.map((item) => ({ ...item, table: table.number })),
    )
    return own.length > 0 ? [{ role, agreements }] : []
  })
}
