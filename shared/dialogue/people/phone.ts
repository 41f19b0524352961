import { refused, type Who } from '../permissions.ts'
import { before } from '../phases.ts'
import type { PersonId, Phase, SessionState } from '../model.ts'

/** Who may say of whom that they take part by telephone; the screens ask it before they offer it. */
export const phoneSetting: { who: Who; phases: readonly Phase['name'][] } = {
  who: { organiser: 'anywhere', helper: 'anywhere', facilitator: 'ownTable' },
  phases: before,
}

export const maySetPhone = (state: SessionState, actor: PersonId, person: PersonId): boolean =>
  phoneSetting.phases.includes(state.phase.name) &&
  state.people[person]?.role === 'participant' &&
  refused(state, actor, phoneSetting.who, { person }) === null
