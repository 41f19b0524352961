import type { AgreementText, TableText } from '../../shared/agreement/document.ts'
import { isBlank } from '../../shared/agreement/text.ts'
import { GOVERNMENT_ROLES, type GovernmentRole, type SessionState } from '../../shared/dialogue/model.ts'

export interface ReadAgreement {
  /** Running over all tables, in the order they stand on the screen. */
  number: number
  /** Number of the table it comes from. */
  table: number
  agreement: AgreementText
}
export interface RoleColumn {
  role: GovernmentRole
  agreements: ReadAgreement[]
}

/** The roles side by side, each with what its tables wrote; empty agreements are left out. */
export function columnsOf(
  state: Pick<SessionState, 'tables' | 'tableOrder'>,
  textOf: (table: string) => TableText,
): RoleColumn[] {
  let number = 0
  return GOVERNMENT_ROLES.flatMap((role) => {
    const tables = state.tableOrder
      .flatMap((id) => state.tables[id] ?? [])
      .filter((table) => table.role === role)
    const agreements = tables.flatMap((table) =>
      textOf(table.id)
        .filter((agreement) => !isBlank(agreement))
        .map((agreement) => ({ number: ++number, table: table.number, agreement })),
    )
    return tables.length > 0 ? [{ role, agreements }] : []
  })
}
