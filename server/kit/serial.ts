/** Work one after the other, in the order it was asked for. A failure is its asker's, and holds up nobody else. */
export interface Serial {
  run<T>(work: () => T | Promise<T>): Promise<T>
  /** Is there work in hand? */
  busy(): boolean
  /** Resolves when the work that is in hand now is done. */
  idle(): Promise<void>
}

export function createSerial(): Serial {
  let last: Promise<void> = Promise.resolve()
  let inHand = 0
  const done = () => void (inHand -= 1)
  return {
    run(work) {
      inHand += 1
      const result = last.then(work)
      last = result.then(done, done)
      return result
    },
    busy: () => inHand > 0,
    idle: () => last,
  }
}
