import type { Catalogue } from './format.ts'

export const help = {} satisfies Catalogue
