/** Figures taken turn by turn on one machine: what else goes on there befalls both, so that their ratio says something elsewhere too. */
export interface Spread {
  median: number
  min: number
  max: number
  n: number
}

/** One figure of ours, and the same of what somebody would take instead. */
export interface Row {
  figure: string
  unit: string
  ours: Spread
  peer: string | null
  theirs: Spread | null
  /** Ours divided by theirs, pair by pair. */
  ratio: Spread | null
  /** What it should come to, and whether it does; null where nothing was set. */
  target: string | null
  met: boolean | null
}

/** Each work once a round, the order turned about every other round. */
export async function takeTurns<K extends string, T>(
  rounds: number,
  works: Record<K, () => Promise<T>>,
): Promise<Record<K, T[]>> {
  const names = Object.keys(works) as K[]
  const found = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<K, T[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) found[name].push(await works[name]())
  }
  return found
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2
  return {
    median: tidy(median),
    min: tidy(sorted[0] ?? NaN),
    max: tidy(sorted.at(-1) ?? NaN),
    n: values.length,
  }
}

interface Asked {
  figure: string
  unit: string
  ours: readonly number[]
  peer?: string
  theirs?: readonly number[]
  target?: string
  /** Is the target met, by the medians? */
  meets?: (medians: { ours: number; theirs: number; ratio: number }) => boolean
}

export function row({ figure, unit, ours, peer, theirs, target, meets }: Asked): Row {
  const own = spreadOf(ours)
  const other = theirs ? spreadOf(theirs) : null
  // of nothing there is no part
  const ratio = theirs?.every((value) => value > 0)
    ? spreadOf(ours.map((value, i) => value / (theirs[i] ?? NaN)))
    : null
  const medians = { ours: own.median, theirs: other?.median ?? NaN, ratio: ratio?.median ?? NaN }
  return {
    figure,
    unit,
    ours: own,
    peer: peer ?? null,
    theirs: other,
    ratio,
    target: target ?? null,
    met: meets ? meets(medians) : null,
  }
}

/** Three figures that count. */
const tidy = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
