import type { Change } from './judge.ts'
import type { TableParts } from './parts.ts'

/** Stores these changes, applies them and tells of them; 'behind': others stored something first, and nothing was done. */
export async function commit(
  { table, store, hooks, replica, queue, surely }: TableParts,
  changes: readonly Change[],
): Promise<'stored' | 'behind' | 'over'> {
  const writes = changes.flatMap(({ update, claimed, writer }) =>
    update ? [{ update, claimed, actor: writer.person }] : [],
  )
  const numbers =
    writes.length === 0
      ? []
      : await surely(async () => (await store.append(table, replica.version(), writes)) ?? 'behind')
  if (numbers === null) return 'over'
  if (numbers === 'behind') return 'behind'
  const next = numbers.values()
  for (let change = queue.shift(); change; change = queue.shift()) {
    const { update, writer, since } = change
    if (update) {
      replica.take(update, next.next().value ?? replica.version().seq)
      hooks.stored(update, writer)
      hooks.answered(performance.now() - since)
    }
    writer.saved(replica.version().seq)
  }
  if (writes.length > 0) hooks.others?.committed(replica.version())
  return 'stored'
}
