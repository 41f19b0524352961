/** What a node asks the database by itself, however many hints reach it. */
export interface Rounds {
  /**
   * Done every second, or every so many seconds, until what this returns is called. Nothing waits for it but its own next time: work that
   * takes longer is not begun again meanwhile.
   */
  each(work: () => Promise<unknown>, every?: number): () => void
  close(): Promise<void>
}

const EVERY_MS = 1_000

interface Work {
  work(): Promise<unknown>
  every: number
}

/** `first` is done before the others of each round. `failed` is told of what did not go well; the next round comes all the same. */
export function createRounds(first: () => Promise<void>, failed: (error: unknown) => void): Rounds {
  const works = new Set<Work>()
  /** Under way, also what is not asked for any more. */
  const busy = new Map<Work, Promise<unknown>>()
  let count = 0
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let going = Promise.resolve()

  async function round(): Promise<void> {
    const begun = performance.now()
    await first().catch(failed)
    count += 1
    for (const one of works) if (count % one.every === 0) begin(one)
    if (!closed) plan(Math.max(0, EVERY_MS - (performance.now() - begun)))
  }
  function begin(one: Work) {
    if (busy.has(one)) return
    busy.set(
      one,
      one
        .work()
        .catch(failed)
        .finally(() => busy.delete(one)),
    )
  }
  function plan(inMs: number) {
    timer = setTimeout(() => void (going = round()), inMs)
  }
  plan(EVERY_MS)

  return {
    each(work, every = 1) {
      const one: Work = { work, every }
      works.add(one)
      return () => void works.delete(one)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await going
      await Promise.all(busy.values())
    },
  }
}
