import { createHash } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import type { SessionId } from '../../shared/dialogue/model.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import { createAir } from '../kit/air.ts'
import { isSuperseded } from './fences.ts'
import { spendHold } from './heldWords.ts'
import { keepOnList } from './listed.ts'
import type { Answered, Append, Appended, Asked, EventLog } from './store.ts'
import type { Tables } from './tables.ts'

/** Thrown inside the transaction to undo it; becomes a value outside. */
class Lost extends Error {
  readonly outcome: Appended
  constructor(outcome: Appended) {
    super('append undone')
    this.outcome = outcome
  }
}

interface Line {
  seq: number
  at: number
  actor: string
  /** As it is stored. */
  event: unknown
}

/** Each line's hash is over its own text and the hash before it: a changed line breaks the chain from there on. */
const chain = (previous: Buffer | null, line: Line): Buffer =>
  createHash('sha256')
    .update(previous ?? Buffer.alloc(0))
    .update(JSON.stringify([line.seq, line.at, line.actor, line.event]))
    .digest()

/** The commands' ids are taken in the same transaction as their effect, so that none can ever work twice. */
async function takeCommands(tx: Transaction<Tables>, entries: readonly Append[]): Promise<void> {
  const named = entries.flatMap((entry) => (entry.commandId === null ? [] : [{ entry, id: entry.commandId }]))
  if (named.length === 0) return
  const rows = await tx
    .insertInto('commands')
    .values(
      named.map(({ entry: { session, actor, answer, at }, id }) => ({
        command_id: id,
        session_id: session,
        actor,
        answer: JSON.stringify(answer),
        at,
      })),
    )
    .onConflict((on) => on.column('command_id').doNothing())
    .returning('command_id')
    .execute()
  if (rows.length === named.length) return
  const taken = new Set(rows.map(({ command_id }) => command_id))
  const first = named.find(({ id }) => !taken.has(id))
  if (!first) return
  const { session, actor } = first.entry
  const earlier = (await answersTo(tx, session, [{ commandId: first.id, actor }]))[first.id]
  // somebody else's id is nobody's to use again
  throw new Lost(
    earlier ? { ok: false, reason: 'repeated', answer: earlier } : { ok: false, reason: 'foreign' },
  )
}

/** What was answered to these commands before, by their ids; an id that another actor used is none of them. */
async function answersTo(db: Kysely<Tables>, session: SessionId, asked: readonly Asked[]): Promise<Answered> {
  if (asked.length === 0) return {}
  const rows = await db
    .selectFrom('commands')
    .select(['command_id', 'actor', 'answer'])
    .where(
      'command_id',
      'in',
      asked.map(({ commandId }) => commandId),
    )
    .where('session_id', '=', session)
    .execute()
  const own = rows.filter((row) =>
    asked.some(({ commandId, actor }) => commandId === row.command_id && actor === row.actor),
  )
  return Object.fromEntries(own.map((row) => [row.command_id, row.answer]))
}

/** What these events say of the session as a whole. */
const marksOf = ({ at, events }: Append): { begun_at?: number; ended_at?: number } => ({
  ...(events.some(({ type }) => type === 'PlenaryOpened') && { begun_at: at }),
  ...(events.some(({ type }) => type === 'SessionEnded') && { ended_at: at }),
})

/** The session's row, locked for the length of the transaction: one writer at a time. */
const headOf = (tx: Transaction<Tables>, session: SessionId) =>
  tx
    .selectFrom('sessions')
    .select(['last_seq', 'last_hash'])
    .where('id', '=', session)
    .forUpdate()
    .executeTakeFirst()

/**
 * Within a transaction that is under way: what these commands of one session led to, the one behind the other. Throws `Lost`
 * when it cannot be done; then none of it was.
 */
export async function appendIn(
  tx: Transaction<Tables>,
  first: Append,
  ...more: readonly Append[]
): Promise<RecordedEvent[]> {
  const { session, after } = first
  const entries = [first, ...more]
  const head = await headOf(tx, session)
  // first of all: whoever lost the race has written nothing that is to be undone
  if (head?.last_seq !== after) throw new Lost({ ok: false, reason: 'conflict' })
  for (const { fence } of entries)
    if (await isSuperseded(tx, session, fence)) throw new Lost({ ok: false, reason: 'superseded' })
  await takeCommands(tx, entries)
  const happened = entries.flatMap(({ at, actor, events }) => events.map((event) => ({ at, actor, event })))
  if (happened.length === 0) return []
  for (const { held } of entries)
    if (held && !(await spendHold(tx, held))) throw new Lost({ ok: false, reason: 'released' })
  let hash = head.last_hash
  const lines = happened.map(({ at, actor, event }, index) => {
    const line = { seq: after + 1 + index, at, actor, event: toStored(event) }
    hash = chain(hash, line)
    return { ...line, event: JSON.stringify(line.event), hash, session_id: session }
  })
  await tx.insertInto('events').values(lines).execute()
  await tx
    .updateTable('sessions')
    .set({ last_seq: after + lines.length, last_hash: hash, ...Object.assign({}, ...entries.map(marksOf)) })
    .where('id', '=', session)
    .execute()
  for (const { event } of happened) await keepOnList(tx, event)
  return happened.map(({ at, event }, index) => ({ seq: after + 1 + index, at, event }))
}

