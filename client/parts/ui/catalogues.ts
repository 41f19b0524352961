import type { adoption } from '../../../shared/messages/adoption.ts'
import type { between } from '../../../shared/messages/between.ts'
import type { aside } from '../../../shared/messages/aside.ts'
import { app } from '../../../shared/messages/app.ts'
import type { beside } from '../../../shared/messages/beside.ts'
import type { captions } from '../../../shared/messages/captions.ts'
import type { consent } from '../../../shared/messages/consent.ts'
import type { devices } from '../../../shared/messages/devices.ts'
import type { desk } from '../../../shared/messages/desk.ts'
import type { entering } from '../../../shared/messages/entering.ts'
import type { evaluation } from '../../../shared/messages/evaluation.ts'
import type { errors } from '../../../shared/messages/errors.ts'
import type { front } from '../../../shared/messages/front.ts'
import type { harvest } from '../../../shared/messages/harvest.ts'
import type { helper } from '../../../shared/messages/helper.ts'
import type { inviting } from '../../../shared/messages/inviting.ts'
import { join } from '../../../shared/messages/join.ts'
import type { line } from '../../../shared/messages/line.ts'
import type { keeping } from '../../../shared/messages/keeping.ts'
import type { organise } from '../../../shared/messages/organise.ts'
import type { objections } from '../../../shared/messages/objections.ts'
import type { councilPackage } from '../../../shared/messages/package.ts'
import type { versions } from '../../../shared/messages/versions.ts'
import type { writing } from '../../../shared/messages/writing.ts'
import { words } from '../../../shared/messages/words.ts'
import type { SESSION_WORDS } from './sessionWords.ts'

/** What the pages before the session say; the rest of the words comes with the session, and those of whoever leads with their screen. */
export const FIRST_WORDS = [words, app, join] as const

type KeyOf<Catalogue> = Catalogue extends object ? keyof Catalogue : never

export type MessageKey =
  | KeyOf<(typeof FIRST_WORDS)[number]>
  | KeyOf<(typeof SESSION_WORDS)[number]>
  | keyof typeof desk
  | keyof typeof front
  | keyof typeof errors
  | keyof typeof organise
  | keyof typeof councilPackage
  | keyof typeof adoption
  | keyof typeof versions
  | keyof typeof between
  | keyof typeof objections
  | keyof typeof evaluation
  | keyof typeof writing
  | keyof typeof consent
  | keyof typeof harvest
  | keyof typeof helper
  | keyof typeof keeping
  | keyof typeof entering
  | keyof typeof inviting
  | keyof typeof devices
  | keyof typeof line
  | keyof typeof aside
  | keyof typeof captions
  | keyof typeof beside
