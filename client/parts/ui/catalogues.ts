import type { adoption } from '../../../shared/messages/adoption.ts'
import { app } from '../../../shared/messages/app.ts'
import type { desk } from '../../../shared/messages/desk.ts'
import type { evaluation } from '../../../shared/messages/evaluation.ts'
import { errors } from '../../../shared/messages/errors.ts'
import type { front } from '../../../shared/messages/front.ts'
import { join } from '../../../shared/messages/join.ts'
import type { organise } from '../../../shared/messages/organise.ts'
import type { councilPackage } from '../../../shared/messages/package.ts'
import type { versions } from '../../../shared/messages/versions.ts'
import type { writing } from '../../../shared/messages/writing.ts'
import { words } from '../../../shared/messages/words.ts'
import type { SESSION_WORDS } from './sessionWords.ts'

/** What the pages before the session say; the rest of the words comes with the session, and those of whoever leads with their screen. */
export const FIRST_WORDS = { ...words, ...app, ...join, ...errors }

export type MessageKey =
  | keyof typeof FIRST_WORDS
  | keyof typeof SESSION_WORDS
  | keyof typeof desk
  | keyof typeof front
  | keyof typeof organise
  | keyof typeof councilPackage
  | keyof typeof adoption
  | keyof typeof versions
  | keyof typeof evaluation
  | keyof typeof writing
