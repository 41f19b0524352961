/** What is counted while it happens: kinds and codes that stand in the program, never who, where or what. */
export interface Counts {
  /** From when a command came in until it was answered. */
  command(type: string, seconds: number): void
  refused(code: string): void
  events(count: number): void
  /** Sent to a device over the control channel. */
  sent(kind: string): void
  /** Came in for a table's text. */
  documentFrame(kind: string): void
  /** From when a change of a text was taken until its writer was told that it is stored. */
  saved(seconds: number): void
  /** A room stopped being measured. */
  gap(): void
}

const nothing = () => undefined

export const UNCOUNTED: Counts = {
  command: nothing,
  refused: nothing,
  events: nothing,
  sent: nothing,
  documentFrame: nothing,
  saved: nothing,
  gap: nothing,
}
