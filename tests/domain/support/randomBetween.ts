import { objectionBy } from '../../../shared/dialogue/between/objecting.ts'
import { isOffered } from '../../../shared/dialogue/harvest/theSet.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import type { Asked } from './randomRound.ts'
import { command, PARTICIPANTS, START } from './world.ts'

/** Far from now, and it may be moved. */
const LATER = START + 90 * 24 * 3_600_000

const settled = ({ agreements }: SessionState) =>
  Object.values(agreements).filter(({ state }) =>
    ['presented', 'agreed', 'agreedWithNote', 'inSet'].includes(state),
  )

/** In some sessions that have come to agreements: they end, people object from home and take that back. Null: go on otherwise. */
export function towardsObjection(
  state: SessionState,
  [, what = 0, how = 0]: readonly number[],
): Asked | null {
  if (isOffered(state)) return null
  const set = settled(state)
  const isSet = set.some(({ place }) => place !== null)
  if (state.phase.name !== 'ended')
    return isSet && what % 29 === 28 ? { actor: 'Olga', command: command('endSession', {}) } : null
  if (state.objections.until === null)
    return { actor: 'Olga', command: command('allowObjections', { until: LATER }) }
  const all = Object.values(state.agreements)
  const about = (how % 3 ? set : all)[how % Math.max(1, how % 3 ? set.length : all.length)]
  if (!about || what % 4 === 3) return null
  const actor = PARTICIPANTS[what % PARTICIPANTS.length] ?? 'Ans'
  if (objectionBy(state, actor, about.id) && how % 2)
    return { actor, command: command('takeBackObjection', { agreement: about.id }) }
  const reason = how % 9 === 8 ? '' : `Niet zo, want ${how % 3}.`
  return { actor, command: command('objectTo', { agreement: about.id, reason }) }
}
