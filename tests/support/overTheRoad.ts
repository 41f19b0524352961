import type { WebSocketRoute } from 'playwright-core'
import { WebSocket } from 'ws'
import type { Road } from './road.ts'

/**
 * For `routeWebSocket`: a page's signalling goes to the road, which then stands where the page thinks the media server is. `opened` is
 * given each line on, to say something in the page's name.
 */
export const overTheRoad =
  (road: () => Road, opened: (on: WebSocket) => void = () => undefined) =>
  (line: WebSocketRoute): void => {
    const { pathname, search } = new URL(line.url())
    const on = new WebSocket(road().url + pathname + search)
    const open = new Promise<void>((resolve) => on.once('open', resolve))
    opened(on)
    line.onMessage((message) => void open.then(() => on.send(message)))
    on.on('message', (data: Buffer, binary) => line.send(binary ? data : data.toString()))
    on.on('close', () => void line.close())
    on.on('error', () => void line.close())
    line.onClose(() => on.close())
  }
