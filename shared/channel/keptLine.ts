import type { ClientFrame, ServerFrame } from '../protocol.ts'
import { CLOSE } from '../wire.ts'
import { framesIn } from './frames.ts'
import type { Line, Surroundings } from './surroundings.ts'

/** No frame for this long: the line is dead, whatever the machine thinks. The server pings more often. */
const DEAD_MS = 10_000
const LOOK_MS = 1_000
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000

/** Closed with one of these, trying again helps nobody. */
const FINAL: readonly number[] = [CLOSE.unknown, CLOSE.forbidden, CLOSE.elsewhere, CLOSE.ended, CLOSE.old]

export interface LineUse {
  /** Said first on every new line. */
  hello: () => ClientFrame
  /** Return false for a gap: the line is made anew. */
  onFrame: (frame: ServerFrame) => boolean
  onLost: () => void
  onClosed: (code: number) => void
}

export interface KeptLine {
  /** Sends when the line is open. */
  send: (frame: ClientFrame) => void
  /** Something says the line may be back (or gone): try at once. */
  hurry: () => void
  stop: () => void
}

/** How long to wait before try number `tries`: full jitter, so that a hall full of people does not come back at once. */
export const waitBefore = (tries: number, chance: number): number =>
  chance * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)

/** One line to the server that never gives up, unless the server says that it makes no sense. */
export function keepLine({ connect, clock, chance }: Surroundings, use: LineUse): KeptLine {
  let line: Line | null = null
  let isOpen = false
  /** Which line this is: what an earlier one still says is not heard. */
  let count = 0
  let tries = 0
  let heard = 0
  let said: number | null = null
  let stopped = false
  let callOff: (() => void) | undefined
  let stopLooking: (() => void) | undefined

  function begin(): void {
    callOff?.()
    if (stopped) return
    const own = ++count
    const isOwn = () => own === count
    heard = clock.now()
    said = null
    isOpen = false
    line = connect({
      open() {
        if (!isOwn()) return
        isOpen = true
        heard = clock.now()
        send(use.hello())
      },
      message(text) {
        for (const frame of framesIn(text)) if (isOwn()) take(frame)
      },
      closed: (code) => isOwn() && ended(code),
    })
  }

  function take(frame: ServerFrame): void {
    heard = clock.now()
    if (frame.kind === 'ping') send({ kind: 'pong' })
    if (frame.kind === 'bye') said = frame.code
    if (!use.onFrame(frame)) return again(0)
    if (frame.kind === 'welcome') tries = 0
  }

  function ended(code: number): void {
    const reason = FINAL.includes(code) ? code : said
    if (reason === null || !FINAL.includes(reason)) {
      return again(code === CLOSE.tooFast ? LONGEST_WAIT_MS : nextWait())
    }
    stop()
    use.onClosed(reason)
  }

  const nextWait = (): number => waitBefore(tries++, chance())

  /** A dead line may take minutes to admit it: it is let go. */
  function again(wait: number): void {
    letGo()
    use.onLost()
    callOff = clock.after(wait, begin)
  }

  function letGo(): void {
    count += 1
    isOpen = false
    line?.close()
    line = null
  }

  function send(frame: ClientFrame): void {
    if (isOpen) line?.send(JSON.stringify(frame))
  }

  function hurry(): void {
    if (stopped) return
    if (line === null) begin()
    else if (clock.now() - heard > DEAD_MS / 2) again(0)
  }

  function look(): void {
    if (line !== null && clock.now() - heard > DEAD_MS) again(nextWait())
    stopLooking = clock.after(LOOK_MS, look)
  }

  function stop(): void {
    stopped = true
    callOff?.()
    stopLooking?.()
    letGo()
  }

  begin()
  look()
  return { send, hurry, stop }
}
