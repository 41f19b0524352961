import { setTimeout as pause } from 'node:timers/promises'
import { GOVERNMENT_ROLES, type SessionState } from '../../shared/dialogue/model.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { newId } from '../../server/kit/newId.ts'
import { documentsDatabase } from '../support/documentsDb.ts'
import { openLine, type Line } from '../support/line.ts'
import { absent, wordsIn, writerAt, type WordWriter } from '../support/words.ts'
import { until } from '../support/until.ts'
import { redeem, type Visitor } from '../support/visitor.ts'
import { freePort, startApp } from './appProcess.ts'

const TABLES = 8
const WRITERS = 8
const TYPING_MS = 120_000
/** Between two words of one writer: some forty words a minute. */
const WORD_MS = 1_500

export interface CrashReport {
  writers: number
  typed: number
  acknowledgedBeforeKill: number
  /** Words that were answered as stored and were not in the database after the kill. */
  lost: number
  /** At the end: words that stand there twice, or not at all. */
  doubled: number
  missing: number
  /** From the kill until every writer had an answer again. */
  backMs: number
}

/** Eight tables of eight write for two minutes; in the middle of it the server is killed, and started again. */
export async function crash(postgres: string): Promise<CrashReport> {
  const database = await documentsDatabase(postgres)
  const port = await freePort()
  let app = await startApp(database.url, port)
  try {
    const { visitors, dialogue, agreements, seats } = await seated(app.organiser)
    const writers = await Promise.all(
      visitors.map((visitor) => {
        const table = seats[visitor.person] ?? ''
        return writerAt({ visitor, table, agreement: agreements.get(table) ?? '' })
      }),
    )
    await typing(writers, TYPING_MS / 2)
    const told = writers.map(({ key, acknowledged }) => ({ key, acknowledged }))
    await app.kill()
    const killed = performance.now()
    const stored = await wordsIn(database.store, dialogue, agreements)
    const lost = told.reduce((sum, { key, acknowledged }) => sum + absent(stored, key, acknowledged), 0)
    app = await startApp(database.url, port)
    const before = writers.map(({ acknowledged }) => acknowledged)
    const answered = () => writers.every((one, at) => one.acknowledged > (before[at] ?? 0))
    const [backMs] = await Promise.all([
      until('everybody is answered', answered, 60_000).then(() => performance.now() - killed),
      typing(writers, TYPING_MS / 2),
    ])
    await until(
      'all is stored',
      () => writers.every(({ typed, acknowledged }) => acknowledged >= typed),
      30_000,
    )
    const after = await wordsIn(database.store, dialogue, agreements)
    for (const writer of writers) writer.stop()
    return {
      writers: writers.length,
      typed: sum(writers.map(({ typed }) => typed)),
      acknowledgedBeforeKill: sum(told.map(({ acknowledged }) => acknowledged)),
      lost,
      doubled: after.length - new Set(after).size,
      missing: sum(writers.map(({ key, typed }) => absent(after, key, typed))),
      backMs: Math.round(backMs),
    }
  } finally {
    await app.kill()
    await database.close()
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
async function ok(line: Line, type: string, payload: object): Promise<void> {
  const answer = await line.command(type, payload)
  if (!answer.ok) throw new Error(`${type}: ${answer.code}`)
}

/** Everybody at their table, each table with an agreement. */
async function seated(link: string) {
  const organiser = await redeem(link)
  const list = Array.from({ length: TABLES * WRITERS }, (_, at) => `Schrijver${at};inwoner;deelnemer`).join(
    '\n',
  )
  await organiser.send('POST', 'api/people', { text: list, check: false })
  const rows = (await organiser.get<LinkRow[]>('api/links')).filter(({ role }) => role === 'participant')
  const visitors: Visitor[] = []
  for (const { url } of rows) visitors.push(await redeem(url))
  const line = openLine(organiser)
  await line.next('welcome')
  for (let table = line.state().tableOrder.length; table < TABLES; table++)
    await ok(line, 'addTable', { role: GOVERNMENT_ROLES[table % GOVERNMENT_ROLES.length] })
  for (const type of ['openPlenary', 'spreadEvenly', 'announceSplit']) await ok(line, type, {})
  await ok(line, 'startTables', { version: 1 })
  const state = (): SessionState => line.state()
  await until('seated', () => state().phase.name === 'tables')
  const seats = state().seating?.seats ?? {}
  const agreements = new Map<string, string>()
  for (const table of state().tableOrder) {
    const visitor = visitors.find(({ person }) => seats[person] === table)
    if (!visitor) throw new Error('a table without people')
    const own = openLine(visitor)
    await own.next('welcome')
    const agreement = newId('agr')
    await ok(own, 'addAgreement', { table, agreement })
    agreements.set(table, agreement)
    await own.close()
  }
  const dialogue = state().dialogue.id
  await line.close()
  return { visitors, dialogue, agreements, seats }
}

async function typing(writers: readonly WordWriter[], ms: number): Promise<void> {
  const end = performance.now() + ms
  await Promise.all(
    writers.map(async (writer, at) => {
      await pause((at * WORD_MS) / writers.length)
      while (performance.now() < end) {
        writer.type()
        await pause(WORD_MS)
      }
    }),
  )
}
