import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { writeAgreement } from '../../../shared/agreement/document.ts'
import { placeOf } from '../../../shared/dialogue/places.ts'
import { frame, updateFrame } from '../../support/frames.ts'
import { must } from '../crowd.ts'
import type { Person } from '../person.ts'
import { atMost, inWorld, percentile, sound, type Row } from '../row.ts'
import type { World } from '../world.ts'

/** Frames in all, of every kind about as many. */
const FRAMES = 100_000
/** On one line, before it is made anew: most are closed at the first. */
const ON_ONE_LINE = 50
const TRICKSTERS = 4

type Chance = World['chance']
type Kind = 'rest' | 'control' | 'text' | 'awareness'

const bytes = (chance: Chance, most: number): Buffer =>
  Buffer.from(Array.from({ length: chance(most) }, () => chance(256)))

/** Something that was good, with some of its bytes changed, its end cut off or more behind it. */
function bent(good: Uint8Array, chance: Chance): Buffer {
  const bad = Buffer.from(good)
  for (let times = 1 + chance(4); times > 0 && bad.length > 0; times--) bad[chance(bad.length)] = chance(256)
  const way = chance(4)
  if (way === 0) return bad.subarray(0, chance(bad.length + 1))
  return way === 1 ? Buffer.concat([bad, bytes(chance, 64)]) : bad
}

const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'plenary',
  '\u202e',
  [],
  {},
  ['a'],
  { constructor: 1 },
  'x'.repeat(70_000),
]

function controlFrame(chance: Chance): Buffer | string {
  if (chance(4) === 0) return bytes(chance, 200)
  const value = () => VALUES[chance(VALUES.length)]
  const kinds = [
    'hello',
    'command',
    'ask',
    'joined',
    'status',
    'typing',
    'draft',
    'caption',
    'callBack',
    'ownDevice',
    'tones',
    'apart',
    'pong',
    '?',
  ]
  const types = [
    'raiseHand',
    'lowerHand',
    'announce',
    'startTables',
    'addAgreement',
    'presentAgreement',
    '__proto__',
  ]
  const good = JSON.stringify({
    kind: kinds[chance(kinds.length)],
    commandId: chance(3) === 0 ? value() : randomUUID(),
    type: types[chance(types.length)],
    payload: chance(2) === 0 ? value() : { room: value(), table: value(), agreement: value() },
    protocol: value(),
    lastSeq: value(),
  })
  return chance(3) === 0 ? bent(Buffer.from(good), chance).toString('latin1') : good
}

function textFrame(chance: Chance): Buffer {
  if (chance(3) === 0) return bytes(chance, 200)
  const doc = new Y.Doc()
  writeAgreement(doc, { id: 'agr_fuzz', title: 'x'.repeat(chance(50)) })
  return bent(
    chance(2) === 0 ? updateFrame(Y.encodeStateAsUpdate(doc)) : frame(0, chance(3), bytes(chance, 50)),
    chance,
  )
}

function awarenessFrame(chance: Chance): Buffer {
  const state = Buffer.from(JSON.stringify(VALUES[chance(VALUES.length)]))
  return bent(frame(1, Buffer.from(frame(chance(3), chance(2 ** 31), chance(9), state))), chance)
}

const MAKE: Record<Exclude<Kind, 'rest'>, (chance: Chance) => Buffer | string> = {
  control: controlFrame,
  text: textFrame,
  awareness: awarenessFrame,
}

/** One line after the other, each with some frames; how many were sent. */
async function throwFrames(
  kind: Exclude<Kind, 'rest'>,
  one: Person,
  chance: Chance,
  count: number,
): Promise<void> {
  const home = one.visitor.home.replace('http', 'ws')
  const table = placeOf(one.state(), one.visitor.person) ?? ''
  const url = kind === 'control' ? `${home}live` : `${home}docs/${table}?epoch=1`
  for (let sent = 0; sent < count; sent += ON_ONE_LINE) {
    const ws = new WebSocket(url, {
      headers: { cookie: one.visitor.cookie, origin: new URL(one.visitor.home).origin },
    })
    ws.on('error', () => undefined)
    await new Promise((resolve) => ws.once('open', resolve).once('close', resolve))
    for (let at = 0; at < ON_ONE_LINE && ws.readyState === WebSocket.OPEN; at++) ws.send(MAKE[kind](chance))
    await pause(5)
    ws.terminate()
  }
}

async function throwRequests({ visitor }: Person, chance: Chance, count: number): Promise<void> {
  const paths = [
    'api/people',
    'api/links',
    'api/me',
    'api/export.json',
    'api/session',
    'api/council?name=a',
    'live',
    '%',
  ]
  const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']
  for (let sent = 0; sent < count; sent++) {
    const method = methods[chance(methods.length)] ?? 'GET'
    const answer = await fetch(new URL(paths[chance(paths.length)] ?? '', visitor.home), {
      method,
      headers: {
        cookie: visitor.cookie,
        origin: new URL(visitor.home).origin,
        'content-type': 'application/json',
      },
      body:
        method === 'GET'
          ? undefined
          : new Uint8Array(bent(Buffer.from('{"text":"Riet","check":true}'), chance)),
      redirect: 'manual',
    }).catch(() => null)
    await answer?.arrayBuffer().catch(() => undefined)
  }
}

/** Nonsense from people who are let in, while the others go on. */
export const fuzz: Row = (input) =>
  inWorld(input, {}, async (world, crowd) => {
    const { chance } = world
    const [node] = world.nodes
    if (!node) throw new Error('no node')
    const tricksters = crowd.people.slice(0, TRICKSTERS)
    const honest = crowd.people.slice(TRICKSTERS)
    const [first] = honest
    if (!first) throw new Error('nobody who is honest')
    const pid = node.pid()
    let going = true
    const firstMb = node.memoryMb()
    const waits: number[] = []
    const asking = (async () => {
      for (let up = true; going; up = !up) {
        const began = performance.now()
        await must(first, up ? 'raiseHand' : 'lowerHand', {
          room: placeOf(first.state(), first.visitor.person) ?? '',
        })
        waits.push(performance.now() - began)
        first.writer?.type()
        await pause(200)
      }
    })()
    const share = FRAMES / 4
    const kinds: Kind[] = ['rest', 'control', 'text', 'awareness']
    await Promise.all(
      kinds.map((kind, at) => {
        const one = tricksters[at % tricksters.length]
        if (!one) throw new Error('no trickster')
        return kind === 'rest' ? throwRequests(one, chance, share) : throwFrames(kind, one, chance, share)
      }),
    )
    going = false
    await asking
    await pause(2_000)
    for (const one of tricksters) one.reload()
    await pause(2_000)
    input.tell(`memory ${firstMb} MB before, ${node.memoryMb()} MB after`)
    return [
      {
        what: `the process lives after ${FRAMES} frames`,
        target: 'it does',
        measured: node.pid() === pid && alive(pid) ? 'it does' : 'it does not',
        met: node.pid() === pid && alive(pid),
      },
      atMost('a hand of who is honest, 95 %', 200, percentile(waits, 95), 'ms'),
      atMost('memory more at the end', 100, node.memoryMb() - firstMb, 'MB'),
      await sound(world, crowd),
    ]
  })

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
