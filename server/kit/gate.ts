/** So many at once; others wait their turn, and whoever comes when too many wait already is sent away. */
export interface Gate {
  /** Null: too many wait. */
  through<T>(work: () => Promise<T>): Promise<T> | null
}

export function createGate(atOnce: number, most: number): Gate {
  const waiting: (() => void)[] = []
  let inside = 0

  async function pass<T>(work: () => Promise<T>): Promise<T> {
    if (inside >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else inside += 1
    try {
      return await work()
    } finally {
      // the place goes to whoever waits longest
      const next = waiting.shift()
      if (next) next()
      else inside -= 1
    }
  }
  return { through: (work) => (inside >= atOnce && waiting.length >= most ? null : pass(work)) }
}
