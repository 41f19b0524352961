import { setTimeout as pause } from 'node:timers/promises'
import { documentsDatabase } from '../support/documentsDb.ts'
import type { House } from './arithmetic.ts'
import { inHalls, type Hall, type HallInput } from './controlHalls.ts'
import { inPostgres } from './database.ts'
import { takeTurns, type Row } from './pairs.ts'
import { familyMs } from './processor.ts'
import { planRows } from './scalePlan.ts'
import {
  checkRows,
  houseRows,
  HOUSES,
  NAMES,
  storedRows,
  textRows,
  unitRows,
  type Came,
  type HouseName,
  type Turn,
} from './scaleRows.ts'
import { storedIn } from './stored.ts'
import { toTables } from './tables.ts'
import { textCost } from './textCost.ts'

const ROUNDS = 3
const WARM_MS = 500
const WINDOW_MS = 1_200
const EVENTS_PER_SECOND = 20
const WARM_LINES = 20_000

/**
 * Dialogues at their tables on one app server, with talk at every table and announcements to everybody: what things cost by themselves,
 * worked out from small houses, and whether that tells what larger ones cost. Beside it what writing costs, and what is stored.
 */
export const scale = (): Promise<Row[]> =>
  inPostgres(async (postgres, pid) => {
    const texts = await textCost(postgres, pid)
    const inputs: [HouseName, HallInput][] = []
    for (const name of NAMES) {
      const { dialogues, people } = HOUSES[name]
      const database = await documentsDatabase(postgres)
      await database.close()
      inputs.push([name, { kind: 'ours', dialogues, people: dialogues * people, database: database.url }])
    }
    return inHalls(inputs, async (halls) => {
      const came = new Map<HouseName, Came>()
      for (const [name, hall] of halls) {
        const { dialogues, people } = HOUSES[name]
        for (const leader of hall.guests.slice(0, dialogues)) await toTables(leader, people)
        const { cpuMs, bytes } = hall.connecting
        came.set(name, { comingMs: cpuMs, comingBytes: bytes, memoryMb: await hall.memoryMb() })
      }
      const works = Object.fromEntries(
        [...halls].map(([name, hall]) => [name, () => turn(hall, HOUSES[name], () => familyMs(pid))]),
      )
      for (const [name, hall] of halls) await warm(hall, HOUSES[name])
      await takeTurns(1, works)
      const turns: Record<string, Turn[]> = await takeTurns(ROUNDS, works)
      const many = new Map(inputs).get('many')
      const stored = storedRows(await storedIn(many?.database ?? ''))
      return [
        ...houseRows(turns, came),
        ...unitRows(turns, came),
        ...textRows(texts),
        ...stored,
        ...checkRows(turns, came),
        ...planRows(turns, came, texts),
      ]
    })
  })

/** Code is slow until it has run often: every house is a process of its own, and each has told as many lines before it is measured. */
async function warm(hall: Hall, { dialogues, people }: Omit<House, 'eventsPerSecond'>): Promise<void> {
  hall.talk(true)
  for (let told = 0; told < WARM_LINES;) told += people * (await announce(hall, dialogues))
  hall.talk(false)
}

async function turn(hall: Hall, { dialogues, people }: Omit<House, 'eventsPerSecond'>, behind: () => number) {
  const all = dialogues * people
  hall.talk(true)
  await pause(WARM_MS)
  const quiet = await spent(hall, all, behind, () => pause(WINDOW_MS))
  let given = 0
  const busy = await spent(hall, all, behind, async () => void (given = await announce(hall, dialogues)))
  hall.talk(false)
  const eventsPerSecond = given / busy.seconds
  const more = (of: 'cpuMs' | 'bytes' | 'databaseMs') => (busy[of] - quiet[of]) / eventsPerSecond
  return {
    talkMs: quiet.cpuMs,
    talkBytes: quiet.bytes,
    busyMs: busy.cpuMs,
    eventsPerSecond,
    eventMs: more('cpuMs'),
    toldBytes: more('bytes') / people,
    databaseMs: more('databaseMs'),
  } satisfies Turn
}

/** Of all people together, a second. */
async function spent({ cost }: Hall, people: number, behind: () => number, work: () => Promise<unknown>) {
  const [begun, before] = [performance.now(), behind()]
  const { cpuMs, bytes } = await cost(work)
  const seconds = (performance.now() - begun) / 1_000
  const each = (one: number) => (one * people) / seconds
  return { seconds, cpuMs: each(cpuMs), bytes: each(bytes), databaseMs: (behind() - before) / seconds }
}

/** Whoever leads each dialogue in turn says something to everybody in it; resolves to how often. */
async function announce({ guests }: Hall, dialogues: number): Promise<number> {
  const begun = performance.now()
  const answers: Promise<void>[] = []
  while (performance.now() - begun < WINDOW_MS) {
    const text = `Mededeling ${answers.length + 1}`
    answers.push(guests[answers.length % dialogues]?.command('announce', { text }) ?? Promise.resolve())
    await pause(begun + (answers.length * 1_000) / EVENTS_PER_SECOND - performance.now())
  }
  await Promise.all(answers)
  return answers.length
}
