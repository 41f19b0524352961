import type { TextRights } from '../../shared/dialogue/agreements/textRights.ts'
import type { AgreementId } from '../../shared/dialogue/model.ts'
import type { HeldWords } from '../store/documentStore.ts'

const ids = (held: readonly HeldWords[]): string => held.map(({ hold }) => hold).join()

/** Agreements whose words stand still while a decision is taken on them: here, or at another node as far as is known. */
export function createStill() {
  const here = new Map<string, AgreementId | null>()
  let elsewhere: readonly HeldWords[] = []
  const byOthers = (held: readonly HeldWords[]) => held.filter(({ hold }) => !here.has(hold))
  const stands = (agreement: AgreementId): boolean =>
    [...here.values()].includes(agreement) || elsewhere.some((one) => one.agreement === agreement)

  return {
    hold: (id: string, agreement: AgreementId) => void here.set(id, agreement),
    /** They are free again here, though it is still to be told to others. */
    open: (id: string) => void here.set(id, null),
    release: (id: string) => void here.delete(id),
    /** `held`: what stands still at any node. Do others hold something else than is known here? */
    differs: (held: readonly HeldWords[]): boolean => ids(byOthers(held)) !== ids(elsewhere),
    learn: (held: readonly HeldWords[]) => void (elsewhere = byOthers(held)),
    /** Whoever may write may not write in these. */
    rights: (rights: TextRights): TextRights =>
      here.size + elsewhere.length === 0
        ? rights
        : { ...rights, writable: new Set([...rights.writable].filter((id) => !stands(id))) },
  }
}
export type Still = ReturnType<typeof createStill>
