import type { Phase, Role } from '../../../shared/dialogue/model.ts'

/** Steps of coming in: the device check, then "Naar de zaal", then in. */
export type Step = 'check' | 'ready' | 'in'
export type Screen = 'helper' | 'clerk' | 'between' | 'check' | 'ready' | 'room'

/** Whoever takes part with picture and sound checks both first; the others go straight to their work. */
const CHECKS: readonly Role[] = ['participant', 'facilitator', 'interpreter']

/** For them coming in takes three steps, which are counted; for the others it is one press. */
export const comesInSteps = (role: Role): boolean => CHECKS.includes(role)

/** Which screen goes with a role, a phase and the steps already taken; `unread`: there is something of an earlier session to read first. */
export function screenFor(role: Role, phase: Phase['name'], step: Step, unread = false): Screen {
  if (role === 'helper' || role === 'clerk') return role
  if (role === 'organiser') return 'room'
  if (phase === 'ended') return 'room'
  if (phase === 'lobby' && unread) return 'between'
  if (comesInSteps(role) && step !== 'in') return step
  return phase === 'lobby' ? 'ready' : 'room'
}
