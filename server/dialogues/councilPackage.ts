import { HISTORY_EVENTS } from '../../shared/dialogue/agreements/versions.ts'
import type { PersonId } from '../../shared/dialogue/model.ts'
import type { BalanceReport } from '../../shared/dialogue/time/balance.ts'
import type { Locale } from '../../shared/protocol.ts'
import type { Documents } from '../documents/documents.ts'
import { packageInput } from '../exports/fromDialogue.ts'
import type { PackageInput } from '../exports/packageInput.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow, Store } from '../store/store.ts'
import { readPast } from './pastSessions.ts'
import { readTexts } from './tableTexts.ts'
import { readLogs } from './versions.ts'

/** What the council's package is made of, for this organiser; null when the dialogue is not there any more. */
export type CouncilPackage = (
  dialogue: DialogueRow,
  organiser: PersonId,
  locale: Locale,
) => Promise<PackageInput | null>

export interface CouncilPackageInput {
  store: Store
  sessions: Sessions
  documents: Documents
}

/** Over the whole dialogue where it had more than one session. */
export const groupsOf = ({ scopes }: BalanceReport) =>
  (scopes.find(({ scope }) => scope === 'dialogue') ?? scopes.find(({ scope }) => scope === 'session'))
    ?.together?.groups ?? []

export function createCouncilPackage({ store, sessions, documents }: CouncilPackageInput): CouncilPackage {
  return async (row, organiser, locale) => {
    const session = await sessions.of(row.id)
    if (!session) return null
    const state = session.state()
    const [past, logs, texts, balance] = await Promise.all([
      readPast(store, row),
      readLogs(store, row.id, HISTORY_EVENTS),
      readTexts(documents, state),
      session.balance(organiser),
    ])
    const [first = state, ...others] = [...past, state]
    return packageInput({ locale, sessions: [first, ...others], logs, texts, groups: groupsOf(balance) })
  }
}
