import type { Logger } from 'pino'
import * as Y from 'yjs'
import { ROOT } from '../../shared/agreement/document.ts'
import type { DialogueId, PersonId, TableId } from '../../shared/dialogue/model.ts'
import { OldEpoch } from '../store/documents.ts'
import type { DocumentStore } from '../store/store.ts'
import { inspect, type Claim } from './guard.ts'
import { createTrial, type Outcome } from './trial.ts'

/** Writers share one commit when they come within this window. */
const GROUP_MS = 2
const APPEND_TIMEOUT_MS = 10_000
const RETRY_MS = [100, 250, 500, 1_000, 2_000]
const SNAPSHOT_UPDATES = 200
const SNAPSHOT_MS = 30_000
/** What may wait for a database that is away; more is refused. */
const BUFFER_BYTES = 1024 * 1024
const BUFFER_UPDATES = 2_000

export type Verdict =
  | { kind: 'accepted' }
  | { kind: 'waiting' }
  | { kind: 'refused'; why: Extract<Outcome, { kind: 'refused' }>['why'] | 'author' | 'full' }

/** `saved` is called once, after commit and broadcast, with the number that covers the update. */
export interface Writer {
  person: PersonId
  /** Client ids this connection has written under; kept here between calls. */
  clients: Set<number>
  mayClaim(client: number): boolean
  saved(seq: number): void
}

interface Waiting {
  /** Null: nothing new in it; only the answer has to wait its turn. */
  update: Uint8Array | null
  writer: Writer
}

export interface TableDocument {
  epoch: number
  live: Y.Doc
  /** Number of the last stored update in `live`. */
  seq(): number
  submit(update: Uint8Array, writer: Writer): Verdict
  /** Resolves when everything accepted so far is stored, and a snapshot is written when one is due. */
  settle(): Promise<void>
  /** Stop trying; what is not stored was never acknowledged. */
  stop(): void
}

export interface TableHooks {
  /** An update is stored: send it to everybody but its writer (null: to everybody). */
  stored(update: Uint8Array, writer: Writer | null): void
  /** The document can go no further: close its connections and load it anew. */
  failed(why: 'stale' | 'broken'): void
}

const within = <T>(promise: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), ms)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * One table's document behind one serial queue: look, try on a shadow, append and commit, apply, broadcast, answer.
 * Nothing is shown to a peer or answered to its writer before it is stored.
 * Throws `CorruptDocument` when what is stored cannot be trusted.
 */
