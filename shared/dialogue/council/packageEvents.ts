import { toAll, toPackage, type EventDeclarations } from '../event.ts'
import { plain } from '../give.ts'
import type { PersonId } from '../model.ts'
import type { packageSchemas } from './packageEventSchemas.ts'

/** The package as it is being made: its proposal is for who makes it, a name for its owner and the organiser. */
export const packageEvents: EventDeclarations<typeof packageSchemas> = {
  ProposalWritten: {
    audience: toPackage,
    shown: { field: plain, text: plain },
    apply: (state, { field, text }) => ({ ...state, proposal: { ...state.proposal, [field]: text } }),
  },

  NamesAsked: {
    audience: toAll,
    shown: {},
    apply: (state, _event, at) => ({ ...state, namesAsked: at }),
  },

  NameAllowed: {
    audience: ({ person }) => ({ to: 'own', person }),
    shown: { person: plain, yes: plain },
    apply: (state, { person, yes }) => {
      const others = (people: readonly PersonId[]) => people.filter((one) => one !== person)
      return {
        ...state,
        named: yes ? [...others(state.named), person] : others(state.named),
        namesSaid: [...others(state.namesSaid), person],
      }
    },
  },
}
