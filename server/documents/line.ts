import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { ConnectionLimits } from './limits.ts'
import { updateFrame } from './wire.ts'

const CATCH_UP_MS = 250

/** What goes out to one reader. A slow one gets nothing more until the line is free, then all it missed in one frame. */
export function createLine(ws: WebSocket, limits: ConnectionLimits) {
  let behindSince: Uint8Array | null = null
  let timer: NodeJS.Timeout | null = null

  const send = (frame: Uint8Array) => {
    if (ws.readyState !== ws.OPEN) return
    if (ws.bufferedAmount > limits.cutBytes) ws.terminate()
    else ws.send(frame)
  }

  const fallBehind = (live: Y.Doc, first: Uint8Array) => {
    behindSince = Y.encodeStateVector(live)
    timer = setInterval(() => {
      if (!behindSince || ws.bufferedAmount > limits.resyncBytes / 4) return
      const missed = Y.encodeStateAsUpdate(live, behindSince)
      stop()
      // the update that found the line full is in the text already, so it is not in what was missed since
      send(updateFrame(first))
      send(updateFrame(missed))
    }, CATCH_UP_MS)
  }

  const stop = () => {
    behindSince = null
    if (timer) clearInterval(timer)
    timer = null
  }

  return {
    send,
    /** What others say; of no use to a reader who is behind. */
    sendFrame: (frame: Uint8Array) => {
      if (!behindSince) send(frame)
    },
    sendUpdate: (update: Uint8Array, live: Y.Doc) => {
      if (behindSince) return
      if (ws.bufferedAmount > limits.resyncBytes) fallBehind(live, update)
      else send(updateFrame(update))
    },
    stop,
  }
}
export type Line = ReturnType<typeof createLine>
