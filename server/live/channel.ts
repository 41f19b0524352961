import { setTimeout as pause } from 'node:timers/promises'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import type { PersonId, Role } from '../../shared/dialogue/model.ts'
import { CLOSE, MAX_FRAME, PROTOCOL, type ClientFrame } from '../../shared/protocol.ts'
import { createBuckets } from '../kit/bucket.ts'
import { errorText } from '../kit/errorText.ts'
import { createSerial, type Serial } from '../kit/serial.ts'
import type { Cluster } from '../nodes/cluster.ts'
import type { PersonRow, Store } from '../store/store.ts'
import { answer, createActing, type ActingInput } from './acting.ts'
import { createDevice, type Device } from './device.ts'
import { LEAVING_MS, PROBE_MS, createDevicePlaces } from './devicePlaces.ts'
import { guessId, idOf, parse } from './frames.ts'
import type { LiveSession } from './session.ts'

/** Messages a second and at once, per person; so many too many and the socket is closed. */
const RATE = { perSecond: 20, burst: 40 }
const PATIENCE = 1_000
const SOCKETS_PER_PERSON = 4
const HELLO_MS = 10_000

/** Another device is in use. One of the same browser is asked twice, for it may be the page that is being left. */
async function staysBeside(device: Device, other: Device): Promise<boolean> {
  if (!(await other.answers(PROBE_MS))) return false
  if (other.login !== device.login) return true
  await pause(LEAVING_MS)
  return other.answers(PROBE_MS)
}

export interface ChannelInput extends ActingInput {
  /** Is this device's cookie still good? Asked every few seconds, with others. */
  valid(login: string): Promise<boolean>
  /** The same, asked at once. */
  validNow(login: string): Promise<boolean>
  /** The other nodes, at which somebody may have a device too; null: there are none. */
  cluster: Cluster | null
  store: Pick<Store, 'deviceClaims'>
}

/** The control channel: one socket per device, frames checked on the way in. */
export interface Channel {
  open(
    visitor: { person: PersonRow; login: string; session: LiveSession },
    req: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): void
  /** Accept the upgrade and close it at once with this code. */
  refuse(req: IncomingMessage, socket: Duplex, head: Buffer, code: number): void
  /** Sign out every device of this person. */
  evict(person: PersonId, code: number): void
  /** Sign out those whose login no longer stands. Rejects when the database does not answer. */
  evictLapsed(person: PersonId, code: number): Promise<void>
  active(person: PersonId): boolean
  /** People with a device that is in. */
  connected(): ReadonlyMap<Role, number>
  close(): void
}

