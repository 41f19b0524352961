import type { Logger } from 'pino'
import { errorText, placesOf } from '../kit/errorText.ts'

const ENDS = 'the process ends: something was not foreseen'

/** Whoever set the log to silent would otherwise not know why the app is gone: `say` then gets one line, with nothing that people wrote. */
export function tellOfEnd(error: unknown, log: Logger, say: (line: string) => void): void {
  log.fatal({ error: errorText(error), at: placesOf(error) }, ENDS)
  if (!log.isLevelEnabled('fatal')) say(`${ENDS}: ${errorText(error)}\n`)
}
