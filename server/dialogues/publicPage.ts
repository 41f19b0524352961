import { atCouncil } from '../../shared/dialogue/council/atCouncil.ts'
import { followOf, judgedOf } from '../../shared/dialogue/council/council.ts'
import { councilSet, type FromTable } from '../../shared/dialogue/agreements/councilSet.ts'
import { numbered } from '../../shared/dialogue/agreements/numbered.ts'
import { HISTORY_EVENTS, objectionsIn } from '../../shared/dialogue/agreements/versions.ts'
import type { AgreementId, DialogueId, GovernmentRole, SessionState } from '../../shared/dialogue/model.ts'
import { isId } from '../../shared/dialogue/text.ts'
import { format } from '../../shared/messages/format.ts'
import { words as messages } from '../../shared/messages/words.ts'
import { evaluationFigures, groupFigures, sessionFigures } from '../exports/figures.ts'
import { fromTable } from '../exports/fromTables.ts'
import type { PublicAgreement, PublicContents, PublicOrigin } from '../exports/publicContents.ts'
import { saying } from '../exports/packageWords.ts'
import type { LiveSession } from '../live/session.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow, Store } from '../store/store.ts'
import type { Evaluations } from './evaluation.ts'
import { groupsNow } from './groups.ts'
import { readPast } from './pastSessions.ts'
import { readLogs } from './versions.ts'

/** What anybody may read of a dialogue; null when there is none, or when its organiser does not say so (H4). */
export type PublicPage = (dialogue: DialogueId) => Promise<PublicContents | null>

interface Figures extends Pick<PublicContents, 'sessions' | 'groups' | 'objections' | 'evaluations'> {
  origins: ReadonlyMap<AgreementId, Pick<PublicAgreement, 'origins' | 'objections'>>
}

export interface PublicPageInput {
  store: Store
  sessions: Sessions
  evaluations: Pick<Evaluations, 'report'>
  now(): number
}

/** Figures are reckoned anew so often at most: whoever reads the page asks nothing of us that a meeting would feel. */
const FIGURES_MS = 60_000
const MANY = 100

const LOCALE = 'nl'
const say = saying(LOCALE)
const roleName = (role: GovernmentRole): string => format(messages[`government.${role}`], LOCALE)

const NOTHING_KNOWN = { origins: [], objections: 0 }

function setOf(state: SessionState, { origins }: Figures): PublicAgreement[] {
  const { council } = state
  return atCouncil(state).flatMap(({ id, state: how, presented, note }): PublicAgreement[] => {
    const judged = judgedOf(council, id)
    if (!presented || !judged) return []
    const from = origins.get(id) ?? NOTHING_KNOWN
    const { words, hash } = presented
    return [{ words, hash, ...from, state: how, judged, note, follow: followOf(council, id) }]
  })
}

const updatedAt = ({ council: { decision, published, follow }, promises }: SessionState): number =>
  Math.max(decision?.at ?? 0, published?.at ?? 0, ...[...follow, ...promises].map(({ at }) => at))

async function figuresOf(
  { store, evaluations }: PublicPageInput,
  row: DialogueRow,
  session: LiveSession,
): Promise<Figures> {
  const [past, groups, logs, answered] = await Promise.all([
    readPast(store, row),
    groupsNow(session),
    readLogs(store, row.id, HISTORY_EVENTS),
    evaluations.report(row),
  ])
  const state = session.state()
  const objectedTo = (id: AgreementId): number =>
    objectionsIn(logs, id).reduce((sum, { reasons }) => sum + reasons.length, 0)
  const { set } = councilSet(
    state,
    numbered(state, () => null),
  )
  const from = (item: FromTable): PublicOrigin[] =>
    fromTable(item, { logs, roleName }).flatMap(({ origins }) =>
      origins.map(({ table, role, session: held, version }) => ({ table, role, session: held, version })),
    )
  return {
    sessions: sessionFigures([...past, state], say).length,
    groups: groupFigures(groups, say),
    objections: Object.keys(state.agreements).reduce((sum, id) => sum + objectedTo(id), 0),
    origins: new Map(
      set.map((item) => {
        const all = new Set([item.agreement, ...item.before, ...item.sources.map((one) => one.agreement)])
        const count = [...all].reduce((sum, { id }) => sum + objectedTo(id), 0)
        return [item.agreement.id, { origins: from(item), objections: count }]
      }),
    ),
    evaluations: evaluationFigures(answered, say),
  }
}

export function createPublicPage(input: PublicPageInput): PublicPage {
  const { store, sessions, now } = input
  const known = new Map<DialogueId, { at: number; figures: Promise<Figures> }>()

  function figures(row: DialogueRow, session: LiveSession): Promise<Figures> {
    const found = known.get(row.id)
    if (found && now() - found.at < FIGURES_MS) return found.figures
    if (known.size >= MANY) known.clear()
    const reckoned = figuresOf(input, row, session)
    known.set(row.id, { at: now(), figures: reckoned })
    // what could not be read is asked for again
    reckoned.catch(() => known.delete(row.id))
    return reckoned
  }

  return async (id) => {
    const row = isId(id) ? await store.people.dialogue(id) : null
    const session = row && (await sessions.of(row.id))
    const state = session?.state()
    if (!row || !session || !state?.council.published) {
      known.delete(id)
      return null
    }
    const tables = Object.values(state.tables)
    const { origins, ...told } = await figures(row, session)
    return {
      locale: LOCALE,
      title: state.dialogue.title,
      promises: state.promises,
      set: setOf(state, { origins, ...told }),
      tables: tables.length,
      roles: new Set(tables.map(({ role }) => role)).size,
      ...told,
      method: say('method.how'),
      updatedAt: updatedAt(state),
      listed: state.council.published.listed,
    }
  }
}
