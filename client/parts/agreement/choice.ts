import { EDITOR_LIMITS } from '../../../shared/agreement/limits.ts'
import { isBlank } from '../../../shared/agreement/richText.ts'
import type { TableText } from '../../../shared/agreement/document.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'

/** Which agreement is on the screen and where the buttons lead; pure, so tested without React. */
export interface Choice {
  /** Null: there is none yet. `place`: at this table, from 1; the agreement's number is another thing. */
  shown: { agreement: Agreement; place: number; blank: boolean } | null
  count: number
  previous: string | null
  next: string | null
  /** Pressing "Nieuwe afspraak" goes to one nobody has used yet rather than making another. */
  unused: string | null
  mayAdd: boolean
}

/** `wanted` is the one chosen before; when it is gone (or null), the first. */
export function choiceOf(agreements: readonly Agreement[], text: TableText, wanted: string | null): Choice {
  const blank = ({ id, state }: Agreement): boolean => {
    const words = text[id]
    return state === 'draft' && (!words || isBlank(words))
  }
  const found = agreements.findIndex(({ id }) => id === wanted)
  const index = found >= 0 ? found : 0
  const shown = agreements[index]
  const unused = agreements.find(blank)?.id ?? null
  return {
    shown: shown ? { agreement: shown, place: index + 1, blank: blank(shown) } : null,
    count: agreements.length,
    previous: agreements[index - 1]?.id ?? null,
    next: agreements[index + 1]?.id ?? null,
    unused: unused === shown?.id ? null : unused,
    mayAdd: agreements.length < EDITOR_LIMITS.agreements && !(shown && blank(shown)),
  }
}

/** `agr_` and 128 random bits. */
export function newAgreementId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `agr_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
