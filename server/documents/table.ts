import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { AgreementId, DialogueId, PersonId, TableId } from '../../shared/dialogue/model.ts'
import type { TextRights } from '../../shared/dialogue/agreements/textRights.ts'
import { errorText } from '../kit/errorText.ts'
import { CorruptDocument, OldEpoch } from '../store/documents.ts'
import type { DocumentStore } from '../store/store.ts'
import { createAuthors, type Writer } from './authors.ts'
import { clientsOf } from '../../shared/agreement/clients.ts'
import { bodyOf, rootOf, titleOf } from '../../shared/agreement/document.ts'
import { inspect, type Inspected } from './guard.ts'
import { missingFor, type Part } from './missing.ts'
import { answered, persist } from './persist.ts'
import { createTrial, type Outcome } from './trial.ts'

const SNAPSHOT_UPDATES = 200
const SNAPSHOT_MS = 30_000
/** What may wait for a database that is away; more is refused. */
const BUFFER_BYTES = 1024 * 1024
const BUFFER_UPDATES = 2_000

export type { Writer } from './authors.ts'

/** `rebuilt`: so many bytes of the document were made anew for it. */
export interface Refusal {
  kind: 'refused'
  why: Extract<Outcome, { kind: 'refused' }>['why'] | 'author' | 'full'
  rebuilt: number
}
/** `waiting`: it builds on a part that has not come yet. */
export type Verdict = { kind: 'accepted' } | { kind: 'waiting'; missing: Part } | Refusal

const refused = (why: Refusal['why'], rebuilt = 0): Refusal => ({ kind: 'refused', why, rebuilt })

interface Waiting {
  /** Null: nothing new in it; only the answer has to wait its turn. */
  update: Uint8Array | null
  /** The client ids under which this person writes for the first time. */
  claimed: readonly number[]
  writer: Pick<Writer, 'person' | 'saved'>
  since: number
}

export interface TableDocument {
  epoch: number
  live: Y.Doc
  /** Number of the last stored update in `live`. */
  seq(): number
  /** Next clock of a client id, counting what was accepted but is not stored yet. */
  clock(client: number): number
  /** About how large it is, in bytes. */
  size(): number
  submit(update: Uint8Array, writer: Writer): Verdict
  /** Resolves when everything accepted so far is stored, and a snapshot is written when one is due. */
  settle(): Promise<void>
  /** Resolves once what was accepted until now is stored and in `live`. */
  stored(): Promise<void>
  /** From now on nobody changes this agreement. */
  freeze(agreement: AgreementId): void
  thaw(agreement: AgreementId): void
  /** Whose words stand in this agreement now, as far as that is known. */
  authorsOf(agreement: AgreementId): PersonId[]
  /** Stop trying; what is not stored was never acknowledged. */
  stop(): void
}

