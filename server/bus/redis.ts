import { createClient } from '@redis/client'
import { z } from 'zod'
import { newId } from '../kit/newId.ts'
import type { Bus, NodeId } from './bus.ts'

/** A line on which nothing comes for so long is made anew; it is asked more often than that. */
const SILENT_MS = 3_000
const ASK_MS = 1_000
const CONNECT_MS = 2_000
const LONGEST_PAUSE_MS = 1_000

const envelope = z.object({ from: z.string(), message: z.unknown() })

export interface RedisBusInput {
  url: string
  /** The same for all nodes of one instance; others on the same Redis hear nothing of it. */
  instance: string
  node?: NodeId
  /** Told when hints begin to be lost, and when they arrive again. */
  onChange?(available: boolean): void
}

/** Hints over Redis, between processes and machines. It may be away at any time, also at the start: it is come back to by itself. */
export function createRedisBus({
  url,
  instance,
  node = newId('node'),
  onChange = () => undefined,
}: RedisBusInput): Bus {
  const channelOf = (topic: string) => `dialoogtafel:${instance}:${topic}`
  const heard = new Map<string, Set<(text: string) => void>>()
  let told: boolean | null = null
  let closed = false

  const line = () => {
    const client = createClient({
      url,
      pingInterval: ASK_MS,
      socket: {
        connectTimeout: CONNECT_MS,
        socketTimeout: SILENT_MS,
        reconnectStrategy: (tries) => Math.min(LONGEST_PAUSE_MS, 50 * 2 ** Math.min(tries, 5)),
      },
      // what cannot be told now is not told later
      disableOfflineQueue: true,
    })
    // it says so again at every try
    client.on('error', changed)
    client.on('ready', () => available() && changed())
    return client
  }
  const sends = line()
  const hears = line()
  const available = () => sends.isReady && hears.isReady

  function changed() {
    if (closed || told === available()) return
    told = available()
    onChange(told)
  }
  // always this one: the client keeps it over a new line, and the same one asked for once more is not called twice
  const passOn = (text: string, channel: string) => {
    for (const hear of heard.get(channel) ?? []) hear(text)
  }
  const listen = (channel: string) => hears.subscribe(channel, passOn)

  // a line that is made anew listens to what it listened to by itself; what was asked for while it was away is asked now
  hears.on('ready', () => {
    for (const channel of heard.keys()) listen(channel).catch(() => undefined)
  })
  for (const client of [sends, hears]) client.connect().catch(() => undefined)

  return {
    node,
    publish({ name }, message) {
      if (sends.isReady)
        sends.publish(channelOf(name), JSON.stringify({ from: node, message })).catch(() => undefined)
    },
    subscribe({ name, schema }, hear) {
      const channel = channelOf(name)
      const one = (text: string) => {
        const got = read(text)
        if (!got || got.from === node) return
        const message = schema.safeParse(got.message)
        if (message.success) hear(message.data, got.from)
      }
      const all = heard.get(channel)
      if (all) all.add(one)
      else {
        heard.set(channel, new Set([one]))
        if (hears.isReady) listen(channel).catch(() => undefined)
      }
      return () => void heard.get(channel)?.delete(one)
    },
    available,
    async close() {
      closed = true
      for (const client of [sends, hears]) client.destroy()
    },
  }
}

function read(text: string): z.output<typeof envelope> | null {
  try {
    return envelope.parse(JSON.parse(text))
  } catch {
    return null
  }
}
