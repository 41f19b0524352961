/** The short code in a letter, for whoever cannot press the link: eight signs, shown as "K7PM 4XDA". */

/** No two that look alike in print or in handwriting. */
const SIGNS = '23456789ACDEFGHJKMNPQRTVWXY'
const CODE_LENGTH = 8
/** Signs that are in no code, and what was read for them. */
const MEANT: Readonly<Record<string, string>> = { Z: '2', S: '5', B: '8', U: 'V' }

/** As it is stored and compared; null when it can be no code. Small letters, spaces and dashes are forgiven. */
export function readCode(typed: string): string | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replace(/[ZSBU]/g, (sign) => MEANT[sign] ?? sign)
  return signs.length === CODE_LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : null
}

/** Of random bytes, at least 16, so that every code is as likely as another. */
export function codeOf(bytes: Uint8Array): string {
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let code = ''
  while (code.length < CODE_LENGTH) {
    code += SIGNS[Number(rest % BigInt(SIGNS.length))] ?? ''
    rest /= BigInt(SIGNS.length)
  }
  return code
}

/** In two groups of four, as people read it aloud. */
export const codeWords = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** With the session: a link is long and a code is short, so a code is not left open for the years a dialogue is kept. */
const AFTER_MS = 24 * 3_600_000

/** `endsAt`: planned end of the session the dialogue has now; without one it holds. */
export const codeHolds = (endsAt: number | null, now: number): boolean =>
  endsAt === null || now < endsAt + AFTER_MS
