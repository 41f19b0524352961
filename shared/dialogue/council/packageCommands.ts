import * as z from 'zod'
import { command } from '../command.ts'
import { accept, refuse } from '../decision.ts'
import { organiser } from '../permissions.ts'
import { always } from '../phases.ts'
import { anyProse } from '../text.ts'
import { PROPOSAL_FIELDS } from './proposal.ts'

/** What stands in the package beside the set: the draft proposal, and the names of who wants that. */
export const packageCommands = {
  /** Field by field: two who fill it in together do not write over each other. */
  writeProposal: command({
    who: { organiser: 'anywhere', clerk: 'anywhere' },
    phases: always,
    schema: z.strictObject({ field: z.enum(PROPOSAL_FIELDS), text: anyProse(10_000) }),
    rule: ({ people, council, proposal }, { field, text }, { actor }) => {
      // what the organiser still works on is not the clerk's
      if (people[actor]?.role === 'clerk' && council.offeredAt === null) return refuse('not_offered')
      return proposal[field] === text ? accept() : accept({ type: 'ProposalWritten', field, text })
    },
  }),

  /** Asked once: the question stands on the screen of whoever has not answered, until they do. */
  askNames: command({
    who: organiser,
    phases: always,
    schema: z.strictObject({}),
    rule: ({ council, namesAsked }) => {
      if (namesAsked !== null) return accept()
      return council.offeredAt === null ? accept({ type: 'NamesAsked' }) : refuse('names_closed')
    },
  }),

  /** Nobody answers for somebody else; no answer is no. Once it lies with the council the names are as they are. */
  allowName: command({
    who: { participant: 'self' },
    phases: always,
    schema: z.strictObject({ yes: z.boolean() }),
    rule: ({ council, named, namesSaid }, { yes }, { actor: person }) => {
      if (namesSaid.includes(person) && named.includes(person) === yes) return accept()
      return council.offeredAt === null
        ? accept({ type: 'NameAllowed', person, yes })
        : refuse('names_closed')
    },
  }),
}
