import type { AgreementId } from '../../shared/dialogue/model.ts'
import { newId } from '../kit/newId.ts'
import type { DocumentVersion, StoredHold } from '../store/documentStore.ts'
import type { TableParts } from './parts.ts'
import { LoadAnew } from './queue.ts'
import { takeUp } from './takingUp.ts'

/** A decision is never under way as long as this; what a node that died held still is free again after it. */
const LIFE_MS = 20_000

/** Words that stand still. */
export interface Hold {
  /** Resolves when they do so at every node, and all that was accepted before is stored and in `live`. */
  begun: Promise<void>
  /** Where other nodes write too: how whoever stores what is decided on them finds out whether they still do. */
  stored?: StoredHold
  release(): void
}

/**
 * From now on nobody here changes this agreement. Where other nodes write too, it is written in the row that every append
 * must find as it knew it: an append that came first is taken up, and one that comes later finds that it is behind.
 */
export function holdWords(parts: TableParts, agreement: AgreementId): Hold {
  const { table, store, hooks, queue, replica, still } = parts
  const hold = newId('hld')
  const free = () => still.release(hold)
  still.hold(hold, agreement)
  if (!hooks.others) return { begun: queue.between(() => Promise.resolve()), release: free }
  const { epoch } = replica.version()
  let stands = false
  let left = false
  const begin = async () => {
    if (left) return
    await tell(parts, () => store.hold(table, epoch, { hold, agreement }, LIFE_MS))
    stands = true
  }
  const end = () => store.release(table, epoch, hold)
  return {
    begun: queue.between(begin),
    stored: { table, epoch, hold },
    release: () => {
      // nothing is decided on words that did not stand still everywhere: here they wait for no database
      left = true
      if (!stands) still.open(hold)
      void queue
        .between(() => tell(parts, end))
        // a document that is gone from memory leaves nothing behind that holds others
        .catch((error: unknown) => (error instanceof LoadAnew ? end() : undefined))
        .catch(() => undefined)
        .finally(free)
    },
  }
}

async function tell(parts: TableParts, work: () => Promise<DocumentVersion>): Promise<void> {
  const { replica, surely, hooks } = parts
  const now = await surely(work)
  // nobody decided anything in between: what we did ourselves tells us nothing new
  if (now?.holds === replica.version().holds + 1) replica.heldAnew(now.holds)
  if (now) hooks.others?.committed(now)
  if (!now || (await takeUp(parts)) === 'over') throw new LoadAnew()
}
