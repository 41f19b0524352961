import { agreement } from './agreement.ts'
import { aside } from './aside.ts'
import { beside } from './beside.ts'
import { between } from './between.ts'
import { captions } from './captions.ts'
import { consent } from './consent.ts'
import { devices } from './devices.ts'
import { errors } from './errors.ts'
import { evaluation } from './evaluation.ts'
import { harvest } from './harvest.ts'
import { help } from './help.ts'
import { line } from './line.ts'
import { room } from './room.ts'
import { versions } from './versions.ts'
import { writing } from './writing.ts'

/** What a resident reads in a session and around it; the sentences of state are with those of the other languages. */
export const session = {
  ...room,
  ...help,
  ...agreement,
  ...writing,
  ...consent,
  ...versions,
  ...between,
  ...evaluation,
  ...harvest,
  ...errors,
  ...devices,
  ...line,
  ...aside,
  ...beside,
  ...captions,
}
