import { SESSION_WORDS } from '../../../client/parts/ui/sessionWords.ts'
import { addWords } from '../../../client/parts/ui/text.tsx'
import { adoption } from '../../../shared/messages/adoption.ts'
import { desk } from '../../../shared/messages/desk.ts'
import { evaluation } from '../../../shared/messages/evaluation.ts'
import { front } from '../../../shared/messages/front.ts'
import { organise } from '../../../shared/messages/organise.ts'
import { councilPackage } from '../../../shared/messages/package.ts'
import { versions } from '../../../shared/messages/versions.ts'
import { writing } from '../../../shared/messages/writing.ts'

/** Every screen's words, which the product fetches with the session. */
addWords({
  ...SESSION_WORDS,
  ...desk,
  ...organise,
  ...councilPackage,
  ...adoption,
  ...versions,
  ...writing,
  ...evaluation,
  ...front,
})
