import type { Authors, Writer } from './authors.ts'
import { inspect, type Inspected } from './guard.ts'
import { missingFor, type Part } from './missing.ts'
import { refused, type Refusal } from './refusal.ts'
import type { Still } from './still.ts'
import type { Touched, Trial } from './trial.ts'

/** What was accepted, on its way to the database. */
export interface Change {
  /** Null: nothing new in it; only the answer has to wait its turn. */
  update: Uint8Array | null
  writer: Writer
  /** The client ids under which it brings something, and those of them this person writes under for the first time. */
  brings: readonly number[]
  claimed: readonly number[]
  /** The parts of the text it changes, on the shadow it was tried on. */
  touched: Touched
  since: number
}

/** `waiting`: it builds on a part that has not come yet. */
export type Judged = { kind: 'accepted'; change: Change } | { kind: 'waiting'; missing: Part } | Refusal

export interface Bench {
  trial: Trial
  authors: Authors
  still: Still
}

/** May this come in? Everything that costs the same in a long document comes first; only then is it tried. */
export function judge({ trial, authors, still }: Bench, update: Uint8Array, writer: Writer): Judged {
  let inspected: Inspected
  let missing: Part | null
  try {
    inspected = inspect(update)
    missing = missingFor(inspected, trial.clock)
  } catch {
    return refused('malformed')
  }
  const brings = authors.writing(inspected)
  if (!authors.may(brings, writer)) return refused('author')
  const rights = still.rights(writer.rights())
  if (brings.length > 0 && rights.writable.size === 0) return refused('locked')
  if (missing) return { kind: 'waiting', missing }
  const outcome = trial.attempt(update, rights)
  if (outcome.kind === 'refused') return refused(outcome.why, outcome.rebuilt)
  const change = { writer, brings, touched: trial.touched(), since: performance.now() }
  if (outcome.kind === 'nothing')
    return { kind: 'accepted', change: { ...change, update: null, claimed: [] } }
  const claimed = authors.claim(brings, writer)
  return { kind: 'accepted', change: { ...change, update: outcome.update, claimed } }
}
