const textOf = (thing: object, key: string): string | null => {
  const value: unknown = Reflect.get(thing, key)
  return typeof value === 'string' && value !== '' ? value : null
}

/** What a reader of text complains of quotes the text, and what the database refuses it quotes too: of both only the kind is told. */
function kindOf(error: Error): string | null {
  if (textOf(error, 'severity') !== null) {
    const where = textOf(error, 'constraint') ?? textOf(error, 'routine')
    return ['the database refused', textOf(error, 'code'), where].filter(Boolean).join(' ')
  }
  return error instanceof SyntaxError || error.name === 'ZodError' ? error.name : null
}

/** What went wrong, in a line of the log: nothing that people wrote, and nothing that names them. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  return kindOf(error) ?? (error.message || textOf(error, 'code') || error.name)
}

/** Where it went wrong, without the message that the stack begins with. */
export const placesOf = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? [])
    : []
