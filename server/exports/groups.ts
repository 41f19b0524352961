import type { GroupFigures } from './packageInput.ts'

/** Rule S5: a report shows groups of five or more, for of fewer somebody could tell who is meant. */
const FEWEST = 5

/** One group, or several that count together. */
interface Counted extends Omit<GroupFigures, 'name'> {
  names: string[]
}

const smallest = (groups: readonly Counted[]): Counted | undefined =>
  groups.toSorted((a, b) => a.people - b.people)[0]

const together = (one: Counted, other: Counted): Counted => ({
  names: [...one.names, ...other.names],
  people: one.people + other.people,
  seats: one.seats + other.seats,
  spoken: one.spoken + other.spoken,
})

/** "raad, college en ambtenaren" */
const listed = (names: readonly string[], and: string): string =>
  [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(` ${and} `)

/**
 * A group that is too small counts with the smallest other one, until none is; what is too small all together is not
 * shown. Two of a kind never leave one out: what is hidden could be reckoned from the total.
 */
export function publishable(groups: readonly GroupFigures[], and: string): GroupFigures[] {
  let shown = groups
    .filter(({ people }) => people > 0)
    .map(({ name, ...figures }): Counted => ({ names: [name], ...figures }))
  for (;;) {
    const small = smallest(shown)
    if (!small || small.people >= FEWEST)
      return shown.map(({ names, ...figures }) => ({ name: listed(names, and), ...figures }))
    const other = smallest(shown.filter((group) => group !== small))
    if (!other) return []
    // the bigger one keeps its place and is named first
    shown = shown.flatMap((group) =>
      group === small ? [] : group === other ? [together(other, small)] : [group],
    )
  }
}
