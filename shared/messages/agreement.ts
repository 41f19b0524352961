import type { Catalogue } from './format.ts'

export const agreement = {} satisfies Catalogue
