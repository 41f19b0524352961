import type { Agreement } from '../../shared/dialogue/agreements/agreement.ts'
import { isFromMerging } from '../../shared/dialogue/agreements/agreements.ts'
import { numbered } from '../../shared/dialogue/agreements/numbered.ts'
import { sourcesAt } from '../../shared/dialogue/harvest/theSet.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { format } from '../../shared/messages/format.ts'
import { words as messages } from '../../shared/messages/words.ts'
import type { ExportInput } from '../exports/export.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow } from '../store/store.ts'
import { readTexts, type TextsInput } from './tableTexts.ts'

/** What an export is made of: the agreements as they are stored now, table by table, and nobody's name. */
export type Agreements = (dialogue: DialogueRow) => Promise<ExportInput>

export function createAgreements(sessions: Sessions, input: TextsInput): Agreements {
  return async ({ id: dialogue, title, startsAt }) => {
    const state = (await sessions.of(dialogue))?.state()
    if (!state) return { title, date: startsAt, tables: [] }
    const texts = await readTexts(input, state)
    const tables = numbered(state, (table) => texts.get(table) ?? null)
    return {
      title,
      date: startsAt,
      tables: tables.map(({ table: { id, number, role }, agreements }) => ({
        number,
        role,
        roleName: format(messages[`government.${role}`], 'nl'),
        unread: !texts.has(id),
        agreements: agreements.flatMap(({ agreement, words }) =>
          words ? [{ ...words, number: agreement.number, mergedFrom: mergedFrom(state, agreement) }] : [],
        ),
      })),
    }
  }
}

const mergedFrom = (state: SessionState, agreement: Agreement) =>
  isFromMerging(agreement)
    ? sourcesAt(state, agreement).map(({ agreement: from, table }) => ({
        number: from.number,
        table: table.number,
      }))
    : []
