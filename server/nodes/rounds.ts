/** What a node asks the database by itself, however many hints reach it. */
export interface Rounds {
  /** Done every second, or every so many seconds, with all the others; until what this returns is called. */
  each(work: () => Promise<unknown>, every?: number): () => void
  close(): Promise<void>
}

const EVERY_MS = 1_000

/** `first` is done before the others of each round. `failed` is told of what did not go well; the next round comes all the same. */
export function createRounds(first: () => Promise<void>, failed: (error: unknown) => void): Rounds {
  const works = new Set<{ work: () => Promise<unknown>; every: number }>()
  let count = 0
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let going = Promise.resolve()

  async function round(): Promise<void> {
    const begun = performance.now()
    await first().catch(failed)
    count += 1
    const due = [...works].filter(({ every }) => count % every === 0)
    await Promise.all(due.map(({ work }) => work().catch(failed)))
    if (!closed) plan(Math.max(0, EVERY_MS - (performance.now() - begun)))
  }
  function plan(inMs: number) {
    timer = setTimeout(() => void (going = round()), inMs)
  }
  plan(EVERY_MS)

  return {
    each(work, every = 1) {
      const one = { work, every }
      works.add(one)
      return () => void works.delete(one)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await going
    },
  }
}
