import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres } from '../../server/start/postgres.mjs'
import { documentsDatabase } from '../support/documentsDb.ts'
import { bareGuest, ourGuest, type Guest } from './controlPeople.ts'
import type { FromServer } from './controlServer.ts'

/** One size of one server. Bytes and processor time are per person. */
export interface ControlRow {
  server: 'ours' | 'bare'
  people: number
  connecting: Cost
  opening: Cost | null
  /** Each second with nobody doing anything. */
  rest: Cost
  /** Twenty commands a second: from the press to everybody looked at having seen it, ms. */
  seen: { p50: number; p99: number }
  /** Everybody, sixty at most, one command after the other. */
  commandsPerSecond: number
}
export interface Cost {
  bytes: number
  messages: number
  cpuMs: number
}

const LOOKED_AT = 12
const AT_ONCE = 50
const ACTORS = 60
const REST_MS = 4_000
const PACED = { perSecond: 20, ms: 5_000 }
const STORM_MS = 5_000

/** The control channel with everybody in the plenary, beside a socket server that stores nothing, in one run. */
export async function control(sizes: readonly number[]): Promise<ControlRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-bench-'))
  chmodSync(dir, 0o755)
  const postgres = await startPostgres({ dataDir: join(dir, 'pg') })
  try {
    const rows: ControlRow[] = []
    for (const people of sizes) {
      rows.push(await measure('bare', people, ''))
      const database = await documentsDatabase(postgres.url)
      rows.push(await measure('ours', people, database.url))
      await database.close()
    }
    return rows
  } finally {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measure(server: ControlRow['server'], people: number, database: string): Promise<ControlRow> {
  const args = server === 'bare' ? ['bare'] : [database, String(people)]
  const child = fork(join(import.meta.dirname, 'controlServer.ts'), args, { execArgv: ['--import', 'tsx'] })
  const guests: Guest[] = []
  try {
    const { url, links } = await heard(child, 'ready')
    const ways =
      server === 'bare' ? Array.from({ length: people }, () => () => bareGuest(url)) : await waysIn(links)
    const cost = costOf(child, guests, people)
    const connecting = await cost(async () => {
      for (let from = 0; from < ways.length; from += AT_ONCE) {
        guests.push(...(await Promise.all(ways.slice(from, from + AT_ONCE).map((way) => way()))))
      }
      await pause(1_000)
    })
    const organiser = guests[0]
    const opening =
      server === 'bare'
        ? null
        : await cost(() => organiser?.command('openPlenary', {}).then(() => pause(1_000)))
    const rest = await cost(() => pause(REST_MS))
    const actors = guests.slice(server === 'bare' ? 0 : 1).slice(0, ACTORS)
    const seen = await paced(guests, actors)
    const commandsPerSecond = await storm(actors)
    return { server, people, connecting, opening, rest: perSecond(rest), seen, commandsPerSecond }
  } finally {
    for (const one of guests) one.close()
    child.disconnect()
    await once(child, 'exit')
  }
}

async function waysIn(links: readonly string[]): Promise<(() => Promise<Guest>)[]> {
  const ways: (() => Promise<Guest>)[] = []
  for (const link of links) ways.push(await ourGuest(link))
  return ways
}

function heard<K extends FromServer['kind']>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<FromServer, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const listen = (message: FromServer) => {
      if (message.kind !== kind) return
      child.off('message', listen)
      resolve(message as Extract<FromServer, { kind: K }>)
    }
    child.on('message', listen)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

/** What something costs per person: told by the guests, and the server's processor by itself. */
function costOf(child: ChildProcess, guests: readonly Guest[], people: number) {
  const sum = (what: 'bytes' | 'messages') => guests.reduce((all, one) => all + one[what], 0)
  const used = async () => {
    const answer = heard(child, 'used')
    child.send({ kind: 'use' })
    return (await answer).cpuMs
  }
  return async (work: () => Promise<unknown> | undefined): Promise<Cost> => {
    const before = { bytes: sum('bytes'), messages: sum('messages'), cpuMs: await used() }
    await work()
    const cpuMs = (await used()) - before.cpuMs
    const each = (all: number) => Math.round((all / people) * 100) / 100
    return {
      bytes: Math.round(each(sum('bytes') - before.bytes)),
      messages: each(sum('messages') - before.messages),
      cpuMs: each(cpuMs),
    }
  }
}

const perSecond = ({ bytes, messages, cpuMs }: Cost): Cost => {
  const each = (all: number) => Math.round((all / REST_MS) * 1_000 * 100) / 100
  return { bytes: each(bytes), messages: each(messages), cpuMs: each(cpuMs) }
}

async function paced(guests: readonly Guest[], actors: readonly Guest[]): Promise<ControlRow['seen']> {
  const took: number[] = []
  const pressed = new Map<string, number>()
  const step = Math.max(1, Math.floor(guests.length / LOOKED_AT))
  for (const one of guests.filter((_, i) => i % step === 0))
    one.watch((whose) => {
      const at = pressed.get(whose)
      if (at !== undefined) took.push(performance.now() - at)
    })
  const answers: Promise<void>[] = []
  const begun = performance.now()
  for (let i = 0; performance.now() - begun < PACED.ms; i++) {
    const actor = actors[i % actors.length]
    if (actor) {
      pressed.set(actor.id, performance.now())
      answers.push(actor.act())
    }
    await pause(begun + ((i + 1) * 1_000) / PACED.perSecond - performance.now())
  }
  await Promise.all(answers)
  await pause(500)
  const sorted = took.toSorted((a, b) => a - b)
  const at = (part: number) => Math.round((sorted[Math.floor((sorted.length - 1) * part)] ?? NaN) * 10) / 10
  return { p50: at(0.5), p99: at(0.99) }
}

/** Each of these gives one command after the other, below what one person may send in a second. */
async function storm(actors: readonly Guest[]): Promise<number> {
  const until = performance.now() + STORM_MS
  let done = 0
  const one = async (actor: Guest) => {
    while (performance.now() < until) {
      const next = pause(60)
      await actor.act()
      done++
      await next
    }
  }
  const begun = performance.now()
  await Promise.all(actors.map(one))
  return Math.round((done / (performance.now() - begun)) * 1_000)
}

export function printControl(rows: readonly ControlRow[]): void {
  console.log(
    'server | people | connecting kB, messages, cpu ms each | opening kB, cpu ms each | at rest bytes, messages, cpu ms each a second | seen p50, p99 ms | commands/s',
  )
  for (const { server, people, connecting, opening, rest, seen, commandsPerSecond } of rows) {
    const kb = (cost: Cost) => (cost.bytes / 1000).toFixed(1)
    console.log(
      [
        server,
        people,
        `${kb(connecting)}, ${connecting.messages}, ${connecting.cpuMs}`,
        opening ? `${kb(opening)}, ${opening.cpuMs}` : '-',
        `${rest.bytes}, ${rest.messages}, ${rest.cpuMs}`,
        `${seen.p50}, ${seen.p99}`,
        commandsPerSecond,
      ].join(' | '),
    )
  }
}
