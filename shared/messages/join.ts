import type { Catalogue } from './format.ts'

export const join = {} satisfies Catalogue
