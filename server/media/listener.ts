import { dispose } from '@livekit/rtc-node'
import { monotonicMs } from '../kit/monotonic.ts'
import { attend, type Attendance } from './attendance.ts'
import { loadSilero } from './speech/silero.ts'
import { BEAT_MS, type FromListener, type ToListener } from './wire.ts'

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

/** How often we look whether we come to our work, and from when on that we did not is a gap: sooner than the server sees one in our silence. */
const AWAKE_MS = 100
const STOPPED_MS = 1_500
let awakeMs = monotonicMs()

function stayAwake() {
  const fromMs = awakeMs
  awakeMs = monotonicMs()
  if (awakeMs - fromMs < STOPPED_MS) return
  for (const room of hearing.keys()) tell({ kind: 'gap', room, fromMs, toMs: awakeMs })
}
setInterval(stayAwake, AWAKE_MS)

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
  // a gap is told before the heartbeat that ends it
  stayAwake()
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

// The server may have gone while the detector was loaded, before anybody listened for that.
if (process.connected) tell({ kind: 'ready' })
else void end()
