import * as z from 'zod'
import { agreementNamed } from '../agreements/agreements.ts'
import { arrows } from '../agreements/agreement.ts'
import { command } from '../command.ts'
import { accept, refuse } from '../decision.ts'
import { organiser } from '../permissions.ts'
import { isShared } from '../places.ts'
import { always, outsideTables } from '../phases.ts'
import { id } from '../text.ts'
import { isOffered, isToPresent, mergeOf, theSet } from './theSet.ts'

/** The organiser brings the tables' agreements together into one set, in an order (H2). */
export const setCommands = {
  takeIntoSet: command({
    who: organiser,
    phases: outsideTables,
    schema: z.strictObject({ agreement: id }),
    rule: (state, { agreement: about }) => {
      if (!isShared(state)) return refuse('not_shared')
      const agreement = agreementNamed(state, about)
      if (!agreement || !state.tables[agreement.table]) return refuse('no_such_agreement')
      if (agreement.state === 'inSet') return accept()
      if (isOffered(state)) return refuse('set_offered')
      if (agreement.state === 'merged') return refuse('merged_elsewhere')
      if (arrows(agreement.state, 'AgreementTaken').length === 0) return refuse('not_agreed')
      return accept({ type: 'AgreementTaken', agreement: about, place: theSet(state).length + 1 })
    },
  }),

  /** Back to what it was. What was merged and not put before anybody has nothing to go back to. */
  leaveOut: command({
    who: organiser,
    phases: outsideTables,
    schema: z.strictObject({ agreement: id }),
    rule: (state, { agreement: about }) => {
      if (!isShared(state)) return refuse('not_shared')
      const agreement = agreementNamed(state, about)
      if (!agreement) return refuse('no_such_agreement')
      if (agreement.state === 'agreed' || agreement.state === 'agreedWithNote') return accept()
      if (isOffered(state)) return refuse('set_offered')
      if (mergeOf(state, about)) return refuse('merge_waits')
      if (isToPresent(agreement)) return refuse('still_to_present')
      if (agreement.state !== 'inSet') return refuse('not_in_set')
      return accept({ type: 'AgreementLeftOut', agreement: about })
    },
  }),

  /** Beyond the end is the end. */
  moveInSet: command({
    who: organiser,
    phases: outsideTables,
    schema: z.strictObject({ agreement: id, place: z.number().int().min(1) }),
    rule: (state, { agreement: about, place: wanted }) => {
      if (!isShared(state)) return refuse('not_shared')
      const agreement = agreementNamed(state, about)
      if (!agreement) return refuse('no_such_agreement')
      if (agreement.place === null) return refuse('not_in_set')
      if (isOffered(state)) return refuse('set_offered')
      const place = Math.min(wanted, theSet(state).length)
      return agreement.place === place
        ? accept()
        : accept({ type: 'AgreementPlaced', agreement: about, place })
    },
  }),

  /** The number behind "8 van". */
  setHarvestAim: command({
    who: organiser,
    phases: always,
    schema: z.strictObject({ aim: z.number().int().min(1).max(99) }),
    rule: ({ settings }, { aim }) =>
      settings.harvestAim === aim ? accept() : accept({ type: 'HarvestAimSet', aim }),
  }),
}
