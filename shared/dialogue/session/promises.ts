import type { GivenPromise, SessionState } from '../model.ts'

/** What was promised stays beside what is promised now, each with its date. */

export const withPromises = (state: SessionState, promises: GivenPromise[]): SessionState => ({
  ...state,
  promises,
  dialogue: { ...state.dialogue, promise: promises.at(-1)?.text ?? null },
})

/** One that was replaced, and when. */
export interface EarlierPromise extends GivenPromise {
  until: number
}

/** The one that holds is the last; those it took the place of come after it, the latest first. */
export function toldPromises(promises: readonly GivenPromise[]): {
  now: GivenPromise | null
  earlier: EarlierPromise[]
} {
  const earlier = promises.flatMap((one, index): EarlierPromise[] => {
    const next = promises[index + 1]
    return next ? [{ ...one, until: next.at }] : []
  })
  return { now: promises.at(-1) ?? null, earlier: earlier.toReversed() }
}
