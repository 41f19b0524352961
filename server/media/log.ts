/** The part of pino that this folder uses. Fields never hold names, tokens or addresses. */
export interface Log {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}
