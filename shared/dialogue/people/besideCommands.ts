import * as z from 'zod'
import { command } from '../command.ts'
import { accept, inSteps, refuse } from '../decision.ts'
import { tidyFloors } from '../floor/goingOn.ts'
import { lateForRound } from '../floor/rounds.ts'
import type { PersonId, SessionState } from '../model.ts'
import type { Who } from '../permissions.ts'
import { before } from '../phases.ts'
import { placeOf } from '../places.ts'
import { id } from '../text.ts'
import { maySitBeside } from './maySitBeside.ts'

/** The person named is whose device it is: they say it themselves, or whoever leads or helps says it for them. */
const who: Who = { organiser: 'anywhere', helper: 'anywhere', facilitator: 'ownTable', participant: 'self' }
const schema = z.strictObject({ person: id, guest: id })

/** Several people at one device, named by hand: nobody is guessed from a voice. */
export const besideCommands = {
  sitBeside: command({
    who,
    phases: before,
    schema,
    rule: (state, { person, guest }, { now, present }) => {
      if (state.beside[guest] === person) return accept()
      if (!mayHost(state, person) || !maySitBeside(state, person, guest, present))
        return refuse('no_such_person')
      return accept(
        ...inSteps(
          state,
          now,
          () => [{ type: 'SatBeside', person: guest, host: person }],
          (next) => lateForRound(next, placeOf(next, guest) ?? 'plenary', guest),
        ),
      )
    },
  }),

  leaveBeside: command({
    who,
    phases: before,
    schema,
    rule: (state, { person, guest }, context) => {
      if (state.beside[guest] !== person) return accept()
      return accept(
        ...inSteps(
          state,
          context.now,
          () => [{ type: 'BesideLeft', person: guest }],
          (next) => tidyFloors(next, context),
        ),
      )
    },
  }),
}

/** Whoever sits at somebody else's device has none that others could sit at. */
function mayHost(state: SessionState, person: PersonId): boolean {
  const found = state.people[person]
  return found?.role === 'participant' && !found.left && !found.phone && state.beside[person] === undefined
}
