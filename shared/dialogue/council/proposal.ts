/** The draft for the council, as organiser and clerk fill it in; empty is not filled in yet. Several lines each. */
export const PROPOSAL_FIELDS = [
  'subject',
  'holder',
  'question',
  'occasion',
  'arguments',
  'remarks',
  'costs',
] as const
export type ProposalField = (typeof PROPOSAL_FIELDS)[number]
export type Proposal = Record<ProposalField, string>

export const NO_PROPOSAL: Proposal = {
  subject: '',
  holder: '',
  question: '',
  occasion: '',
  arguments: '',
  remarks: '',
  costs: '',
}

/** What is still to be filled in, in the order of the form. */
export const openFields = (proposal: Proposal): ProposalField[] =>
  PROPOSAL_FIELDS.filter((field) => proposal[field].trim() === '')
