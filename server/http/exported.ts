import type { GovernmentRole } from '../../shared/dialogue/model.ts'
import type { ExportInput } from '../exports/export.ts'
import type { DialogueRow } from '../store/store.ts'
import type { House } from './options.ts'

const ROLE_NAMES: Record<GovernmentRole, string> = {
  lawful: 'Rechtmatige overheid',
  networking: 'Netwerkende overheid',
  performing: 'Presterende overheid',
  participating: 'Participerende overheid',
}

/** What an export is made of: the agreements as they are stored now, table by table, and nobody's name. */
export async function agreementsOf(house: House, dialogue: DialogueRow): Promise<ExportInput> {
  const session = await house.sessions.of(dialogue.id)
  const state = session?.state()
  const tables: ExportInput['tables'] = []
  for (const id of state?.tableOrder ?? []) {
    const table = state?.tables[id]
    if (!table) continue
    const agreements = await house.documents.text(id, dialogue.id)
    tables.push({ number: table.number, role: table.role, roleName: ROLE_NAMES[table.role], agreements })
  }
  return { title: dialogue.title, date: dialogue.startsAt, tables }
}
