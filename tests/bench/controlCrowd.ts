import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { bareGuest, ourGuest, socketGuest, type Guest } from './controlPeople.ts'

interface Invitation {
  kind: 'ours' | 'bare' | 'socket.io'
  url: string
  /** Of ours each has their own. */
  links: string[]
  count: number
}
interface Counts {
  bytes: number
  messages: number
}
type ToCrowd = { kind: 'invited'; invitation: Invitation } | { kind: 'connect' } | { kind: 'count' }

/** People who are there and do nothing, in processes of their own. */
export interface Crowd {
  connect(): Promise<void>
  counts(): Promise<Counts>
  close(): Promise<void>
}

const EACH = 500
const AT_ONCE = 25

export async function openCrowd({ kind, url, links, count }: Invitation): Promise<Crowd> {
  const groups: ChildProcess[] = []
  for (let from = 0; from < count; from += EACH) {
    const group = fork(fileURLToPath(import.meta.url), { execArgv: ['--import', 'tsx'] })
    groups.push(group)
    const invitation = {
      kind,
      url,
      links: links.slice(from, from + EACH),
      count: Math.min(EACH, count - from),
    }
    await asked(group, { kind: 'invited', invitation })
  }
  return {
    async connect() {
      for (const group of groups) await asked(group, { kind: 'connect' })
    },
    async counts() {
      const all = (await Promise.all(groups.map((group) => asked(group, { kind: 'count' })))) as Counts[]
      return all.reduce((sum, one) => ({
        bytes: sum.bytes + one.bytes,
        messages: sum.messages + one.messages,
      }))
    },
    async close() {
      const gone = groups.map((group) => once(group, 'exit'))
      for (const group of groups) group.disconnect()
      await Promise.all(gone)
    },
  }
}

/** Each order is answered once. */
async function asked(group: ChildProcess, order: ToCrowd): Promise<unknown> {
  const answer = new AbortController()
  const ended = once(group, 'exit', { signal: answer.signal }).then(() => {
    throw new Error('a crowd has gone')
  })
  try {
    const said = once(group, 'message', { signal: answer.signal })
    group.send(order)
    const [value] = await Promise.race([said, ended])
    return value
  } finally {
    answer.abort()
    ended.catch(() => undefined)
  }
}

async function inGroups<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
  const done: T[] = []
  for (let from = 0; from < works.length; from += AT_ONCE) {
    done.push(...(await Promise.all(works.slice(from, from + AT_ONCE).map((work) => work()))))
  }
  return done
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  let ways: (() => Promise<Guest>)[] = []
  let guests: Guest[] = []
  process.on('message', async (order: ToCrowd) => {
    if (order.kind === 'invited') {
      const { kind, url, links, count } = order.invitation
      if (kind === 'ours') ways = await inGroups(links.map((link) => () => ourGuest(link)))
      else
        ways = Array.from(
          { length: count },
          () => () => (kind === 'bare' ? bareGuest(url) : socketGuest(url)),
        )
    }
    if (order.kind === 'connect') guests = await inGroups(ways)
    const sum = (what: keyof Counts) => guests.reduce((all, one) => all + one[what], 0)
    process.send?.({ bytes: sum('bytes'), messages: sum('messages') } satisfies Counts)
  })
  process.once('disconnect', () => process.exit(0))
}
