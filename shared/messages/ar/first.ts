import { app } from './app.ts'
import { entering } from './entering.ts'
import { front } from './front.ts'
import { join } from './join.ts'
import { words } from './words.ts'

/** What the pages before the session say. */
export const first = { ...words, ...app, ...join, ...front, ...entering }
