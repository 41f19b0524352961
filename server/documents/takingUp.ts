import * as Y from 'yjs'
import type { PersonId } from '../../shared/dialogue/model.ts'
import type { StoredDocument } from '../store/documentStore.ts'
import { judge, type Change } from './judge.ts'
import type { TableParts } from './parts.ts'
import { refused, type Refusal } from './refusal.ts'

/** What others stored, told to everybody here; the own changes that wait are looked at again where it bears on them. */
export async function takeUp(parts: TableParts): Promise<'current' | 'over'> {
  const { table, store, hooks, replica, authors, still, certainty, surely } = parts
  const before = replica.version()
  const now = await surely(() => store.after(table, before))
  if (!now) return 'over'
  const update = whole(now)
  if (update) replica.take(update, now.seq)
  if (update && bearsOnOurs(parts, update)) lookAtAll(parts, now.authors)
  else authors.learn(now.authors)
  if (now.holds !== before.holds || (hooks.others && still.differs(now.held))) {
    replica.heldAnew(now.holds)
    still.learn(now.held)
    certainty.doubt()
  }
  if (update) hooks.stored(update, null)
  return 'current'
}

/** As one change, for who falls behind is told by what stands in the text. */
function whole({ state, updates }: StoredDocument): Uint8Array | null {
  const all = [...(state ? [state] : []), ...updates.map(({ update }) => update)]
  return all.length === 0 ? null : Y.mergeUpdates(all)
}

/** The shadow goes on with it. Does it bear on what waits here? */
function bearsOnOurs({ trial, queue }: TableParts, update: Uint8Array): boolean {
  trial.absorb(update)
  const { shadow, parts } = trial.touched()
  const clients = Y.parseUpdateMeta(update).to
  const bears = ({ brings, touched }: Change) =>
    // tried before the shadow was made again: what it touched cannot be compared
    touched.shadow !== shadow ||
    brings.some((client) => clients.has(client)) ||
    [...touched.parts].some((part) => parts.has(part))
  return queue.changes().some((change) => change.update !== null && bears(change))
}

/** Each change that waits, on what is stored now. Nobody else has seen anything of it, so its writer alone goes without. */
export function lookAtAll(parts: TableParts, known: StoredDocument['authors'] = []): void {
  const { queue, authors, trial } = parts
  if (queue.changes().length === 0) return authors.learn(known)
  for (const { claimed } of queue.changes()) authors.giveBack(claimed)
  authors.learn(known)
  const items = queue.takeOut()
  trial.fresh()
  const refusals = new Map<PersonId, Refusal>()
  for (const item of items) {
    if (typeof item === 'function') {
      queue.put(item)
      continue
    }
    const { person } = item.writer
    const why = refusals.get(person) ?? again(parts, item)
    if (!why) continue
    refusals.set(person, why)
    item.writer.refused(why)
  }
}

/** Puts it back; or why it cannot stay. */
function again(parts: TableParts, change: Change): Refusal | null {
  const judged = change.update
    ? judge(parts, change.update, change.writer)
    : { kind: 'accepted' as const, change }
  if (judged.kind === 'refused') return judged
  if (judged.kind === 'waiting') return refused('malformed')
  parts.queue.put({ ...judged.change, since: change.since })
  return null
}
