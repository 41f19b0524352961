import type { Phase } from './model.ts'

type Names = readonly Phase['name'][]

/** The phases in which most commands can be given. */
export const open: Names = ['plenary', 'announced', 'tables', 'recalling']
export const before: Names = ['lobby', ...open]
export const always: Names = [...before, 'ended']
/** Everybody is together in the plenary, or it is all over. */
export const outsideTables: Names = ['plenary', 'announced', 'ended']