/** So many lines go to the database at once. */
const TOGETHER = 500

const linesIn = (tx: Kysely<Tables>, session: SessionId) =>
  tx
    .selectFrom('events')
    .select(['seq', 'at', 'actor', 'event', 'hash'])
    .where('session_id', '=', session)
    .orderBy('seq')

/**
 * The number of the first line that does not fit the one before it, or that is not there although the session says that the log
 * goes on; null when all is as it was written. Within a transaction that sees one moment, for a log may be written anew.
 */
async function firstWrong(tx: Transaction<Tables>, session: SessionId): Promise<number | null> {
  const head = await tx
    .selectFrom('sessions')
    .select(['last_seq', 'last_hash'])
    .where('id', '=', session)
    .executeTakeFirst()
  let previous: Buffer | null = null
  let seq = 0
  for (;;) {
    const some = await linesIn(tx, session).where('seq', '>', seq).limit(TOGETHER).execute()
    for (const { hash, ...line } of some) {
      if (line.seq !== seq + 1 || !chain(previous, line).equals(hash)) return seq + 1
      previous = hash
      seq = line.seq
    }
    if (some.length < TOGETHER) break
  }
  if (!head || seq < head.last_seq) return seq + 1
  const ends = previous === null ? head.last_hash === null : head.last_hash?.equals(previous)
  return ends && seq === head.last_seq ? null : Math.max(seq, 1)
}

/**
 * The one way in which lines that stand in a log become others: within a transaction that is under way, and the chain is made
 * anew from the first of them on. Others get their turn meanwhile. Says how many lines have become others, and the hash the log ended with before; whoever calls this
 * tells both in the log's next line.
 */
export async function rewriteIn(
  tx: Transaction<Tables>,
  session: SessionId,
  change: (event: unknown) => unknown,
): Promise<{ lines: number; before: string }> {
  const stands = await tx
    .selectFrom('sessions')
    .select('last_hash')
    .where('id', '=', session)
    .forUpdate()
    .execute()
  const before = stands[0]?.last_hash?.toString('hex') ?? ''
  const air = createAir()
  let hash: Buffer | null = null
  let lines = 0
  let seq = 0
  for (;;) {
    const some = await linesIn(tx, session).where('seq', '>', seq).limit(TOGETHER).execute()
    const anew: Rewritten[] = []
    for (const { hash: _old, ...line } of some) {
      const event = change(line.event)
      const text = JSON.stringify(event)
      if (text !== JSON.stringify(line.event)) lines += 1
      hash = chain(hash, { ...line, event })
      seq = line.seq
      // what stands before the first change stays as it is
      if (lines > 0) anew.push({ seq, text, hash })
      await air()
    }
    if (anew.length > 0) await putAnew(tx, session, anew)
    if (some.length < TOGETHER) break
  }
  if (lines === 0) return { lines, before }
  await tx.updateTable('sessions').set({ last_hash: hash }).where('id', '=', session).execute()
  return { lines, before }
}

interface Rewritten {
  seq: number
  text: string
  hash: Buffer
}

const putAnew = (tx: Transaction<Tables>, session: SessionId, lines: readonly Rewritten[]) =>
  sql`
    update events set event = item.event::json, hash = item.hash
    from unnest(${lines.map(({ seq }) => seq)}::int[], ${lines.map(({ text }) => text)}::text[],
      ${lines.map(({ hash }) => hash)}::bytea[]) as item (seq, event, hash)
    where events.session_id = ${session} and events.seq = item.seq`.execute(tx)

const recorded = ({ seq, at, event }: Pick<Line, 'seq' | 'at' | 'event'>): RecordedEvent => ({
  seq,
  at,
  event: fromStored(event),
})

const linesOf = (db: Kysely<Tables>, session: SessionId) =>
  db.selectFrom('events').select(['seq', 'at', 'event']).where('session_id', '=', session).orderBy('seq')

const behind = async (db: Kysely<Tables>, session: SessionId, after: number): Promise<RecordedEvent[]> =>
  (await linesOf(db, session).where('seq', '>', after).execute()).map(recorded)

/** The append-only log of what happened, one numbered line after the other per session. */
export function createEventLog(db: Kysely<Tables>): EventLog {
  async function appended(work: (tx: Transaction<Tables>) => Promise<RecordedEvent[]>): Promise<Appended> {
    try {
      return { ok: true, recorded: await db.transaction().execute(work) }
    } catch (error) {
      if (error instanceof Lost) return error.outcome
      throw error
    }
  }

  return {
    read: (session, after = 0) => behind(db, session, after),
    async readOnly(session, types) {
      const ofTypes = linesOf(db, session).where(sql<string>`event ->> 'type'`, 'in', types)
      return (await ofTypes.execute()).map(recorded)
    },
    answered: (session, asked) => answersTo(db, session, asked),
    append: (...entries) => appended((tx) => appendIn(tx, ...entries)),
    appendInTurn: ({ session, after, asked }, decide) =>
      appended(async (tx) => {
        await headOf(tx, session)
        const earlier = await answersTo(tx, session, asked)
        const [first, ...more] = decide(await behind(tx, session, after), earlier)
        return first ? appendIn(tx, first, ...more) : []
      }),
    verify: (session) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((tx) => firstWrong(tx, session)),
  }
}