export interface TableHooks {
  /** An update is stored: send it to everybody but its writer (null: to everybody). */
  stored(update: Uint8Array, writer: Waiting['writer'] | null): void
  /** A writer was told that a change is stored, so many milliseconds after it was taken. */
  answered(ms: number): void
  /** The document can go no further: close its connections and load it anew. */
  failed(why: 'stale' | 'broken'): void
}

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
  const stored = await answered(store.load(table, dialogue))
  const live = new Y.Doc({ gc: true })
  if (stored.state) Y.applyUpdate(live, stored.state)
  for (const { update } of stored.updates) Y.applyUpdate(live, update)

  // repaired after the others were carried over: to be opened as if it were empty would hide it
  if ([...live.share.keys()].some((name) => !rootOf(name)))
    throw new CorruptDocument('it has the form of an earlier release')

  const { epoch } = stored
  let seq = stored.updates.at(-1)?.seq ?? stored.seq
  let snapshotSeq = stored.seq
  let queue: Waiting[] = []
  let onTheWay: Waiting[] = []
  let buffered = 0
  let running: Promise<void> | null = null
  let stopped = false
  let snapshotTimer: NodeJS.Timeout | null = null
  const unstored = () => [...onTheWay, ...queue].flatMap(({ update }) => (update ? [update] : []))
  const trial = createTrial(() => [Y.encodeStateAsUpdate(live), ...unstored()])

  const authors = createAuthors(trial.clock, stored.authors)
  const frozen = new Set<AgreementId>()
  const rightsOf = ({ writes, known, writable }: TextRights): TextRights => ({
    writes,
    known,
    writable: frozen.size > 0 ? new Set([...writable].filter((id) => !frozen.has(id))) : writable,
  })

  /** Everything that costs the same in a long document comes first; only then is it tried. */
  const submit = (update: Uint8Array, writer: Writer): Verdict => {
    if (buffered + update.length > BUFFER_BYTES || queue.length >= BUFFER_UPDATES) return refused('full')
    let inspected: Inspected
    let missing: Part | null
    try {
      inspected = inspect(update)
      missing = missingFor(inspected, trial.clock)
    } catch {
      return refused('malformed')
    }
    const writing = authors.writing(inspected)
    if (!authors.may(writing, writer)) return refused('author')
    const rights = rightsOf(writer.rights())
    if (writing.length > 0 && rights.writable.size === 0) return refused('locked')
    if (missing) return { kind: 'waiting', missing }
    const outcome = trial.attempt(update, rights)
    if (outcome.kind === 'refused') return refused(outcome.why, outcome.rebuilt)
    const accepted = outcome.kind === 'new' ? outcome.update : null
    const claimed = accepted ? authors.claim(writing, writer) : []
    queue.push({ update: accepted, claimed, writer, since: performance.now() })
    buffered += accepted?.length ?? 0
    running ??= drain()
    return { kind: 'accepted' }
  }

  /** What lies in the sockets now goes together, and what comes during a commit goes together after it: nobody waits for a clock. */
  const drain = async () => {
    while (queue.length > 0 && !stopped) {
      await turn()
      onTheWay = queue
      queue = []
      const writes = onTheWay.flatMap(({ update, claimed, writer }) =>
        update ? [{ update, claimed, actor: writer.person }] : [],
      )
      const numbers = writes.length > 0 ? await surely(() => store.append(table, epoch, writes)) : []
      if (!numbers) break
      if (numbers[0] !== undefined && numbers[0] !== seq + 1 && !(await catchUp(numbers[0]))) break
      publish(numbers)
    }
    running = null
  }

  /** Until it is done. Null: there is no going on with this document, or it was stopped. */
  const surely = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await persist(work, {
        stopped: () => stopped,
        final: (error) => error instanceof OldEpoch || error instanceof CorruptDocument,
        failed: (error) =>
          log.error({ table, error: errorText(error) }, 'table text cannot be stored; trying again'),
        recovered: (attempts) => log.info({ table, attempts }, 'table text is stored again'),
      })
    } catch (error) {
      log.error({ table, error: errorText(error) }, 'a table text is to be loaded anew')
      stop()
      hooks.failed(error instanceof OldEpoch ? 'stale' : 'broken')
      return null
    }
  }

  /** Somebody else wrote in between (another node, or an append whose answer was lost): take it up first. */
  const catchUp = async (before: number): Promise<boolean> => {
    const now = await surely(() => store.load(table, dialogue))
    if (!now) return false
    const missed = now.updates.filter((row) => row.seq > seq && row.seq < before).map((row) => row.update)
    if (now.state && now.seq > seq) missed.unshift(now.state)
    for (const update of missed) {
      Y.applyUpdate(live, update)
      hooks.stored(update, null)
    }
    return true
  }

  const publish = (numbers: number[]) => {
    let next = 0
    // one at a time is no longer on its way: telling of it may lead to a refusal, and to a new shadow of all that is
    for (let one = onTheWay.shift(); one; one = onTheWay.shift()) {
      const { update, writer, since } = one
      if (update) {
        Y.applyUpdate(live, update)
        seq = numbers[next++] ?? seq
        buffered -= update.length
        hooks.stored(update, writer)
        hooks.answered(performance.now() - since)
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
      log.warn({ table, error: errorText(error) }, 'no snapshot of a table text')
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
    clock: trial.clock,
    size: trial.size,
    submit,
    settle: async () => {
      await running
      await snapshot()
    },
    stored: () =>
      new Promise((resolve) => {
        queue.push({ update: null, claimed: [], writer: { person: '', saved: () => resolve() }, since: 0 })
        running ??= drain()
      }),
    freeze: (agreement) => void frozen.add(agreement),
    thaw: (agreement) => void frozen.delete(agreement),
    authorsOf: (agreement) => {
      const fields = [
        titleOf(live, agreement),
        bodyOf(live, agreement, 'text'),
        bodyOf(live, agreement, 'why'),
      ]
      return authors.behind(fields.flatMap((field) => [...clientsOf(field)]))
    },
    stop,
  }
}
