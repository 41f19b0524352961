import { HISTORY_EVENTS } from '../../shared/dialogue/agreements/versions.ts'
import type { Locale } from '../../shared/protocol.ts'
import { packageInput } from '../exports/fromDialogue.ts'
import type { PackageInput } from '../exports/packageInput.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow, Store } from '../store/store.ts'
import type { Evaluations } from './evaluation.ts'
import { groupsNow } from './groups.ts'
import { readPast } from './pastSessions.ts'
import { readLogs } from './versions.ts'

/** What the council's package is made of, and whether its set lies with the council. */
export interface OwnPackage {
  contents: PackageInput
  offered: boolean
}

/** Null when the dialogue is not there any more. */
export type CouncilPackage = (dialogue: DialogueRow, locale: Locale) => Promise<OwnPackage | null>

export interface CouncilPackageInput {
  store: Store
  sessions: Sessions
  evaluations: Pick<Evaluations, 'report'>
}

export function createCouncilPackage({ store, sessions, evaluations }: CouncilPackageInput): CouncilPackage {
  return async (row, locale) => {
    const session = await sessions.of(row.id)
    if (!session) return null
    const state = session.state()
    const [past, logs, groups, answered] = await Promise.all([
      readPast(store, row),
      readLogs(store, row.id, HISTORY_EVENTS),
      groupsNow(session),
      evaluations.report(row),
    ])
    const [first = state, ...others] = [...past, state]
    const contents = packageInput({
      locale,
      sessions: [first, ...others],
      logs,
      groups,
      evaluations: answered,
    })
    return { contents, offered: state.council.offeredAt !== null }
  }
}
