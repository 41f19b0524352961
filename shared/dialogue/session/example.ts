import { each, fields, plain } from '../give.ts'
import type { AgendaPart, SessionState, Table } from '../model.ts'
import type { Settings } from '../settings.ts'
import * as shown from '../shown.ts'
import { wasBegun } from './agenda.ts'

/** What another dialogue takes over of one: how it is set up, and nothing of who took part, what they said, or when. */
export interface Example {
  settings: Settings
  tables: Pick<Table, 'number' | 'role'>[]
  /** Of all its sessions, one after the other: what one does not come to, the next one does. */
  programme: Omit<AgendaPart, 'id'>[]
}

const tablesOf = each(fields<Example['tables'][number]>({ number: plain, role: plain }))
const partsOf = each(
  fields<Example['programme'][number]>({
    title: plain,
    lengthMs: plain,
    where: plain,
    questions: shown.questions,
  }),
)

/** `past`: the sessions before this one, as they ended. */
export function exampleOf(past: readonly SessionState[], now: SessionState): Example {
  const had = past.flatMap(({ agenda, programme }) => programme.filter(({ id }) => wasBegun(agenda, id)))
  return {
    settings: shown.settings(now.settings),
    tables: tablesOf(now.tableOrder.flatMap((id) => now.tables[id] ?? [])),
    programme: partsOf([...had, ...now.programme]),
  }
}
