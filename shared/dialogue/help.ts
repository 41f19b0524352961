import { accept, refuse, type Rules } from './decision.ts'

/** Calls for the digital helper: one per person at a time. */
export const helpRules: Rules<'askHelp' | 'takeHelp' | 'closeHelp'> = {
  askHelp: (state, { note }, { actor }) =>
    state.help.some((call) => call.person === actor)
      ? accept()
      : accept({ type: 'HelpAsked', person: actor, note }),

  takeHelp: (state, { person }, { actor }) => {
    const call = state.help.find((other) => other.person === person)
    if (!call) return refuse('no_such_person')
    if (call.takenBy === actor) return accept()
    return call.takenBy ? refuse('already') : accept({ type: 'HelpTaken', person, by: actor })
  },

  closeHelp: (state, { person }) =>
    state.help.some((call) => call.person === person) ? accept({ type: 'HelpClosed', person }) : accept(),
}
