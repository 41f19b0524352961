import { dispose } from '@livekit/rtc-node'
import { attend, type Attendance } from './attendance.ts'
import { loadSilero } from './speech/silero.ts'
import { BEAT_MS, monotonicMs, type FromListener, type ToListener } from './wire.ts'

/**
 * The speech listener: a process of its own, since it is native code and arithmetic, and neither its crash nor its load may touch
 * the server. It hears rooms and sends intervals; sound is never stored. It lives as long as the channel to the server.
 */
const rooms = new Map<string, Promise<Attendance | null>>()
const hearing = new Map<string, Attendance>()

/** Several voices are decided at once: together they cost a third. What waits is placed by its own time, so nothing shifts. */
const GATHER_MS = 20

function tell(message: FromListener) {
  // The server may be gone between the question and the sending; `disconnect` then ends us.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}

const silero = await loadSilero({ gatherMs: GATHER_MS })

async function enter(order: Extract<ToListener, { kind: 'attend' }>): Promise<Attendance | null> {
  try {
    return await attend(order, silero, tell)
  } catch {
    // Where and why is the SFU's to log; the server tries again with a fresh token.
    tell({ kind: 'lost', room: order.room })
    return null
  }
}

/** Nothing waits for a room that is left: a connection to a dead SFU may take long to end. */
function leave(room: string) {
  const entered = rooms.get(room)
  rooms.delete(room)
  hearing.delete(room)
  void entered?.then((attendance) => attendance?.leave())
}

process.on('message', (order: ToListener) => {
  leave(order.room)
  if (order.kind === 'leave') return
  const entered = enter(order)
  rooms.set(order.room, entered)
  void entered.then((attendance) => {
    if (attendance && rooms.get(order.room) === entered) hearing.set(order.room, attendance)
  })
})

setInterval(() => {
  const heard = [...hearing].filter(([, attendance]) => attendance.connected())
  const partly = heard.filter(([, attendance]) => !attendance.whole())
  const { user, system } = process.cpuUsage()
  tell({
    kind: 'beat',
    rooms: heard.map(([room]) => room),
    partly: partly.map(([room]) => room),
    atMs: monotonicMs(),
    cpuMs: (user + system) / 1000,
    memoryMb: process.memoryUsage.rss() / 2 ** 20,
  })
}, BEAT_MS)

async function end() {
  // Native clean-up may hang on a dead SFU; the process must not outlive the server.
  setTimeout(() => process.exit(0), 1_000).unref()
  await Promise.allSettled([...hearing.values()].map((attendance) => attendance.leave()))
  await dispose()
  process.exit(0)
}
process.once('disconnect', () => void end())
process.once('SIGTERM', () => void end())
// Ctrl-C reaches the whole process group; the server decides when the listener ends.
process.on('SIGINT', () => undefined)

tell({ kind: 'ready' })
