import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { createStore } from '../../server/store/connection.ts'
import type { Store } from '../../server/store/store.ts'
import { freePort, startApp, type AppProcess } from '../bench/appProcess.ts'
import { openRoad, type Road } from '../support/cluster.ts'
import { documentsDatabase } from '../support/documentsDb.ts'

/** One app process, that can be killed and started again on its port. */
export interface AppNode {
  port: number
  /** 0 when it is not there. */
  pid(): number
  lives(): boolean
  signal(signal: NodeJS.Signals): void
  kill(): Promise<void>
  /** Starts it again; resolves when it serves, with the milliseconds that took. */
  start(): Promise<number>
  /** MB of memory it holds now. */
  memoryMb(): number
}

/** Real processes with roads before them: the app, or several, and the database behind. */
export interface World {
  nodes: AppNode[]
  /** What people come in by: one of the nodes, chosen by chance for every line. */
  entrance: Road
  /** Between the apps and the database. */
  toDatabase: Road
  /** What nodes hear one another by; null with one node. */
  toRedis: Road | null
  organiserLink: string
  /** The database itself, past the road. */
  store: Store
  databaseUrl: string
  chance(below: number): number
  /** A road of somebody's own to the entrance. */
  ownRoad(): Promise<Road>
  close(): Promise<void>
}

export interface WorldInput {
  /** Connection string of a PostgreSQL to make a database in. */
  postgres: string
  chance(below: number): number
  nodes?: number
  /** Address of a Redis; needed for more than one node. */
  redis?: string
  /** What the apps are told beside the usual. */
  settings?: Record<string, string>
}

export async function openWorld({
  postgres,
  chance,
  nodes: count = 1,
  redis,
  settings: more,
}: WorldInput): Promise<World> {
  const database = await documentsDatabase(postgres)
  const part = () => chance(1_000_000) / 1_000_000
  const roads: Road[] = []
  const road = async (to: () => number[]) => {
    const made = await openRoad({ to, chance: part })
    roads.push(made)
    return made
  }
  const toDatabase = await road(() => [Number(new URL(database.url).port)])
  const toRedis = redis ? await road(() => [Number(new URL(redis).port || 6379)]) : null
  const nodes: AppNode[] = []
  const entrance = await road(() => nodes.filter((node) => node.lives()).map(({ port }) => port))
  const settings: Record<string, string> = { PUBLIC_URL: `http://127.0.0.1:${entrance.port}`, ...more }
  if (redis && toRedis) settings['REDIS_URL'] = over(toRedis, redis)
  let organiserLink = ''
  try {
    for (let at = 0; at < count; at++) {
      const node = await startNode(over(toDatabase, database.url), settings)
      nodes.push(node)
      organiserLink ||= node.organiser
    }
  } catch (error) {
    await Promise.all([...nodes.map((node) => node.kill()), ...roads.map((one) => one.stop())])
    await database.close()
    throw error
  }
  const store = await createStore({ url: database.url })
  return {
    nodes,
    entrance,
    toDatabase,
    toRedis,
    organiserLink,
    store,
    databaseUrl: database.url,
    chance,
    ownRoad: () => road(() => [entrance.port]),
    async close() {
      await Promise.all(nodes.map((node) => node.kill()))
      await store.close()
      await Promise.all(roads.map((one) => one.stop()))
      await database.close()
    },
  }
}

/** The same address, by this road. */
function over({ port }: Road, address: string): string {
  const url = new URL(address)
  url.port = String(port)
  return url.href
}

async function startNode(
  databaseUrl: string,
  settings: Record<string, string>,
): Promise<AppNode & { organiser: string }> {
  const port = await freePort()
  let app: AppProcess | null = await startApp(databaseUrl, port, settings)
  const pid = () => app?.pid ?? 0
  return {
    port,
    organiser: app.organiser,
    pid,
    lives: () => app?.lives() ?? false,
    signal: (signal) => void process.kill(pid(), signal),
    async kill() {
      const last = app
      app = null
      await last?.kill()
    },
    async start() {
      const began = performance.now()
      app = await startApp(databaseUrl, port, settings)
      return Math.round(performance.now() - began)
    },
    memoryMb() {
      const [, kb = 'NaN'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid()}/status`, 'utf8')) ?? []
      return Math.round(Number(kb) / 1_024)
    },
  }
}

/** Memory now and then over this time: how much more than at its beginning, at most. */
export async function memoryRise(node: AppNode, ms: number): Promise<number> {
  const first = node.memoryMb()
  let most = first
  for (const end = performance.now() + ms; performance.now() < end; await pause(500))
    most = Math.max(most, node.memoryMb())
  return most - first
}
