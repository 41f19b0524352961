import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Bus, Topic } from '../../server/bus/bus.ts'
import { createHub } from '../../server/bus/hub.ts'
import { createRedisBus } from '../../server/bus/redis.ts'
import { hasRedis } from '../../server/start/redis.mjs'
import { startRedis, type RunningRedis } from '../support/redis.ts'
import { until } from '../support/until.ts'

const GREETING: Topic<{ text: string }> = { name: 'greeting', schema: z.object({ text: z.string() }) }
const OTHER: Topic<{ text: string }> = { ...GREETING, name: 'other' }

/** What nodes may count on, and what not, of whichever bus they have. */
function tellsNodes(open: () => Promise<{ join(): Promise<Bus>; close(): Promise<void> }>): void {
  let opened: Awaited<ReturnType<typeof open>>
  let a: Bus
  let b: Bus
  beforeAll(async () => {
    opened = await open()
    a = await opened.join()
    b = await opened.join()
  })
  afterAll(async () => {
    await Promise.all([a.close(), b.close()])
    await opened.close()
  })

  /** What is heard at this bus of a topic. */
  function heardAt(bus: Bus, topic: Topic<{ text: string }> = GREETING) {
    const heard: string[] = []
    const stop = bus.subscribe(topic, ({ text }, from) => void heard.push(`${from} ${text}`))
    return { heard, stop }
  }
  /** Again and again: one that is told before somebody listens is lost, and that is no error. */
  const isHeard = (one: ReturnType<typeof heardAt>, from: Bus, topic = GREETING, text = 'hallo') =>
    until('it is heard', () => {
      from.publish(topic, { text })
      return one.heard.length > 0
    })

  test('every node has a name of its own', () => {
    expect(a.node).not.toBe(b.node)
  })

  test('what one node tells the others hear, with its name; it does not hear its own', async () => {
    const [here, there] = [heardAt(a), heardAt(b)]
    await isHeard(there, a)
    expect(new Set(there.heard)).toEqual(new Set([`${a.node} hallo`]))
    expect(here.heard).toEqual([])
    here.stop()
    there.stop()
  })

  test('topics are apart, and what does not have the form of its topic is not heard', async () => {
    const [one, other] = [heardAt(b), heardAt(b, OTHER)]
    const wrong: Topic<number> = { name: GREETING.name, schema: z.number() }
    a.publish(wrong, 7)
    await isHeard(other, a, OTHER, 'elders')
    // what was told a moment ago may still come
    expect(one.heard.filter((text) => !text.endsWith(' hallo'))).toEqual([])
    await isHeard(one, a)
    one.stop()
    other.stop()
  })

  test('two who listen at one node both hear, and whoever stopped hears nothing more', async () => {
    const [one, two] = [heardAt(b), heardAt(b)]
    await isHeard(one, a)
    await isHeard(two, a)
    one.stop()
    const before = one.heard.length
    const more = two.heard.length
    await until('the other hears on', () => {
      a.publish(GREETING, { text: 'nog eens' })
      return two.heard.length > more
    })
    expect(one.heard).toHaveLength(before)
    two.stop()
  })

  test('telling after the end is no error', async () => {
    const c = await opened.join()
    await c.close()
    c.publish(GREETING, { text: 'hallo' })
  })
}

describe('nodes in one process', () =>
  tellsNodes(async () => {
    const hub = createHub()
    return { join: async () => hub.join(), close: async () => undefined }
  }))

// where this system has no redis-server these are left out: there is nothing to run them with
describe.runIf(hasRedis())('nodes that have Redis between them', () => {
  let running: RunningRedis
  beforeAll(async () => {
    running = await startRedis()
  })
  afterAll(() => running.stop())
  const connect = (instance = 'proef') => createRedisBus({ url: running.url, instance })
  const ready = async (bus: Bus) => {
    await until('Redis is there', bus.available)
    return bus
  }

  tellsNodes(async () => ({ join: () => ready(connect()), close: async () => undefined }))

  test('another instance on the same Redis hears nothing', async () => {
    const [a, b, stranger] = await Promise.all([connect(), connect(), connect('ander')].map(ready))
    if (!a || !b || !stranger) throw new Error('no bus')
    const heard: string[] = []
    stranger.subscribe(GREETING, ({ text }) => void heard.push(text))
    let known = false
    b.subscribe(GREETING, () => void (known = true))
    await until('b hears', () => {
      a.publish(GREETING, { text: 'hallo' })
      return known
    })
    expect(heard).toEqual([])
    await Promise.all([a, b, stranger].map((bus) => bus.close()))
  })

  test('when Redis goes hints are lost and nothing else, and when it comes back they arrive again', async () => {
    const a = await ready(connect())
    const b = await ready(connect())
    let heard = 0
    b.subscribe(GREETING, () => void (heard += 1))
    await running.kill()
    await until('it is known', () => !a.available() && !b.available())
    a.publish(GREETING, { text: 'hallo' })
    let later = 0
    b.subscribe(OTHER, () => void (later += 1))
    await running.start()
    await until(
      'hints arrive again',
      () => {
        a.publish(GREETING, { text: 'hallo' })
        a.publish(OTHER, { text: 'hallo' })
        return heard > 0 && later > 0
      },
      10_000,
    )
    await Promise.all([a.close(), b.close()])
  })

  test('after every new line a hint is heard once, as before', async () => {
    const [a, b] = [await ready(connect()), await ready(connect())]
    const heard: string[] = []
    b.subscribe(GREETING, ({ text }) => void heard.push(text))
    for (let again = 0; again < 2; again++) {
      await running.kill()
      await until('it is known', () => !a.available() && !b.available())
      await running.start()
      await until('Redis is there', () => a.available() && b.available(), 10_000)
    }
    await until('b hears', () => {
      a.publish(GREETING, { text: 'hallo' })
      return heard.includes('hallo')
    })
    heard.length = 0
    a.publish(GREETING, { text: 'een keer' })
    a.publish(GREETING, { text: 'tot slot' })
    await until('b has heard it all', () => heard.includes('tot slot'))
    expect(heard.filter((text) => text === 'een keer')).toHaveLength(1)
    await Promise.all([a.close(), b.close()])
  })

  test('a Redis that is not there yet at the start is waited for', async () => {
    await running.kill()
    const a = connect()
    expect(a.available()).toBe(false)
    await running.start()
    await until('Redis is there', a.available, 10_000)
    await a.close()
  })
})
