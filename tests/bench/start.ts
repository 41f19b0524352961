import { tmpdir } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { createDocuments } from '../../server/documents/server.ts'
import { openApp } from '../../server/app.ts'
import { createStore } from '../../server/store/connection.ts'
import type { SpeechInterval, Store } from '../../server/store/store.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import { documentsDatabase } from '../support/documentsDb.ts'
import { createFakeMedia } from '../support/fakeMedia.ts'
import { inPostgres } from './database.ts'
import { evening } from './evening.ts'
import { spreadOf, takeTurns } from './pairs.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const DIALOGUES = 500
const TIMES = 9

export interface StartReport {
  endedDialogues: number
  eventsEach: number
  /** Medians, milliseconds, from connecting to the database to a house that lets people in. */
  withNoneMs: number
  withEndedMs: number
  ratio: number
  /** The same, turn by turn. */
  turns: { none: number[]; ended: number[] }
  /** Heap in use once it is open, MB more than with none. */
  heapMb: number
}

/** Opening the house on a database without dialogues, and on one with hundreds that have ended. In one run, turn by turn. */
export const start = (): Promise<StartReport> =>
  inPostgres(async (postgres) => {
    const [empty, full] = [await documentsDatabase(postgres), await documentsDatabase(postgres)]
    const log = evening()
    await fill(full.url, log)
    // the first opening loads code
    await opened(empty.url)
    const found = await takeTurns(TIMES, { none: () => opened(empty.url), ended: () => opened(full.url) })
    await Promise.all([empty.close(), full.close()])
    const ms = (all: Opened[]) => all.map((one) => one.ms)
    const [withNoneMs, withEndedMs] = [found.none, found.ended].map((all) =>
      Math.round(spreadOf(ms(all)).median),
    )
    const heapMb = (all: Opened[]) => spreadOf(all.map((one) => one.heapMb)).median
    return {
      endedDialogues: DIALOGUES,
      eventsEach: log.length,
      withNoneMs: withNoneMs ?? NaN,
      withEndedMs: withEndedMs ?? NaN,
      ratio: Math.round(((withEndedMs ?? NaN) / (withNoneMs ?? NaN)) * 100) / 100,
      turns: { none: ms(found.none), ended: ms(found.ended) },
      heapMb: Math.round(heapMb(found.ended) - heapMb(found.none)),
    }
  })

interface Opened {
  ms: number
  heapMb: number
}

async function opened(url: string): Promise<Opened> {
  const log = pino({ level: 'silent' })
  const begun = performance.now()
  const store = await createStore({ url })
  const house = await openApp({
    outside: {
      basePath: '',
      publicUrl: 'http://127.0.0.1:3000',
      sfuUrls: [],
      frameAncestors: [],
      clientDir: tmpdir(),
      demo: false,
    },
    instanceKey: 'a key for benchmarks that is long enough',
    store,
    media: createFakeMedia(),
    documents: createDocuments({ store: store.documents, log }),
    log,
  })
  const ms = performance.now() - begun
  collect()
  const heapMb = process.memoryUsage().heapUsed / 1024 / 1024
  await house.close()
  return { ms, heapMb }
}

async function fill(url: string, log: readonly RecordedEvent[]): Promise<void> {
  const store = await createStore({ url })
  for (let number = 0; number < DIALOGUES; number++) await keep(store, number, log)
  await store.close()
}

/** One evening as it is stored, but for the times of its events, with speech where there was a turn. */
async function keep({ people, events, speech }: Store, number: number, log: readonly RecordedEvent[]) {
  const session = `ses_${number}`
  const row = {
    id: `dlg_${number}`,
    session,
    title: 'Samen beslissen',
    promise: null,
    startsAt: null,
    endsAt: null,
  }
  await people.createDialogue({ ...row, demo: false }, [])
  const at = log.at(-1)?.at ?? 0
  const stored = { session, after: 0, at, actor: 'system' as const, commandId: null }
  await events.append({ ...stored, answer: { ok: true }, events: log.map(({ event }) => event) })
  await speech.add(log.flatMap((line) => spoken(session, line)))
}

function spoken(session: string, { at, event }: RecordedEvent): SpeechInterval[] {
  if (event.type !== 'TurnStarted') return []
  return [0, 10_000, 20_000, 30_000].map((later) => ({
    session,
    room: event.room,
    person: 'Ans',
    startMs: at + later,
    endMs: at + later + 8_000,
  }))
}
