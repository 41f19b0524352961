import type { SessionState } from '../../../shared/dialogue/model.ts'

export const STEPS = ['lobby', 'opening', 'tables', 'reading', 'done'] as const
/** A meeting as the organiser sees it: five steps beside each other. */
export type Step = (typeof STEPS)[number]

/** Where the meeting is now. Reading begins when the tables are back and everybody may read the texts. */
export function stepOf(state: SessionState): Step {
  switch (state.phase.name) {
    case 'lobby':
      return 'lobby'
    case 'plenary':
    case 'announced':
      return state.shared ? 'reading' : 'opening'
    case 'tables':
    case 'recalling':
      return 'tables'
    case 'ended':
      return 'done'
  }
}

/**
 * What the organiser most likely wants now; one primary button in the whole screen.
 * `spread` makes a first plan, `announce` tells everybody their table.
 */
export type NextAction =
  'open' | 'spread' | 'announce' | 'goNow' | 'recall' | 'waitForRecall' | 'close' | 'save'

export function nextAction(state: SessionState): NextAction {
  switch (state.phase.name) {
    case 'lobby':
      return 'open'
    case 'plenary':
      if (state.shared && !hasFreshPlan(state)) return 'close'
      return hasPlan(state) ? 'announce' : 'spread'
    case 'announced':
      return 'goNow'
    case 'tables':
      return 'recall'
    case 'recalling':
      return 'waitForRecall'
    case 'ended':
      return 'save'
  }
}

/** Somebody has a seat in the draft. */
export function hasPlan(state: SessionState): boolean {
  return state.plan !== null && Object.keys(state.plan.seats).length > 0
}

/** The draft is a new one: not the seating that has already been used. */
function hasFreshPlan(state: SessionState): boolean {
  return hasPlan(state) && state.plan !== null && state.plan.version > (state.seating?.version ?? 0)
}

/** The main room is open, and the meeting is not over. */
export const isOpen = ({ phase }: Pick<SessionState, 'phase'>): boolean =>
  phase.name !== 'lobby' && phase.name !== 'ended'
