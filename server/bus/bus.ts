import type { z } from 'zod'

/** One app process among those that serve one instance; a new one at every start. */
export type NodeId = string

/** What nodes tell one another about, and the form of it: what does not have this form is not heard. */
export interface Topic<T> {
  name: string
  schema: z.ZodType<T>
}

/**
 * Hints between the nodes of one instance. They may be lost, doubled, late or out of order, so that what counts is always
 * looked up in the database. A node does not hear its own.
 */
export interface Bus {
  node: NodeId
  /** Never throws and never waits. */
  publish<T>(topic: Topic<T>, message: T): void
  /** Until what this returns is called. */
  subscribe<T>(topic: Topic<T>, hear: (message: T, from: NodeId) => void): () => void
  /** False: hints do not arrive now; whoever needs them looks by itself. */
  available(): boolean
  close(): Promise<void>
}