export function createChannel(input: ChannelInput): Channel {
  const { media, log, now, valid, validNow, counts, cluster, store } = input
  const act = createActing({ media, log, counts, now })
  const wss = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false })
  const devices = new Map<PersonId, Set<Device>>()
  const bucketOf = createBuckets(RATE)
  const claims = new Map<PersonId, Serial>()
  const places =
    cluster &&
    createDevicePlaces({
      cluster,
      claims: store.deviceClaims,
      devices: () => [...devices.values()].flatMap((own) => [...own]),
    })

  /** Take the person's place: false when another device holds it and nobody asked to take over. */
  function claim(device: Device, hello: Extract<ClientFrame, { kind: 'hello' }>): Promise<boolean> {
    const attempt = async () => {
      const others = [...(devices.get(device.person) ?? [])].filter(
        (other) => other !== device && other.active,
      )
      // a tab that comes back after losing its line is the same tab; its old socket may not know yet
      const putsOut = ({ login }: Pick<Device, 'login'>) =>
        hello.takeOver === true || (login === device.login && hello.lastSeq > 0)
      for (const other of others) {
        if (!putsOut(other) && (await staysBeside(device, other))) return false
        other.active = false
        other.close(CLOSE.elsewhere)
      }
      if (places && !(await places.take(device, putsOut))) return false
      // the place is taken from this moment on, also while the rest of the welcome is awaited
      device.active = device.open()
      // it closed while its place was being taken: nobody would drop it later
      if (!device.active) places?.drop(device)
      return device.active
    }
    const own = claims.get(device.person) ?? createSerial()
    claims.set(device.person, own)
    return own.run(attempt)
  }

  function serve(ws: WebSocket, person: PersonRow, login: string, session: LiveSession) {
    const own = devices.get(person.id) ?? new Set<Device>()
    const bucket = bucketOf(person.id)
    devices.set(person.id, own)
    const tick = () => {
      valid(login).then(
        (good) => good || device.close(CLOSE.unknown),
        () => undefined,
      )
    }
    const device = createDevice({ ws, person: person.id, role: person.role, login, now, tick, counts })
    let stop: (() => void) | null = null
    let tooMany = 0
    const greeting = createSerial()
    const late = setTimeout(() => stop ?? device.close(CLOSE.forbidden), HELLO_MS)
    ws.on('error', () => ws.terminate())
    ws.on('close', () => {
      clearTimeout(late)
      own.delete(device)
      places?.drop(device)
      if (own.size === 0 && devices.get(person.id) === own) {
        devices.delete(person.id)
        claims.delete(person.id)
      }
      stop?.()
    })
    if (own.size >= SOCKETS_PER_PERSON) return device.close(CLOSE.tooFast)
    own.add(device)

    const greet = async (hello: Extract<ClientFrame, { kind: 'hello' }>) => {
      device.locale = hello.locale
      if (hello.protocol !== PROTOCOL) return device.close(CLOSE.old)
      if (stop || !device.open()) return
      if (!(await claim(device, hello))) return device.close(CLOSE.elsewhere)
      const known = session.state()
      if (!known.people[person.id]?.joined || known.beside[person.id] !== undefined) {
        await session.run({ actor: person.id, command: { type: 'join', payload: {} }, commandId: null })
      }
      if (!device.open() || !device.active) return
      const follows = (hello.session ?? session.dialogue.session) === session.dialogue.session
      stop = session.watch(device, follows ? hello.lastSeq : 0)
    }

    const handle = (frame: ClientFrame) => {
      if (frame.kind === 'hello') return void greeting.run(() => greet(frame)).catch(broken)
      // what was sent right behind the hello waits for it
      greeting
        .idle()
        .then(() => (stop && device.active ? act(frame, device, session) : ignore(frame)))
        .catch(broken)
    }
    const ignore = (frame: ClientFrame) => {
      const id = idOf(frame)
      if (id) answer(device, id, { ok: false, code: 'elsewhere' })
    }
    const broken = (error: unknown) => {
      log.warn({ error: errorText(error) }, 'a device could not be welcomed')
      ws.close(1013)
    }

    ws.on('message', (data: RawData) => {
      device.heard()
      const frame = parse(data)
      if (frame?.kind === 'pong') return
      if (!bucket.take()) {
        tooMany += 1
        const id = frame && idOf(frame)
        if (id) answer(device, id, { ok: false, code: 'slow_down' })
        if (tooMany > PATIENCE) device.close(CLOSE.tooFast)
        return
      }
      if (frame) handle(frame)
      else answer(device, guessId(data), { ok: false, code: 'malformed' })
    })
  }

  return {
    open: ({ person, login, session }, req, socket, head) =>
      wss.handleUpgrade(req, socket, head, (ws) => serve(ws, person, login, session)),
    refuse: (req, socket, head, code) =>
      wss.handleUpgrade(req, socket, head, (ws) => {
        ws.on('error', () => ws.terminate())
        ws.close(code)
        setTimeout(() => ws.terminate(), 1_500).unref()
      }),
    evict(person, code) {
      for (const device of devices.get(person) ?? []) {
        device.active = false
        device.close(code)
      }
    },
    async evictLapsed(person, code) {
      const look = async (device: Device) => {
        if (!(await validNow(device.login))) device.close(code)
      }
      await Promise.all([...(devices.get(person) ?? [])].map(look))
    },
    active: (person) => [...(devices.get(person) ?? [])].some((device) => device.active && device.open()),
    connected() {
      const found = new Map<Role, number>()
      for (const own of devices.values()) {
        const inside = [...own].find((device) => device.active && device.open())
        if (inside) found.set(inside.role, (found.get(inside.role) ?? 0) + 1)
      }
      return found
    },
    close() {
      places?.close()
      for (const own of devices.values()) for (const device of own) device.close(1012)
      wss.close()
    },
  }
}
