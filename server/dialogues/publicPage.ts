import { atCouncil } from '../../shared/dialogue/council/atCouncil.ts'
import { followOf, judgedOf } from '../../shared/dialogue/council/council.ts'
import type { DialogueId, SessionState } from '../../shared/dialogue/model.ts'
import { isId } from '../../shared/dialogue/text.ts'
import { evaluationFigures, groupFigures, sessionFigures } from '../exports/figures.ts'
import type { PublicAgreement, PublicInput } from '../exports/publicPage.ts'
import { saying } from '../exports/packageWords.ts'
import type { LiveSession } from '../live/session.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow, Store } from '../store/store.ts'
import type { Evaluations } from './evaluation.ts'
import { groupsNow } from './groups.ts'
import { readPast } from './pastSessions.ts'

/** What anybody may read of a dialogue; null when there is none, or when its organiser does not say so (H4). */
export type PublicPage = (dialogue: DialogueId) => Promise<Omit<PublicInput, 'sheet'> | null>

type Figures = Pick<PublicInput, 'sessions' | 'groups' | 'evaluations'>

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

function setOf(state: SessionState): PublicAgreement[] {
  const { council } = state
  return atCouncil(state).flatMap(({ id, state: how, presented, note }): PublicAgreement[] => {
    const judged = judgedOf(council, id)
    if (!presented || !judged) return []
    return [{ words: presented.words, state: how, judged, note, follow: followOf(council, id) }]
  })
}

const updatedAt = ({ council: { decision, published, follow }, promises }: SessionState): number =>
  Math.max(decision?.at ?? 0, published?.at ?? 0, ...[...follow, ...promises].map(({ at }) => at))

async function figuresOf(
  { store, evaluations }: PublicPageInput,
  row: DialogueRow,
  session: LiveSession,
): Promise<Figures> {
  const [past, groups, answered] = await Promise.all([
    readPast(store, row),
    groupsNow(session),
    evaluations.report(row),
  ])
  return {
    sessions: sessionFigures([...past, session.state()], say).length,
    groups: groupFigures(groups, say),
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
    if (!row || !session || !state?.council.published) return null
    const tables = Object.values(state.tables)
    return {
      locale: LOCALE,
      title: state.dialogue.title,
      promises: state.promises,
      set: setOf(state),
      tables: tables.length,
      roles: new Set(tables.map(({ role }) => role)).size,
      ...(await figures(row, session)),
      method: say('method.how'),
      updatedAt: updatedAt(state),
      listed: state.council.published.listed,
    }
  }
}
