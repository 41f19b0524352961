import type { Clock, Surroundings } from '../../../shared/channel/surroundings.ts'
import { socketAddress } from '../socketAddress.ts'

/** The device's own time. */
export const browserClock: Clock = {
  now: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}

/** The control channel below the person's own address. */
export const browserSocket =
  (url: string): Surroundings['connect'] =>
  ({ open, message, closed }) => {
    const socket = new WebSocket(socketAddress('live', url))
    socket.addEventListener('open', open)
    socket.addEventListener('message', ({ data }) => message(String(data)))
    socket.addEventListener('close', ({ code }) => closed(code))
    return socket
  }

/** The device is on a network again, or the page runs again or is looked at again: the line may be back, or gone. */
export function watchLine(hurry: () => void): () => void {
  const seen = () => document.visibilityState === 'visible' && hurry()
  globalThis.addEventListener('online', hurry)
  globalThis.addEventListener('pageshow', hurry)
  document.addEventListener('resume', hurry)
  document.addEventListener('visibilitychange', seen)
  return () => {
    globalThis.removeEventListener('online', hurry)
    globalThis.removeEventListener('pageshow', hurry)
    document.removeEventListener('resume', hurry)
    document.removeEventListener('visibilitychange', seen)
  }
}
