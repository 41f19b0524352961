import { agreementsAt } from '../../../shared/dialogue/agreements/agreements.ts'
import type { Command } from '../../../shared/dialogue/commands.ts'
import { paragraphs } from '../../../shared/agreement/richText.ts'
import { stillSilent, type Merge } from '../../../shared/dialogue/harvest/merge.ts'
import { isOffered, isToPresent, theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import type { AgreementId, RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import { atTables, isShared, openRooms, peopleIn } from '../../../shared/dialogue/places.ts'
import { towardsCouncil } from './randomCouncil.ts'
import { towardsConsent, type Asked } from './randomRound.ts'
import { command } from './world.ts'

/** What a merge is proposed with, whichever agreements it is about. */
export const mergeInto = (from: readonly AgreementId[], title = 'Samen') => ({
  from: [...from],
  title,
  text: paragraphs(`${title}.`),
  why: [],
  note: 'Het woord buurt.',
})

const byOrganiser = (type: Command['type'], payload: object): Asked => ({
  actor: 'Olga',
  command: command(type, payload),
})

/** What most likely comes next: agreed at two tables, back from them, into the set, merged, and apart again. */
export function towardsHarvest(state: SessionState, [, what = 0, how = 0]: readonly number[]): Asked | null {
  if (!isShared(state) || atTables(state.phase)) return beforeHarvest(state, what)
  const [merge] = state.harvest.merges
  if (isOffered(state)) return towardsCouncil(state, what, how)
  if (merge) return answered(state, merge, what)
  const set = theSet(state)
  const made = set.find(({ origins }) => origins.length > 0)
  if (made && (what % 17 === 0 || (made.consent && made.state === 'presented')))
    return byOrganiser('unmerge', { agreement: made.id })
  if (made && isToPresent(made)) return agreeing(state, 'plenary', what, how)
  const free = Object.values(state.agreements).find(
    ({ state: now }) => now === 'agreed' || now === 'agreedWithNote',
  )
  if (free) return byOrganiser('takeIntoSet', { agreement: free.id })
  const [first, second] = set
  if (!first) return agreeing(state, 'plenary', what, how)
  if (second && how % 4 > 1) return byOrganiser('mergeAgreements', mergeInto([first.id, second.id]))
  if (what % 5 === 4) return byOrganiser('offerSet', {})
  if (how % 2) return byOrganiser('moveInSet', { agreement: first.id, place: 1 + (what % 4) })
  return what % 2
    ? byOrganiser('leaveOut', { agreement: first.id })
    : byOrganiser('setHarvestAim', { aim: 1 + (what % 12) })
}

/** Nearly everybody in this room can live with it. */
const agreeing = (state: SessionState, room: RoomId, what: number, how = 0): Asked | null =>
  towardsConsent(state, [openRooms(state).indexOf(room), what % 4 === 0 ? 3 : 1, how % 8 === 1 ? 1 : 0])

/** To the tables, until something is agreed at two of them, and back. */
function beforeHarvest(state: SessionState, what: number): Asked | null {
  const { phase } = state
  if (phase.name === 'plenary')
    return byOrganiser(state.plan && what % 3 ? 'announceSplit' : 'spreadEvenly', {})
  if (phase.name === 'announced') return byOrganiser('startTables', { version: phase.version })
  if (phase.name === 'recalling') return byOrganiser('finishRecall', { version: phase.version })
  const next = state.tableOrder
    .filter((room) => peopleIn(state, room).length > 1)
    .slice(0, 2)
    .find((room) => !['agreed', 'agreedWithNote', 'inSet', 'merged'].includes(firstAt(state, room)))
  return next ? agreeing(state, next, what) : byOrganiser('announceRecall', {})
}

const firstAt = (state: SessionState, room: RoomId): string => agreementsAt(state, room)[0]?.state ?? 'none'

function answered(state: SessionState, { id, tables, ...merge }: Merge, what: number): Asked {
  const [silent = tables[0] ?? 't1'] = stillSilent({ id, tables, ...merge })
  if (what % 9 === 8) return byOrganiser('dropMerge', { merge: id })
  const actor = state.tables[silent]?.facilitators[0] ?? 'Olga'
  return { actor, command: command('sayMerge', { merge: id, table: silent, yes: what % 7 < 5 }) }
}
