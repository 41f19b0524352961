import type { SessionState } from './model.ts'

/** Some parts of a state, with its number. */
export type Parts = Partial<SessionState> & Pick<SessionState, 'seq'>

/** The parts in which a view is not what it was: what is the same thing, or reads the same, is left out. */
export function partsChanged(before: SessionState, after: SessionState): Parts {
  const parts = Object.entries(after).filter(([part, value]) => {
    const was: unknown = Reflect.get(before, part)
    return value !== was && JSON.stringify(value) !== JSON.stringify(was)
  })
  return { ...Object.fromEntries(parts), seq: after.seq }
}
