import type { Catalogue } from './format.ts'

export const errors = {} satisfies Catalogue
