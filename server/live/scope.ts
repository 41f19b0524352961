/** What was begun and has to be ended. Whoever begins something adds at once how it is stopped. */
export interface Scope {
  add(stop: () => unknown): void
  /** Stop everything, what was begun last first, and wait for it. Asking again changes nothing. */
  end(): Promise<void>
}

/** `failed` is told of a stop that did not go well; the others are stopped all the same. */
export function createScope(failed: (error: unknown) => void): Scope {
  const stops: (() => unknown)[] = []
  let ended: Promise<void> | null = null

  async function stopAll() {
    for (const stop of stops.toReversed()) {
      try {
        await stop()
      } catch (error) {
        failed(error)
      }
    }
  }

  return {
    add: (stop) => void stops.push(stop),
    end: () => (ended ??= stopAll()),
  }
}
