import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { listenerGrant, personGrant } from '../../server/media/grants.ts'
import { startListening } from '../../server/media/listening.ts'
import { createSfu } from '../../server/media/sfu.ts'
import { findSfu, startSfu } from '../../server/start/sfu.mjs'
import { until } from '../support/until.ts'
import { everything, type ToGuests } from './guests.ts'
import { lengthOf, round } from './score.ts'

export interface FullHouseReport {
  people: number
  tables: number
  speaking: number
  listenerCores: number
  /** People of whom speech was found, and how much of what they said: proof that the listener did its work. */
  heard: number
  heardPercent: number
}

const TABLES = 8
const PEOPLE = 60
const SPEAKING = 10
const PROCESSES = 4
const SETTLE_MS = 6_000
const MEASURE_MS = 30_000
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * What the listener costs with everybody there: every microphone open, ten people speak at once. Only the listener is measured; the
 * guests are as light as guests can be, so that two cores can hold them all.
 */
export async function fullHouse(): Promise<FullHouseReport> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-sfu-'))
  const address = await startSfu({ binary: await findSfu(), dir })
  const sfu = createSfu(address)
  const tables = Array.from({ length: TABLES }, (_, i) => `house-${i}`)
  const spoken = new Map<string, [number, number][]>()
  const measured = new Set<string>()
  for (const table of tables) await sfu.createRoom(table)
  const listening = startListening(
    {
      pass: async (room) => ({
        url: address.url,
        token: await sfu.mint(`listener:${room}`, listenerGrant(room)),
      }),
      measuring: (room, on) => void (on && measured.add(room)),
      joined: () => undefined,
      track: () => undefined,
      speaking: () => undefined,
      muted: () => undefined,
      throughAir: () => undefined,
      spoke: (_room, person, from, to) =>
        void spoken.set(person, [...(spoken.get(person) ?? []), [from, to]]),
    },
    quiet,
  )
  const groups: ChildProcess[] = []
  try {
    listening.attend(tables)
    await until('the listener is at every table', () => measured.size === TABLES, 40_000)
    for (let group = 0; group < PROCESSES; group++) {
      const people = Array.from({ length: PEOPLE }, (_, i) => i).filter((i) => i % PROCESSES === group)
      const guests = people.map(async (person) => {
        const table = tables[person % TABLES] ?? ''
        const grant = personGrant(table, { microphone: true, camera: false })
        return { token: await sfu.mint(`person-${person}`, grant), speaks: person < SPEAKING }
      })
      groups.push(await invite({ kind: 'come', url: address.url, guests: await Promise.all(guests) }))
    }
    for (const group of groups) group.send({ kind: 'speak' } satisfies ToGuests)
    await pause(SETTLE_MS)
    spoken.clear()
    const before = { cpu: listening.cpuMs(), at: Date.now() }
    await pause(MEASURE_MS)
    const cores = (listening.cpuMs() - before.cpu) / (Date.now() - before.at)
    const voice = everything()
    const share = lengthOf(voice.speech) / ((voice.samples.length / voice.rate) * 1000)
    return {
      people: PEOPLE,
      tables: TABLES,
      speaking: SPEAKING,
      listenerCores: round(cores, 3),
      heard: spoken.size,
      heardPercent: round((lengthOf([...spoken.values()].flat()) / (SPEAKING * MEASURE_MS * share)) * 100, 0),
    }
  } finally {
    for (const group of groups) group.disconnect()
    await listening.close()
    await address.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Some of the people, in a process of their own; resolves when all sit. */
async function invite(order: ToGuests): Promise<ChildProcess> {
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const group = fork(join(import.meta.dirname, 'guests.ts'), {
    execArgv: ['--import', pathToFileURL(tsx).href],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  group.send(order)
  await once(group, 'message')
  return group
}
