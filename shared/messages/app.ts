import type { Catalogue } from './format.ts'

export const app = {} satisfies Catalogue
