import type { Phase, Role } from '../../../shared/dialogue/model.ts'

/** Steps of coming in: the device check, then "Naar de zaal", then in. */
export type Step = 'check' | 'ready' | 'in'
export type Screen = 'helper' | 'clerk' | 'check' | 'ready' | 'room'

/** Whoever takes part with picture and sound checks both first; the others go straight to their work. */
const CHECKS: readonly Role[] = ['participant', 'facilitator', 'interpreter']

/** For them coming in takes three steps, which are counted; for the others it is one press. */
export const comesInSteps = (role: Role): boolean => CHECKS.includes(role)

/** Which screen goes with a role, a phase and the steps already taken. */
export function screenFor(role: Role, phase: Phase['name'], step: Step): Screen {
  if (role === 'helper' || role === 'clerk') return role
  if (role === 'organiser') return 'room'
  if (phase === 'ended') return 'room'
  if (comesInSteps(role) && step !== 'in') return step
  return phase === 'lobby' ? 'ready' : 'room'
}
