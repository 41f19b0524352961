import type { GroupFigures } from './packageInput.ts'

/** Rule S5: a report shows groups of five or more, for of fewer somebody could tell who is meant. */
const FEWEST = 5

const smallest = (groups: readonly GroupFigures[]): GroupFigures | undefined =>
  groups.toSorted((a, b) => a.people - b.people)[0]

const together = (one: GroupFigures, other: GroupFigures, and: string): GroupFigures => ({
  name: `${one.name} ${and} ${other.name}`,
  people: one.people + other.people,
  seats: one.seats + other.seats,
  spoken: one.spoken + other.spoken,
})

/**
 * A group that is too small counts with the smallest other one, until none is; what is too small all together is not
 * shown. Two of a kind never leave one out: what is hidden could be reckoned from the total.
 */
export function publishable(groups: readonly GroupFigures[], and: string): GroupFigures[] {
  let shown = groups.filter(({ people }) => people > 0)
  for (;;) {
    const small = smallest(shown)
    if (!small || small.people >= FEWEST) return shown
    const other = smallest(shown.filter((group) => group !== small))
    if (!other) return []
    // the bigger one keeps its place and is named first
    shown = shown.flatMap((group) =>
      group === small ? [] : group === other ? [together(other, small, and)] : [group],
    )
  }
}
