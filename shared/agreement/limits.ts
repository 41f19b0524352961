/**
 * Sizes of a table's document. The editor stops well before the server does, so that nobody meets a closed
 * socket for typing on; the server's limits are for whoever does not use our editor.
 */
export const EDITOR_LIMITS = {
  agreements: 20,
  /** Characters of a title. */
  title: 120,
  /** Characters of the text, and of the reason; the end of a line is one. */
  field: 8_000,
  /** Characters of a remark beside it. */
  remark: 1_000,
} as const

export const DOCUMENT_LIMITS = {
  /** Largest frame on the wire, in bytes; also what may wait for missing parts, per connection. */
  frame: 256 * 1024,
  /** Largest document with its history, in bytes. */
  document: 2 * 1024 * 1024,
  /**
   * Structs in one update: as many as words fit into a frame. Who comes back after a long time without a line brings one for every place they
   * wrote at; looking at them takes some 100 ms at most.
   */
  structs: 40_000,
  /** Client ids one connection may write under. Yjs takes a fresh one when two tabs share one. */
  authors: 4,
  /** Of one table, also those that were taken away. */
  agreements: 100,
  /** Characters of an id or a title. */
  line: 2_000,
} as const
