import { SESSION_WORDS } from '../../../client/parts/ui/sessionWords.ts'
import { addWords } from '../../../client/parts/ui/text.tsx'
import { adoption } from '../../../shared/messages/adoption.ts'
import { aside } from '../../../shared/messages/aside.ts'
import { beside } from '../../../shared/messages/beside.ts'
import { between } from '../../../shared/messages/between.ts'
import { captions } from '../../../shared/messages/captions.ts'
import { consent } from '../../../shared/messages/consent.ts'
import { devices } from '../../../shared/messages/devices.ts'
import { desk } from '../../../shared/messages/desk.ts'
import { entering } from '../../../shared/messages/entering.ts'
import { errors } from '../../../shared/messages/errors.ts'
import { evaluation } from '../../../shared/messages/evaluation.ts'
import { front } from '../../../shared/messages/front.ts'
import { harvest } from '../../../shared/messages/harvest.ts'
import { helper } from '../../../shared/messages/helper.ts'
import { inviting } from '../../../shared/messages/inviting.ts'
import { line } from '../../../shared/messages/line.ts'
import { keeping } from '../../../shared/messages/keeping.ts'
import { organise } from '../../../shared/messages/organise.ts'
import { objections } from '../../../shared/messages/objections.ts'
import { councilPackage } from '../../../shared/messages/package.ts'
import { versions } from '../../../shared/messages/versions.ts'
import { writing } from '../../../shared/messages/writing.ts'

/** Every screen's words, which the product fetches with the session. */
export const FETCHED = [
  ...SESSION_WORDS,
  desk,
  organise,
  errors,
  councilPackage,
  adoption,
  versions,
  between,
  objections,
  writing,
  evaluation,
  front,
  consent,
  harvest,
  helper,
  keeping,
  entering,
  inviting,
  devices,
  line,
  aside,
  captions,
  beside,
] as const

addWords(...FETCHED)
