/** What a line hears of its socket. */
export interface LineEvents {
  open(): void
  message(text: string): void
  /** Once, with the code it was closed with. */
  closed(code: number): void
}

/** An open or opening socket, of a browser or of Node. */
export interface Line {
  send(text: string): void
  close(): void
}

/** Time, handed in: a test decides what time it is. */
export interface Clock {
  /** Milliseconds of this device's clock. */
  now(): number
  /** Does it once, `ms` later; what it returns calls it off. */
  after(ms: number, work: () => void): () => void
}

/** What the control channel needs of where it runs: a browser, simulated people, a test. */
export interface Surroundings {
  connect(events: LineEvents): Line
  clock: Clock
  /** 0..1 */
  chance(): number
  /** A random id nobody else has (a UUID). */
  newId(): string
}
