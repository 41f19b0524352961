import { bareGuest, ourGuest, socketGuest, type Guest } from './controlPeople.ts'
import { dataHall } from './controlData.ts'
import { openCrowd, type Crowd } from './controlCrowd.ts'
import { end, startOurs, startPeer, usedBy, type OursOnNodes, type Used } from './controlProcess.ts'
import type { ToServer } from './controlServer.ts'

export type Kind = 'ours' | 'bare' | 'socket.io' | 'LiveKit data'

/** What something costs per person: as the guests were told, and the server's processor by itself. */
export interface Cost {
  bytes: number
  messages: number
  cpuMs: number
}

/** `OursOnNodes` says nothing of the others but how many people there are. */
export interface HallInput extends OursOnNodes {
  kind: Kind
}

/** One server with so many people in it. */
export interface Hall {
  kind: Kind
  /**
   * Those whose doings are looked at: who leads, of each dialogue the first, and then the others in turn, spread over the nodes
   * likewise. People who are not here only count what comes to them.
   */
  guests: Guest[]
  connecting: Cost
  cost(work: () => Promise<unknown>): Promise<Cost>
  /** Ours on one node only: there is talk at the tables. */
  talk(on: boolean): void
  /** What the processes that serve hold in memory. Not of the SFU. */
  memoryMb(): Promise<number>
  close(): Promise<void>
}

/** The others sit in processes of their own, so that who looks is not held up by them. */
const LOOKED_AT = 64
const AT_ONCE = 10
const SETTLE_MS = 1_000

interface Source {
  ways: (() => Promise<Guest>)[]
  crowd: Crowd | null
  used(): Promise<Used>
  order(order: ToServer): void
  close(): Promise<void>
}

/** All stand at once while the work goes on, and go again whatever comes of it. */
export async function inHalls<K, T>(
  inputs: readonly (readonly [K, HallInput])[],
  work: (halls: ReadonlyMap<K, Hall>) => Promise<T>,
): Promise<T> {
  const halls = new Map<K, Hall>()
  try {
    for (const [name, input] of inputs) halls.set(name, await openHall(input))
    return await work(halls)
  } finally {
    for (const hall of halls.values()) await hall.close()
  }
}

async function openHall(input: HallInput): Promise<Hall> {
  const { kind, people } = input
  const source = kind === 'LiveKit data' ? await throughSfu(people) : await served(kind, input)
  const guests: Guest[] = []
  const cost = costOf(guests, source, people)
  try {
    const connecting = await cost(async () => {
      for (let from = 0; from < source.ways.length; from += AT_ONCE) {
        guests.push(...(await Promise.all(source.ways.slice(from, from + AT_ONCE).map((way) => way()))))
      }
      await source.crowd?.connect()
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    })
    const close = async () => {
      for (const one of guests) one.close()
      await source.close()
    }
    const talk = (on: boolean) => source.order({ kind: 'talk', on })
    const memoryMb = async () => (await source.used()).mb
    return { kind, guests, connecting, cost, talk, memoryMb, close }
  } catch (error) {
    await source.close()
    throw error
  }
}

async function throughSfu(people: number): Promise<Source> {
  const hall = await dataHall(people)
  const used = async () => ({ cpuMs: hall.cpuMs(), mb: NaN })
  return { ...hall, crowd: null, used, order: () => undefined }
}

async function served(kind: Exclude<Kind, 'LiveKit data'>, input: HallInput): Promise<Source> {
  const { people } = input
  const servers = kind === 'ours' ? await startOurs(input) : await startPeer(kind)
  const { url, links } = servers
  const looked = Math.min(people, LOOKED_AT)
  const ways = await Promise.all(
    Array.from({ length: looked }, async (_, i) => {
      if (kind === 'bare') return () => bareGuest(url)
      if (kind === 'socket.io') return () => socketGuest(url)
      return ourGuest(links[i] ?? '')
    }),
  )
  const crowd =
    people > looked
      ? await openCrowd({ kind, url, links: links.slice(looked), count: people - looked })
      : null
  return {
    ways,
    crowd,
    order: (order) => servers.children[0]?.send(order),
    used: () => usedBy(servers),
    async close() {
      await crowd?.close()
      await end(servers)
    },
  }
}

function costOf(guests: readonly Guest[], { crowd, used }: Source, people: number): Hall['cost'] {
  const told = async () => {
    const others = (await crowd?.counts()) ?? { bytes: 0, messages: 0 }
    const sum = (what: 'bytes' | 'messages') => guests.reduce((all, one) => all + one[what], others[what])
    return { bytes: sum('bytes'), messages: sum('messages'), cpuMs: (await used()).cpuMs }
  }
  return async (work) => {
    const before = await told()
    await work()
    const after = await told()
    return {
      bytes: (after.bytes - before.bytes) / people,
      messages: (after.messages - before.messages) / people,
      cpuMs: (after.cpuMs - before.cpuMs) / people,
    }
  }
}
