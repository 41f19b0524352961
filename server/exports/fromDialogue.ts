import { councilSet } from '../../shared/dialogue/agreements/councilSet.ts'
import { numbered } from '../../shared/dialogue/agreements/numbered.ts'
import type { SessionEvaluation } from '../../shared/dialogue/evaluation/evaluation.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import { openFields } from '../../shared/dialogue/council/proposal.ts'
import type { GovernmentRole, SessionState } from '../../shared/dialogue/model.ts'
import type { GroupBalance } from '../../shared/dialogue/time/balance.ts'
import { format } from '../../shared/messages/format.ts'
import { words as messages } from '../../shared/messages/words.ts'
import type { Locale } from '../../shared/protocol.ts'
import { evaluationFigures, groupFigures, sessionFigures } from './figures.ts'
import { forAnnex, fromTable } from './fromTables.ts'
import type { PackageInput } from './packageInput.ts'
import { saying, type Say } from './packageWords.ts'

/** All that is known of a dialogue, read at one moment. */
export interface DialogueMaterial {
  locale: Locale
  /** Every session as it ended; the last as it is now. */
  sessions: readonly [SessionState, ...SessionState[]]
  /** Events on versions and consent, session by session. */
  logs: readonly (readonly RecordedEvent[])[]
  groups: readonly GroupBalance[]
  evaluations: readonly SessionEvaluation[]
}

/** When the agreements or the promise last moved, and not when somebody downloads them: the same dialogue gives the same bytes. */
function lastMoved({ logs, sessions }: DialogueMaterial): number {
  const moments = logs.flat().map(({ at }) => at)
  const promised = (sessions.at(-1)?.promises ?? []).map(({ at }) => at)
  const [first] = sessions
  const begun = first.agenda[0]?.startedAt ?? first.startsAt ?? 0
  return Math.max(...promised, ...(moments.length > 0 ? moments : [begun]))
}

const methodOf = ({ tables }: SessionState, sessions: number, say: Say): string => {
  const all = Object.values(tables)
  const roles = new Set(all.map(({ role }) => role)).size
  return [say('method.size', { sessions, tables: all.length, roles }), say('method.how')].join('\n')
}

/** Of who said yes to that, and of nobody else; in an order that says nothing of where they sat. */
const namesOf = ({ people, named }: SessionState, locale: Locale): string[] =>
  named.flatMap((person) => people[person]?.name ?? []).toSorted(new Intl.Collator(locale).compare)

/** The council's package of a dialogue as it stands. */
export function packageInput(material: DialogueMaterial): PackageInput {
  const { locale, sessions, logs } = material
  const say = saying(locale)
  const now = sessions.at(-1) ?? sessions[0]
  const held = sessionFigures(sessions, say)
  const { set, annex } = councilSet(
    now,
    numbered(now, () => null),
  )
  const roleName = (role: GovernmentRole) => format(messages[`government.${role}`], locale)
  const origins = { logs, roleName }
  return {
    locale,
    title: now.dialogue.title,
    author: say('author'),
    date: lastMoved(material),
    concept: set.length === 0 || openFields(now.proposal).length > 0,
    promises: now.promises,
    groups: groupFigures(material.groups, say),
    sessions: held,
    evaluations: evaluationFigures(material.evaluations, say),
    method: methodOf(now, held.length, say),
    set: set.flatMap((item) => fromTable(item, origins)),
    proposal: now.proposal,
    names: namesOf(now, locale),
    versions: annex.flatMap((item) => forAnnex(item, origins)),
  }
}
