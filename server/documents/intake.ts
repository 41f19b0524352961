import type { WebSocket } from 'ws'
import { createBucket, type Bucket } from '../kit/bucket.ts'
import type { Allowance } from './allowance.ts'
import type { ConnectionLimits } from './limits.ts'
import type { Frame } from './wire.ts'

/** A pause this short ago belongs to the same stretch of too much. */
const SAME_STRETCH_MS = 1_000

export interface Intake {
  take(frame: Frame, bytes: number): void
  /** Something was done again on behalf of this connection. */
  spendUpdate(): void
  /** Since the last time this was asked there was a while without reading, in which no sign of life could come in. */
  wasSlowed(): boolean
  stop(): void
}

export interface IntakeInput {
  ws: WebSocket
  limits: ConnectionLimits
  allowance: Allowance
  handle(frame: Frame): void
  /** It has been too much for too long. */
  cut(): void
}

/**
 * What comes in, at the pace we can bear. Who sends too fast is not read for a while, so that the line itself slows
 * them and nothing is lost: after a hang everybody comes with all they typed at once.
 */
export function createIntake({ ws, limits, allowance, handle, cut }: IntakeInput): Intake {
  const frames = createBucket(limits.frames)
  const bytes = createBucket(limits.bytes)
  const updates = createBucket(limits.updates)
  /** What was read together with the frame that was one too many: no more than one piece off the line. */
  const queue: { frame: Frame; size: number }[] = []
  let timer: NodeJS.Timeout | null = null
  let slowed = false
  let since = 0
  let last = -Infinity

  const bucketsOf = (kind: Frame['kind']): Bucket[] => {
    if (kind === 'update') return [frames, bytes, updates, allowance.rebuilds]
    return kind === 'ask' ? [frames, bytes, allowance.asks] : [frames, bytes]
  }

  const run = (frame: Frame, size: number) => {
    frames.spend()
    bytes.spend(size)
    if (frame.kind === 'update') updates.spend()
    handle(frame)
  }

  const work = () => {
    timer = null
    for (let next = queue[0]; next; next = queue[0]) {
      const ms = Math.max(...bucketsOf(next.frame.kind).map((bucket) => bucket.wait()))
      if (ms > 0) return slow(ms)
      queue.shift()
      run(next.frame, next.size)
    }
    ws.resume()
  }

  const slow = (ms: number) => {
    const now = performance.now()
    if (now - last > SAME_STRETCH_MS) since = now
    last = now + ms
    if (now - since > limits.patienceMs) return cut()
    slowed = true
    ws.pause()
    timer = setTimeout(work, ms)
  }

  return {
    take: (frame, size) => {
      queue.push({ frame, size })
      if (!timer) work()
    },
    spendUpdate: () => updates.spend(),
    wasSlowed: () => {
      const was = slowed
      slowed = timer !== null
      return was
    },
    stop: () => {
      if (timer) clearTimeout(timer)
      timer = null
      queue.length = 0
    },
  }
}
