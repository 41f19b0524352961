import { accept, refuse, type Rules } from './decision.ts'

/** S8: whoever leads takes time off somebody who did not speak then, and says why. It only ever takes off: nothing is guessed. */
export const correctionRules: Rules<'correctTime'> = {
  correctTime: (state, { room, person, from, to, reason }, { actor, now }) => {
    if (!state.people[person]) return refuse('no_such_person')
    const until = Math.min(to, now)
    if (from >= until) return refuse('malformed')
    return accept({ type: 'TimeCorrected', room, person, from, to: until, reason, by: actor })
  },
}
