import type { ClientFrame, ServerFrame } from '../../shared/protocol.ts'
import { CLOSE } from '../../shared/wire.ts'

/** No frame for this long: the line is dead, whatever the browser thinks. The server pings more often. */
const DEAD_MS = 10_000
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000

/** Closed with one of these, trying again helps nobody. */
const FINAL: readonly number[] = [CLOSE.unknown, CLOSE.forbidden, CLOSE.elsewhere, CLOSE.ended, CLOSE.old]

export interface ChannelOptions {
  url: string
  connect: (url: string) => WebSocket
  /** Said first on every new line. */
  hello: () => ClientFrame
  /** Return false for a gap: the line is made anew. */
  onFrame: (frame: ServerFrame) => boolean
  onLost: () => void
  onClosed: (code: number) => void
}

export interface Channel {
  /** Sends when the line is open; answers whether it was. */
  send: (frame: ClientFrame) => boolean
  /** Something says the line may be back (or gone): try at once. */
  hurry: () => void
  stop: () => void
}

/** How long to wait before try number `tries`: full jitter, so that a hall full of people does not come back at once. */
export const waitBefore = (tries: number, chance: number): number =>
  chance * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)

/** One line to the server that never gives up, unless the server says that it makes no sense. */
export function openChannel(options: ChannelOptions): Channel {
  let socket: WebSocket | null = null
  let tries = 0
  let heard = 0
  let said: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  function connect(): void {
    clearTimeout(timer)
    if (stopped) return
    const line = options.connect(options.url)
    socket = line
    heard = Date.now()
    said = null
    line.addEventListener('open', () => {
      heard = Date.now()
      line.send(JSON.stringify(options.hello()))
    })
    line.addEventListener('message', (message) => {
      if (line === socket) take(JSON.parse(String(message.data)) as ServerFrame)
    })
    line.addEventListener('close', ({ code }) => {
      if (line === socket) ended(code)
    })
  }

  function take(frame: ServerFrame): void {
    heard = Date.now()
    if (frame.kind === 'ping') send({ kind: 'pong' })
    if (frame.kind === 'bye') said = frame.code
    if (!options.onFrame(frame)) return again(0)
    if (frame.kind === 'welcome') tries = 0
  }

  function ended(code: number): void {
    const reason = FINAL.includes(code) ? code : said
    if (reason === null || !FINAL.includes(reason)) {
      return again(code === CLOSE.tooFast ? LONGEST_WAIT_MS : waitBefore(tries++, Math.random()))
    }
    stop()
    options.onClosed(reason)
  }

  /** A dead line may take minutes to admit it: it is let go, and what it still says is not heard. */
  function again(wait: number): void {
    letGo()
    options.onLost()
    timer = setTimeout(connect, wait)
  }

  function letGo(): void {
    const line = socket
    socket = null
    line?.close()
  }

  function send(frame: ClientFrame): boolean {
    if (socket?.readyState !== 1) return false
    socket.send(JSON.stringify(frame))
    return true
  }

  function hurry(): void {
    if (stopped) return
    if (socket === null) connect()
    else if (Date.now() - heard > DEAD_MS / 2) again(0)
  }

  function stop(): void {
    stopped = true
    clearTimeout(timer)
    clearInterval(watch)
    letGo()
  }

  const watch = setInterval(() => {
    if (socket !== null && Date.now() - heard > DEAD_MS) again(waitBefore(tries++, Math.random()))
  }, 1_000)
  connect()
  return { send, hurry, stop }
}
