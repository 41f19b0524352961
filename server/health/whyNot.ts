import { errorText } from '../kit/errorText.ts'
import { ForTheAdministrator } from '../kit/forTheAdministrator.ts'
import { FOR_THE_ADMINISTRATOR } from '../start/process.mjs'

/** Something that may be mended by itself: the supervisor tries again. */
const AGAIN = 1

/** By PostgreSQL's code: what a start finds that trying again will not mend. */
const REFUSED: Readonly<Record<string, string>> = {
  '28P01': 'De database weigert de naam of het wachtwoord. Kijk DATABASE_URL na.',
  '28000': 'De database weigert de naam of het wachtwoord. Kijk DATABASE_URL na.',
  '3D000': 'De database uit DATABASE_URL bestaat niet. Maak haar aan, of kijk de naam na.',
  '42501':
    'De naam uit DATABASE_URL mag in de database te weinig. Geef die naam het recht om tabellen te maken.',
}
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P03',
])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Why the app does not come up, for whoever administers it, and the exit code that says whether trying again may help. */
export function whyNot(error: unknown): { text: string; code: number } {
  if (error instanceof ForTheAdministrator) return { text: error.message, code: FOR_THE_ADMINISTRATOR }
  const code = codeOf(error)
  const refused = REFUSED[code]
  if (refused) return { text: refused, code: FOR_THE_ADMINISTRATOR }
  if (code === 'EADDRINUSE')
    return {
      text: 'De poort is bezet door een ander programma. Stop dat, of kies een andere met PORT.',
      code: AGAIN,
    }
  if (code === 'EACCES' && error instanceof Error && 'syscall' in error && error.syscall === 'listen')
    return {
      text: 'Op deze poort mag de app niet luisteren. Kies met PORT een poort boven 1024.',
      code: FOR_THE_ADMINISTRATOR,
    }
  if (AWAY.has(code) || /timeout|did not answer/i.test(errorText(error)))
    return {
      text: `De database antwoordt niet (${code || 'geen antwoord op tijd'}). Draait PostgreSQL, en klopt DATABASE_URL?`,
      code: AGAIN,
    }
  return { text: errorText(error), code: AGAIN }
}
