import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'

/** An agreement that is being written at t1, but for what is given. */
export const agreementWith = (given: Partial<Agreement> & { id: string }): Agreement => ({
  table: 't1',
  number: 1,
  state: 'draft',
  versions: [],
  presented: null,
  consent: null,
  note: null,
  deadlocks: 0,
  place: null,
  origins: [],
  lost: null,
  yes: [],
  remarks: [],
  ...given,
})
