import type { TableText } from '../../shared/agreement/document.ts'
import { EDITOR_LIMITS } from '../../shared/agreement/limits.ts'
import { isBlank } from '../../shared/agreement/text.ts'

/** Which agreement is on the screen and where the buttons lead; pure, so tested without React. */
export interface Choice {
  /** Null: there is none yet. */
  /** `place`: in this table's text, from 1; the agreement's number is another thing (`numbered`). */
  shown: { id: string; place: number; blank: boolean } | null
  count: number
  previous: string | null
  next: string | null
  /** Pressing "Nieuwe afspraak" goes to one nobody has used yet rather than making another. */
  unused: string | null
  mayAdd: boolean
}

/** `wanted` is the one chosen before; when it is gone (or null), the last one before it, or the first. */
export function choiceOf(text: TableText, wanted: string | null): Choice {
  const found = text.findIndex((agreement) => agreement.id === wanted)
  const index = found >= 0 ? found : 0
  const shown = text[index]
  const unused = text.find(isBlank)?.id ?? null
  return {
    shown: shown ? { id: shown.id, place: index + 1, blank: isBlank(shown) } : null,
    count: text.length,
    previous: text[index - 1]?.id ?? null,
    next: text[index + 1]?.id ?? null,
    unused: unused === shown?.id ? null : unused,
    mayAdd: text.length < EDITOR_LIMITS.agreements && !(shown && isBlank(shown)),
  }
}

/** `agr_` and 128 random bits. */
export function newAgreementId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `agr_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
