import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { FromServer, OursInput } from './controlServer.ts'

/** Processor time so far, ms, and memory. */
export interface Used {
  cpuMs: number
  mb: number
}

/** Processes that serve together. */
export interface Servers {
  children: ChildProcess[]
  url: string
  /** Of ours each has their own. */
  links: string[]
}

const launch = (kind: string, input: Partial<OursInput> = {}): ChildProcess =>
  fork(join(import.meta.dirname, 'controlServer.ts'), [kind, JSON.stringify(input)], {
    execArgv: ['--import', 'tsx'],
  })

/** `texts`: on this database. */
export async function startPeer(kind: string, database?: string): Promise<Servers> {
  const child = launch(kind, { database })
  return { children: [child], ...(await heard(child, 'ready')) }
}

export interface OursOnNodes {
  people: number
  /** Where it keeps what it stores. */
  database: string
  /** So many that share these people. */
  dialogues?: number
  /** So many processes, and the Redis by which they hear one another. */
  nodes?: number
  redis?: string
}

/** The first process makes the dialogues; people are spread over all. */
export async function startOurs({
  people,
  database,
  dialogues = 1,
  nodes = 1,
  redis,
}: OursOnNodes): Promise<Servers> {
  const given = { database, redis: redis ?? null, people: people / dialogues }
  const first = launch('ours', { ...given, dialogues })
  const { url, links } = await heard(first, 'ready')
  const others = Array.from({ length: nodes - 1 }, () => launch('ours', { ...given, dialogues: 0 }))
  const ready = await Promise.all(others.map((child) => heard(child, 'ready')))
  const urls = [url, ...ready.map((one) => one.url)]
  const spread = links.map((link, at) => {
    const there = new URL(link)
    there.port = new URL(urls[at % nodes] ?? url).port
    return there.href
  })
  return { children: [first, ...others], url, links: spread }
}

export async function usedBy({ children }: Servers): Promise<Used> {
  const each = await Promise.all(
    children.map((child) => {
      const answer = heard(child, 'used')
      child.send({ kind: 'use' })
      return answer
    }),
  )
  const sum = (what: keyof Used) => each.reduce((all, one) => all + one[what], 0)
  return { cpuMs: sum('cpuMs'), mb: sum('mb') }
}

export async function end({ children }: Servers): Promise<void> {
  const gone = children.map((child) => once(child, 'exit'))
  for (const child of children) child.disconnect()
  await Promise.all(gone)
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