export async function openTable(
  store: DocumentStore,
  table: TableId,
  dialogue: DialogueId,
  hooks: TableHooks,
  log: Logger,
): Promise<TableDocument> {
  const stored = await within(store.load(table, dialogue), APPEND_TIMEOUT_MS)
  const live = new Y.Doc({ gc: true })
  live.getArray(ROOT)
  if (stored.state) Y.applyUpdate(live, stored.state)
  for (const { update } of stored.updates) Y.applyUpdate(live, update)

  const { epoch } = stored
  let seq = stored.updates.at(-1)?.seq ?? stored.seq
  let snapshotSeq = stored.seq
  let queue: Waiting[] = []
  let onTheWay: Waiting[] = []
  let buffered = 0
  let running: Promise<void> | null = null
  let stopped = false
  let snapshotTimer: NodeJS.Timeout | null = null
  /** A client id belongs to the first person seen writing under it: nobody signs for another. */
  const owners = new Map<number, PersonId>()

  const unstored = () => [...onTheWay, ...queue].flatMap(({ update }) => (update ? [update] : []))
  const trial = createTrial(() => [Y.encodeStateAsUpdate(live), ...unstored()])

  const claim = (meta: Claim, writer: Writer): boolean => {
    for (const [client, to] of meta.to) {
      if (to <= trial.clock(client)) continue
      if ((owners.get(client) ?? writer.person) !== writer.person) return false
      if (!writer.clients.has(client) && !writer.mayClaim(client)) return false
    }
    for (const [client, to] of meta.to) {
      if (to <= trial.clock(client)) continue
      owners.set(client, writer.person)
      writer.clients.add(client)
    }
    return true
  }

  const submit = (update: Uint8Array, writer: Writer): Verdict => {
    let meta: Claim
    try {
      meta = inspect(update)
    } catch {
      return { kind: 'refused', why: 'malformed' }
    }
    if (buffered + update.length > BUFFER_BYTES || queue.length >= BUFFER_UPDATES)
      return { kind: 'refused', why: 'full' }
    for (const [client, from] of meta.from) if (from > trial.clock(client)) return { kind: 'waiting' }
    if (!claim(meta, writer)) return { kind: 'refused', why: 'author' }
    const outcome = trial.attempt(update)
    if (outcome.kind === 'refused' || outcome.kind === 'waiting') return outcome
    const accepted = outcome.kind === 'new' ? outcome.update : null
    queue.push({ update: accepted, writer })
    buffered += accepted?.length ?? 0
    running ??= drain()
    return { kind: 'accepted' }
  }

  const drain = async () => {
    while (queue.length > 0 && !stopped) {
      await pause(GROUP_MS)
      onTheWay = queue
      queue = []
      const writes = onTheWay.flatMap(({ update, writer }) =>
        update ? [{ update, actor: writer.person }] : [],
      )
      const numbers = writes.length > 0 ? await append(writes) : []
      if (!numbers) break
      if (numbers[0] !== undefined && numbers[0] !== seq + 1) await catchUp(numbers[0])
      publish(numbers)
    }
    running = null
  }

  /** Tries until it is stored. Null: stopped, or another epoch began. */
  const append = async (writes: { update: Uint8Array; actor: PersonId }[]) => {
    for (let attempt = 0; !stopped; attempt++) {
      try {
        const numbers = await within(store.append(table, epoch, writes), APPEND_TIMEOUT_MS)
        if (attempt > 0) log.info({ table, attempt }, 'table text is stored again')
        return numbers
      } catch (error) {
        if (error instanceof OldEpoch) {
          stop()
          hooks.failed('stale')
          return null
        }
        if (attempt === 0) log.error({ table, err: error }, 'table text cannot be stored; trying again')
        await pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 2_000)
      }
    }
    return null
  }

  /** Somebody else wrote in between (another node, or an append whose answer was lost): take it up first. */
  const catchUp = async (before: number) => {
    try {
      const now = await within(store.load(table, dialogue), APPEND_TIMEOUT_MS)
      const missed = now.updates.filter((row) => row.seq > seq && row.seq < before).map((row) => row.update)
      if (now.state && now.seq > seq) missed.unshift(now.state)
      for (const update of missed) {
        Y.applyUpdate(live, update)
        hooks.stored(update, null)
      }
    } catch (error) {
      log.error({ table, err: error }, 'table text could not be read again')
      stop()
      hooks.failed('broken')
    }
  }

  const publish = (numbers: number[]) => {
    const batch = onTheWay
    onTheWay = []
    let next = 0
    for (const { update, writer } of batch) {
      if (update) {
        Y.applyUpdate(live, update)
        seq = numbers[next++] ?? seq
        buffered -= update.length
        hooks.stored(update, writer)
      }
      writer.saved(seq)
    }
    if (seq - snapshotSeq >= SNAPSHOT_UPDATES) void snapshot()
    else if (seq > snapshotSeq) snapshotTimer ??= setTimeout(() => void snapshot(), SNAPSHOT_MS).unref()
  }

  /** An optimisation: when it fails, the log still holds everything. */
  const snapshot = async () => {
    if (snapshotTimer) clearTimeout(snapshotTimer)
    snapshotTimer = null
    if (seq === snapshotSeq || stopped) return
    const before = snapshotSeq
    snapshotSeq = seq
    try {
      await store.snapshot(table, epoch, seq, Y.encodeStateAsUpdate(live))
    } catch (error) {
      snapshotSeq = before
      log.warn({ table, err: error }, 'no snapshot of a table text')
    }
  }

  const stop = () => {
    stopped = true
    if (snapshotTimer) clearTimeout(snapshotTimer)
  }

  return {
    epoch,
    live,
    seq: () => seq,
    submit,
    settle: async () => {
      await running
      await snapshot()
    },
    stop,
  }
}
