import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { bareGuest, ourGuest, socketGuest, type Guest } from './controlPeople.ts'
import { dataHall } from './controlData.ts'
import { openCrowd, type Crowd } from './controlCrowd.ts'
import type { FromServer, ToServer } from './controlServer.ts'

export type Kind = 'ours' | 'bare' | 'socket.io' | 'LiveKit data'

/** What something costs per person: as the guests were told, and the server's processor by itself. */
export interface Cost {
  bytes: number
  messages: number
  cpuMs: number
}

/** One server with so many people in it. */
export interface Hall {
  /** Those whose doings are looked at; the first one leads. Others only count what comes to them. */
  guests: Guest[]
  connecting: Cost
  cost(work: () => Promise<unknown>): Promise<Cost>
  /** Ours only: there is talk at the tables. */
  talk(on: boolean): void
  close(): Promise<void>
}

/** The others sit in processes of their own, so that who looks is not held up by them. */
const LOOKED_AT = 64
const AT_ONCE = 10
const SETTLE_MS = 1_000

interface Source {
  ways: (() => Promise<Guest>)[]
  crowd: Crowd | null
  cpuMs(): Promise<number>
  order(order: ToServer): void
  close(): Promise<void>
}

/** `database`: where ours keeps what it stores. */
export async function openHall(kind: Kind, people: number, database: string): Promise<Hall> {
  const source = kind === 'LiveKit data' ? await throughSfu(people) : await served(kind, people, database)
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
    return { guests, connecting, cost, talk, close }
  } catch (error) {
    await source.close()
    throw error
  }
}

async function throughSfu(people: number): Promise<Source> {
  const hall = await dataHall(people)
  return { ...hall, crowd: null, cpuMs: async () => hall.cpuMs(), order: () => undefined }
}

async function served(
  kind: Exclude<Kind, 'LiveKit data'>,
  people: number,
  database: string,
): Promise<Source> {
  const args = kind === 'ours' ? [database, String(people - 1)] : [kind]
  const child = fork(join(import.meta.dirname, 'controlServer.ts'), args, { execArgv: ['--import', 'tsx'] })
  const { url, links } = await heard(child, 'ready')
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
    order: (order) => child.send(order),
    async cpuMs() {
      const answer = heard(child, 'used')
      child.send({ kind: 'use' })
      return (await answer).cpuMs
    },
    async close() {
      await crowd?.close()
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

function heard<K extends FromServer['kind']>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<FromServer, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the server ended with ${code}`))
    const listen = (message: FromServer) => {
      if (message.kind !== kind) return
      child.off('message', listen)
      child.off('exit', ended)
      resolve(message as Extract<FromServer, { kind: K }>)
    }
    child.on('message', listen)
    child.once('exit', ended)
  })
}

function costOf(guests: readonly Guest[], { crowd, cpuMs }: Source, people: number): Hall['cost'] {
  const told = async () => {
    const others = (await crowd?.counts()) ?? { bytes: 0, messages: 0 }
    const sum = (what: 'bytes' | 'messages') => guests.reduce((all, one) => all + one[what], others[what])
    return { bytes: sum('bytes'), messages: sum('messages'), cpuMs: await cpuMs() }
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
