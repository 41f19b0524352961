import { createSocket, type Socket } from 'node:dgram'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { nowMs } from './bot.ts'

/**
 * A road between one client and the SFU: signalling and packets go over it and nothing goes past it. It can be bad, and it can be cut.
 * It needs no rights on the machine and touches nobody else's traffic.
 */
export interface Road {
  /** Where the client connects to instead of the SFU. */
  url: string
  /** From now on this part (0..1) of the packets is lost, both ways. */
  lose(part: number): void
  /** From now on everything goes one behind the other at this pace, each way by itself, and arrives so much later. */
  narrow(line: Narrow): void
  /** No packet gets through any more, and signalling does, until `mend`. */
  block(): void
  /** Nothing gets through any more, and the client's connection for signalling is gone; `mend` lets it come back. */
  cut(): void
  mend(): void
  /** The client comes in anew: what is sent from now on does not follow on what was sent before. */
  anew(): void
  /** Stretches (monotonic ms) in which the client's media got onto the road: what was really sent. */
  sent(): [fromMs: number, toMs: number][]
  /** Media packets that were taken off the road, and all of them. */
  losses(): { lost: number; of: number }
  close(): Promise<void>
}

export interface Narrow {
  bytesPerSecond: number
  delayMs: number
}

const HOST = '127.0.0.1'
/** What would wait longer than this for its place is lost, as in a router. */
const LONGEST_QUEUE_MS = 500
/** Packets of a voice come every 20 ms, in silence every 400 ms. */
const FLOW_GAP_MS = 450
const ICE_CANDIDATE = /(candidate:\S+ \d \w+ \d+ \S+ )(\d+)( typ)/gi

/** `sfuUrl`: ws://host:port of the SFU; `random` gives 0..1, so that a run can be repeated. */
export async function openRoad(sfuUrl: string, random: () => number): Promise<Road> {
  let open = true
  let blocked = false
  let loss = 0
  let line: Narrow | null = null
  const isOpen = () => open
  const up = lane(() => line, isOpen)
  const down = lane(() => line, isOpen)
  const counted = { lost: 0, of: 0 }
  const flow: [number, number][] = []
  let afresh = false
  const nowhere = await bound()
  /** By the SFU's port. */
  const gates = new Map<number, Promise<Socket>>()
  const sockets = new Set<Socket>([nowhere])
  const signalling = new Set<WebSocket>()

  function note() {
    const now = nowMs()
    const last = flow.at(-1)
    if (last && !afresh && now - last[1] < FLOW_GAP_MS) last[1] = now
    else flow.push([now, now])
    afresh = false
  }

  function passes(packet: Buffer): boolean {
    if (!open || blocked) return false
    if (!isMedia(packet)) return true
    counted.of += 1
    if (random() >= loss) return true
    counted.lost += 1
    return false
  }

  /** Stands where the client thinks the SFU is; each address of the client gets a way on of its own. */
  async function gate(port: number): Promise<Socket> {
    const front = await bound()
    sockets.add(front)
    const ways = new Map<number, Socket>()
    front.on('message', (packet, from) => {
      if (open && isSound(packet)) note()
      if (!passes(packet)) return
      let way = ways.get(from.port)
      if (!way) {
        way = createSocket('udp4')
        sockets.add(way)
        ways.set(from.port, way)
        way.on('message', (answer) => {
          if (passes(answer)) down(answer, () => front.send(answer, from.port, from.address))
        })
      }
      const on = way
      up(packet, () => on.send(packet, port, HOST))
    })
    return front
  }

  /** Ports in an offer of the other side, as many digits each, so that the message keeps its length. */
  async function redirect(message: Buffer, portFor: (port: number) => Promise<number>): Promise<Buffer> {
    const text = message.toString('latin1')
    const ports = new Map<number, number>()
    for (const [, , port = ''] of text.matchAll(ICE_CANDIDATE)) {
      if (port.length === 5) ports.set(Number(port), await portFor(Number(port)))
    }
    const changed = text.replace(ICE_CANDIDATE, (_all, before: string, port: string, after: string) =>
      [before, String(ports.get(Number(port)) ?? port), after].join(''),
    )
    return Buffer.from(changed, 'latin1')
  }

  const toGate = async (port: number) => {
    const found = gates.get(port) ?? gate(port)
    gates.set(port, found)
    return (await found).address().port
  }
  /** The SFU may not find another way to the client. */
  const toNowhere = async () => nowhere.address().port

  const server = createServer((_request, response) => void response.writeHead(404).end())
  const front = new WebSocketServer({ server })
  front.on('connection', (client, request) => {
    if (!open) return client.terminate()
    const sfu = onward(sfuUrl, request)
    couple(client, sfu, (message) => redirect(message, toNowhere))
    couple(sfu, client, (message) => redirect(message, toGate))
    for (const one of [client, sfu]) signalling.add(one)
  })
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve))

  return {
    url: `ws://${HOST}:${(server.address() as AddressInfo).port}`,
    lose: (part) => void (loss = part),
    narrow: (wanted) => void (line = wanted),
    block: () => void (blocked = true),
    cut() {
      open = false
      for (const one of signalling) one.terminate()
      signalling.clear()
    },
    mend() {
      open = true
      blocked = false
    },
    anew: () => void (afresh = true),
    sent: () => flow.map(([from, to]) => [from, to]),
    losses: () => ({ ...counted }),
    async close() {
      open = false
      for (const one of signalling) one.terminate()
      for (const socket of sockets) socket.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** One way over a line that may be narrow. */
function lane(line: () => Narrow | null, isOpen: () => boolean): (packet: Buffer, send: () => void) => void {
  let freeAt = 0
  return (packet, send) => {
    const narrow = line()
    if (!narrow) return send()
    const now = nowMs()
    const begins = Math.max(now, freeAt)
    if (begins - now > LONGEST_QUEUE_MS) return
    freeAt = begins + (packet.length / narrow.bytesPerSecond) * 1_000
    setTimeout(() => isOpen() && send(), freeAt - now + narrow.delayMs)
  }
}

/** RTP and RTCP; everything else sets the connection up (RFC 7983). */
function isMedia(packet: Buffer): boolean {
  const first = packet[0] ?? 0
  return first >= 128 && first < 192
}

/** Media without the reports about it, which have types of their own (RFC 5761). */
function isSound(packet: Buffer): boolean {
  const type = packet[1] ?? 0
  return isMedia(packet) && (type < 192 || type > 223)
}

/** The client's signalling, on its way to the SFU. */
export function onward(sfuUrl: string, { url = '', headers: { authorization } }: IncomingMessage): WebSocket {
  return new WebSocket(sfuUrl + url, { headers: authorization === undefined ? {} : { authorization } })
}

/** What comes from `one` goes on to `other`, changed, in order; when `one` has ended so does `other`, after the last words. */
export function couple(one: WebSocket, other: WebSocket, change: (message: Buffer) => Promise<Buffer>) {
  const ready =
    other.readyState === WebSocket.OPEN
      ? Promise.resolve()
      : new Promise<void>((resolve) => other.once('open', resolve))
  let last: Promise<unknown> = ready
  one.on('message', (data, binary) => {
    const message = Buffer.isBuffer(data) ? data : Buffer.concat([data].flat() as Buffer[])
    last = last.then(async () => other.send(binary ? await change(message) : message, { binary }))
    last.catch(() => undefined)
  })
  one.on('close', () => void last.finally(() => other.close()).catch(() => undefined))
  one.on('error', () => other.terminate())
}

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(0, HOST, resolve)
  })
  return socket
}
