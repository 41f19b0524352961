import { createHash } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import type { SessionId } from '../../shared/dialogue/model.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import { keepOnList } from './listed.ts'
import type { Append, Appended, EventLog } from './store.ts'
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

/** The command's id is taken in the same transaction as its effect, so that it can never work twice. */
async function takeCommand(tx: Transaction<Tables>, entry: Append, commandId: string): Promise<void> {
  const taken = await tx
    .insertInto('commands')
    .values({
      command_id: commandId,
      session_id: entry.session,
      actor: entry.actor,
      answer: JSON.stringify(entry.answer),
      at: entry.at,
    })
    .onConflict((on) => on.column('command_id').doNothing())
    .returning('command_id')
    .executeTakeFirst()
  if (taken) return
  const earlier = await tx
    .selectFrom('commands')
    .select('answer')
    .where('command_id', '=', commandId)
    .where('session_id', '=', entry.session)
    .where('actor', '=', entry.actor)
    .executeTakeFirst()
  // somebody else's id is nobody's to use again
  if (!earlier) throw new Lost({ ok: false, reason: 'foreign' })
  throw new Lost({ ok: false, reason: 'repeated', answer: earlier.answer })
}

/** What these events say of the session as a whole. */
const marksOf = ({ at, events }: Append): { begun_at?: number; ended_at?: number } => ({
  ...(events.some(({ type }) => type === 'PlenaryOpened') && { begun_at: at }),
  ...(events.some(({ type }) => type === 'SessionEnded') && { ended_at: at }),
})

/** Within a transaction that is under way; throws `Lost` when it cannot be done. */
export async function appendIn(tx: Transaction<Tables>, entry: Append): Promise<Appended> {
  // the session's row is locked for the length of the transaction: one writer at a time
  const head = await tx
    .selectFrom('sessions')
    .select(['last_seq', 'last_hash'])
    .where('id', '=', entry.session)
    .forUpdate()
    .executeTakeFirst()
  if (entry.commandId) await takeCommand(tx, entry, entry.commandId)
  if (head?.last_seq !== entry.after) throw new Lost({ ok: false, reason: 'conflict' })
  if (entry.events.length === 0) return { ok: true, recorded: [] }
  let hash = head.last_hash
  const lines = entry.events.map((event, index) => {
    const line = { seq: entry.after + 1 + index, at: entry.at, actor: entry.actor, event: toStored(event) }
    hash = chain(hash, line)
    return { ...line, hash }
  })
  await tx
    .insertInto('events')
    .values(lines.map((line) => ({ ...line, event: JSON.stringify(line.event), session_id: entry.session })))
    .execute()
  await tx
    .updateTable('sessions')
    .set({ last_seq: entry.after + lines.length, last_hash: hash, ...marksOf(entry) })
    .where('id', '=', entry.session)
    .execute()
  for (const event of entry.events) await keepOnList(tx, event)
  const recorded = entry.events.map((event, index) => ({ seq: entry.after + 1 + index, at: entry.at, event }))
  return { ok: true, recorded }
}

/** So many lines go to the database at once. */
const TOGETHER = 500

const linesIn = (tx: Kysely<Tables>, session: SessionId) =>
  tx
    .selectFrom('events')
    .select(['seq', 'at', 'actor', 'event', 'hash'])
    .where('session_id', '=', session)
    .orderBy('seq')
    .execute()

/**
 * The one way in which lines that stand in a log become others: within a transaction that is under way, and the chain is made
 * anew over all of them. Says how many lines have become others, and the hash the log ended with before; whoever calls this
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
  let hash: Buffer | null = null
  let lines = 0
  const anew = (await linesIn(tx, session)).map(({ hash: _old, ...line }) => {
    const event = change(line.event)
    const text = JSON.stringify(event)
    if (text !== JSON.stringify(line.event)) lines += 1
    hash = chain(hash, { ...line, event })
    return { seq: line.seq, text, hash }
  })
  if (lines === 0) return { lines, before }
  for (let from = 0; from < anew.length; from += TOGETHER) {
    const some = anew.slice(from, from + TOGETHER)
    await sql`
      update events set event = item.event::json, hash = item.hash
      from unnest(${some.map(({ seq }) => seq)}::int[], ${some.map(({ text }) => text)}::text[],
        ${some.map((line) => line.hash)}::bytea[]) as item (seq, event, hash)
      where events.session_id = ${session} and events.seq = item.seq`.execute(tx)
  }
  await tx.updateTable('sessions').set({ last_hash: hash }).where('id', '=', session).execute()
  return { lines, before }
}

const recorded = ({ seq, at, event }: Pick<Line, 'seq' | 'at' | 'event'>): RecordedEvent => ({
  seq,
  at,
  event: fromStored(event),
})

/** The append-only log of what happened, one numbered line after the other per session. */
export function createEventLog(db: Kysely<Tables>): EventLog {
  const linesOf = (session: SessionId) =>
    db.selectFrom('events').select(['seq', 'at', 'event']).where('session_id', '=', session).orderBy('seq')
  return {
    async read(session, after = 0) {
      return (await linesOf(session).where('seq', '>', after).execute()).map(recorded)
    },
    async readOnly(session, types) {
      const ofTypes = linesOf(session).where(sql<string>`event ->> 'type'`, 'in', types)
      return (await ofTypes.execute()).map(recorded)
    },
    async answered(session, commandId, actor) {
      const row = await db
        .selectFrom('commands')
        .select('answer')
        .where('command_id', '=', commandId)
        .where('session_id', '=', session)
        .where('actor', '=', actor)
        .executeTakeFirst()
      return row?.answer ?? null
    },
    async append(entry) {
      try {
        return await db.transaction().execute((tx) => appendIn(tx, entry))
      } catch (error) {
        if (error instanceof Lost) return error.outcome
        throw error
      }
    },
    async verify(session) {
      let previous: Buffer | null = null
      for (const { hash, ...line } of await linesIn(db, session)) {
        if (!chain(previous, line).equals(hash)) return line.seq
        previous = hash
      }
      return null
    },
  }
}
