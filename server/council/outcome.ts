export type Code = 'too_big' | 'not_a_document' | 'encrypted' | 'no_text' | 'too_long'

export type Read = { ok: true; paragraphs: string[] } | { ok: false; code: Code }

/** Why a file is not read, thrown from wherever that is found. */
export class Refused extends Error {
  readonly code: Code
  constructor(code: Code) {
    super(code)
    this.code = code
  }
}
