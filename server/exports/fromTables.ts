import { canonicalWords } from '../../shared/agreement/canonical.ts'
import { paragraphs, type RichText } from '../../shared/agreement/richText.ts'
import type { Agreement } from '../../shared/dialogue/agreements/agreement.ts'
import type { FromTable } from '../../shared/dialogue/agreements/councilSet.ts'
import { isFromMerging } from '../../shared/dialogue/agreements/agreements.ts'
import { objectionsIn, versionsIn } from '../../shared/dialogue/agreements/versions.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import type { Source } from '../../shared/dialogue/harvest/theSet.ts'
import type { GovernmentRole } from '../../shared/dialogue/model.ts'
import type { Origin, SetAgreement, TableVersion } from './packageInput.ts'

export interface Origins {
  /** Events on versions and consent, session by session. */
  logs: readonly (readonly RecordedEvent[])[]
  roleName(role: GovernmentRole): string
}

/** The session in which a version was made; one that is not kept yet is of the session there is now. */
const sessionOf = ({ logs }: Origins, { id }: Agreement, version: number): number =>
  versionsIn(logs, id).find(({ number }) => number === version)?.session ?? logs.length

/** H1: the last objection to words that came before these. */
function objectionBefore({ logs }: Origins, { id }: Agreement, version: number): string | null {
  const last = objectionsIn(logs, id).findLast((objected) => objected.version < version)
  return last ? last.reasons.join(' / ') : null
}

/** H1: the last objection to an earlier merging of the same agreements. */
function objectionToMerging({ logs }: Origins, before: readonly Agreement[]): string | null {
  const last = before.flatMap(({ id }) => objectionsIn(logs, id)).at(-1)
  return last ? last.reasons.join(' / ') : null
}

const noteOf = (note: string | null): RichText | null =>
  note === null ? null : paragraphs(...note.split('\n').filter((line) => line.trim() !== ''))

const tableOf = ({ table, agreement }: Source, { roleName }: Origins) => ({
  table: table.number,
  role: roleName(table.role),
  oldNumber: agreement.number,
})

function originOf(source: Source, origins: Origins): Origin[] {
  const { agreement } = source
  if (!agreement.presented) return []
  const { version } = agreement.presented
  return [
    {
      ...tableOf(source, origins),
      session: sessionOf(origins, agreement, version),
      version,
      objection: objectionBefore(origins, agreement, version),
    },
  ]
}

/** One of the set, with every table that it came from. */
export function fromTable({ agreement, sources, before }: FromTable, origins: Origins): SetAgreement[] {
  if (!agreement.presented) return []
  const { words, hash } = agreement.presented
  const from = sources.flatMap((source) => originOf(source, origins))
  const objection = objectionToMerging(origins, before)
  return [{ words, hash, origins: from, objection, note: noteOf(agreement.note) }]
}

/** What was put before people and is not in the set, in the words that they saw. */
export function forAnnex(item: FromTable, origins: Origins): TableVersion[] {
  const { agreement, sources } = item
  if (!agreement.presented) return []
  const { version, words } = agreement.presented
  return [
    {
      ...tableOf(item, origins),
      session: sessionOf(origins, agreement, version),
      version,
      mergedFrom: isFromMerging(agreement) ? sources.map((source) => tableOf(source, origins)) : [],
      words: canonicalWords(words),
    },
  ]
}
