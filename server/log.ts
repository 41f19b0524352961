import { destination, pino, type DestinationStream, type Logger } from 'pino'

/**
 * The server's log: what happened, to which pseudonymous id; never a name, a text, a secret or an address with its query.
 * The list below catches what slips through all the same.
 */
export function createLog(level = 'info', to: DestinationStream = destination(1)): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: [
        'token',
        'cookie',
        'secret',
        'name',
        'text',
        'url',
        'headers',
        'password',
        '*.token',
        '*.cookie',
        '*.name',
        '*.url',
      ],
      censor: '[weg]',
    },
  }
  return pino(options, to)
}
