import type { Logger } from 'pino'
import * as Y from 'yjs'
import { clientsOf } from '../../shared/agreement/clients.ts'
import { bodyOf, titleOf } from '../../shared/agreement/document.ts'
import type { AgreementId, DialogueId, PersonId, TableId } from '../../shared/dialogue/model.ts'
import { errorText } from '../kit/errorText.ts'
import { CorruptDocument, OldEpoch } from '../store/documents.ts'
import type { DocumentStore, DocumentVersion, HeldWords } from '../store/documentStore.ts'
import { createAuthors, type Writer } from './authors.ts'
import { createCertainty } from './certainty.ts'
import { commit } from './commit.ts'
import { holdWords, type Hold } from './hold.ts'
import { judge, type Judged } from './judge.ts'
import type { TableHooks, TableParts } from './parts.ts'
import { answered, persist } from './persist.ts'
import { createQueue, LoadAnew } from './queue.ts'
import { refused } from './refusal.ts'
import { openReplica } from './replica.ts'
import { createSnapshots } from './snapshots.ts'
import { createStill } from './still.ts'
import { lookAtAll, takeUp } from './takingUp.ts'
import { createTrial } from './trial.ts'

type Verdict = { kind: 'accepted' } | Exclude<Judged, { kind: 'accepted' }>

type Heard = DocumentVersion & { held?: readonly HeldWords[] }

export interface TableDocument {
  live: Y.Doc
  /** What of it is stored, as far as is known here. */
  version(): DocumentVersion
  /** Next clock of a client id, counting what was accepted but is not stored yet. */
  clock(client: number): number
  /** About how large it is, in bytes. */
  size(): number
  submit(update: Uint8Array, writer: Writer): Verdict
  /** Is anything of this writer accepted and not stored yet? */
  awaits(writer: Writer): boolean
  /** Resolves when everything accepted so far is stored, and a snapshot is written when one is due. */
  settle(): Promise<void>
  /** Resolves once what was accepted until now is stored, and all that others stored until now is in `live`; or rejects with `LoadAnew`. */
  current(): Promise<void>
  /** What another node stored, or what the database was found to hold: taken up where it is not known here. */
  hear(now: Heard): void
  /** From now on nobody changes this agreement. */
  freeze(agreement: AgreementId): Hold
  /** Whose words stand in this agreement now, as far as that is known. */
  authorsOf(agreement: AgreementId): PersonId[]
  /** Stop trying; what is not stored was never acknowledged. */
  stop(): void
}

/**
 * One table's document behind one serial queue: look, try on a shadow, append and commit, apply, broadcast, answer.
 * Nothing is shown to a peer or answered to its writer before it is stored. An append holds only when nobody else stored
 * anything since: whoever loses that race takes it up first, and looks at the own changes again.
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
  const replica = openReplica(stored)
  const { live, version } = replica
  let stopped = false
  const stop = () => {
    stopped = true
    queue.stop()
    snapshots.stop()
  }
  const about = { table, log, stopped: () => stopped }
  const end = (why: 'stale' | 'broken') => {
    stop()
    hooks.failed(why)
  }
  const surely = createSurely(about, STORING, end)
  const queue = createQueue({
    async store(changes) {
      const done = await commit(parts, changes)
      snapshots.advanced()
      return done
    },
    catchUp: () => takeUp(parts),
    sure: () => certainty.sure(),
  })
  const certainty = createCertainty(
    hooks.others && { surely: createSurely(about, KNOWING, end), upToDate: hooks.others.upToDate },
    () => {
      lookAtAll(parts)
      queue.goOn()
    },
  )
  const trial = createTrial(() => [
    Y.encodeStateAsUpdate(live),
    ...queue.changes().flatMap(({ update }) => (update ? [update] : [])),
  ])
  const authors = createAuthors(trial.clock, stored.authors)
  const still = createStill()
  if (hooks.others) still.learn(stored.held)
  const snapshots = createSnapshots({
    from: stored.from,
    seq: () => version().seq,
    store: (seq) => store.snapshot(table, stored.epoch, seq, Y.encodeStateAsUpdate(live)),
    failed: (error) => log.warn({ table, error: errorText(error) }, 'no snapshot of a table text'),
  })
  const parts: TableParts = { table, store, hooks, replica, queue, certainty, surely, trial, authors, still }
  certainty.doubt()

  return {
    live,
    version,
    clock: trial.clock,
    size: trial.size,
    submit(update, writer) {
      if (queue.isFull(update.length)) return refused('full')
      const judged = judge(parts, update, writer)
      if (judged.kind !== 'accepted') return judged
      queue.put(judged.change)
      return { kind: 'accepted' }
    },
    awaits: (writer) => !stopped && queue.changes().some((change) => change.writer === writer),
    async settle() {
      await queue.idle()
      await snapshots.write()
    },
    current: () =>
      queue.between(async () => {
        if (hooks.others && (await takeUp(parts)) === 'over') throw new LoadAnew()
      }),
    hear({ held, ...now }) {
      const { epoch, seq, holds } = version()
      const news = now.epoch !== epoch || now.seq > seq || now.holds !== holds
      if (news || (held && still.differs(held))) queue.fellBehind()
    },
    freeze: (agreement) => holdWords(parts, agreement),
    authorsOf(agreement) {
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

const STORING = {
  failed: 'table text cannot be stored; trying again',
  recovered: 'table text is stored again',
}
const KNOWING = {
  failed: 'what was decided on a table text is not known; trying again',
  recovered: 'what was decided on a table text is known again',
}

/** Asks the database until it has answered; what no second try will help is the end of this document. */
function createSurely(
  { table, log, stopped }: { table: TableId; log: Logger; stopped(): boolean },
  says: typeof STORING,
  end: (why: 'stale' | 'broken') => void,
): TableParts['surely'] {
  return async (work) => {
    try {
      return await persist(work, {
        stopped,
        final: (error) => error instanceof OldEpoch || error instanceof CorruptDocument,
        failed: (error) => log.error({ table, error: errorText(error) }, says.failed),
        recovered: (attempts) => log.info({ table, attempts }, says.recovered),
      })
    } catch (error) {
      log.error({ table, error: errorText(error) }, 'a table text is to be loaded anew')
      end(error instanceof OldEpoch ? 'stale' : 'broken')
      return null
    }
  }
}
