import { setImmediate as turn } from 'node:timers/promises'
import type { Change } from './judge.ts'

/** What may wait for a database that is away; more is refused. */
const BUFFER_BYTES = 1024 * 1024
const BUFFER_UPDATES = 2_000

export interface QueueInput {
  /** Stores these and tells of them, one `queue.shift` at a time. 'over': there is no going on. */
  store(changes: readonly Change[]): Promise<'stored' | 'behind' | 'over'>
  /** Takes up what others stored; what waits is looked at again. */
  catchUp(): Promise<'current' | 'over'>
  /** False: changes wait; only work in between goes on, until `goOn`. */
  sure(): boolean
}

/** There is no going on with this document: whoever asked finds what is stored when it is loaded anew. */
export class LoadAnew extends Error {
  override name = 'LoadAnew'
  constructor() {
    super('the text is to be loaded anew')
  }
}

/** A change, or work that comes when all before it is stored. */
type Item = Change | (() => Promise<void>)
const isWork = (item: Item): item is () => Promise<void> => typeof item === 'function'
const sizeOf = (item: Item | undefined): number => (item && !isWork(item) ? (item.update?.length ?? 0) : 0)
const changesIn = (items: readonly Item[]): Change[] => items.filter((item): item is Change => !isWork(item))

/**
 * What was accepted and is not stored yet, in order. What lies in the sockets now goes together, and what comes during a
 * commit goes together after it: nobody waits for a clock.
 */
export function createQueue({ store, catchUp, sure }: QueueInput) {
  let waiting: Item[] = []
  let onTheWay: Change[] = []
  let bytes = 0
  let behind = false
  let stopped = false
  /** Work in between that is not done yet: it is told when it never will be. */
  const unfinished = new Set<(why: LoadAnew) => void>()
  let running: Promise<void> | null = null

  const hasNext = () => !stopped && (behind || (sure() ? waiting.length > 0 : waiting.some(isWork)))
  const start = () => {
    if (hasNext()) running ??= run()
  }

  const put = (item: Item) => {
    waiting.push(item)
    bytes += sizeOf(item)
    start()
  }

  async function run(): Promise<void> {
    while (hasNext()) {
      await turn()
      if ((await step()) === 'over') break
    }
    running = null
  }

  async function step(): Promise<unknown> {
    if (behind) {
      behind = false
      return catchUp()
    }
    const at = waiting.findIndex(isWork)
    const work = at === 0 || !sure() ? waiting[at] : undefined
    if (work && isWork(work)) {
      waiting.splice(at, 1)
      return work()
    }
    if (!sure()) return null
    onTheWay = changesIn(waiting.splice(0, at < 0 ? waiting.length : at))
    const done = await store([...onTheWay])
    if (done !== 'behind') return done
    waiting = [...onTheWay, ...waiting]
    onTheWay = []
    behind = true
    return done
  }

  return {
    put,
    isFull: (more: number): boolean => bytes + more > BUFFER_BYTES || waiting.length >= BUFFER_UPDATES,
    changes: (): Change[] => [...onTheWay, ...changesIn(waiting)],
    /** The next that is stored: it is no longer on its way, for telling of it may lead to a new shadow of all that is. */
    shift(): Change | undefined {
      const change = onTheWay.shift()
      bytes -= sizeOf(change)
      return change
    },
    /** All that waits, to be put back or not, for when nothing is on its way. */
    takeOut(): Item[] {
      const items = waiting
      waiting = []
      bytes = 0
      return items
    },
    /** Work for when all that was accepted until now is stored, and before anything else is. Rejects with `LoadAnew` when stopped before. */
    between: <T>(work: () => Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(new LoadAnew())
        unfinished.add(reject)
        put(() =>
          work()
            .then(resolve, reject)
            .finally(() => unfinished.delete(reject)),
        )
      }),
    goOn: start,
    /** Somebody else stored something. */
    fellBehind(): void {
      behind = true
      start()
    },
    /** Resolves when nothing is under way. */
    idle: async (): Promise<void> => void (await running),
    stop: () => {
      stopped = true
      for (const reject of unfinished) reject(new LoadAnew())
      unfinished.clear()
    },
  }
}
export type Queue = ReturnType<typeof createQueue>
