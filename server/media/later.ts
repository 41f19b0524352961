/** Timers that end together with whoever set them. */
export interface Later {
  after(ms: number, work: () => void): NodeJS.Timeout
  close(): void
}

export function createLater(): Later {
  const timers = new Set<NodeJS.Timeout>()
  return {
    after(ms, work) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        work()
      }, ms)
      timers.add(timer)
      return timer
    },
    close() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
