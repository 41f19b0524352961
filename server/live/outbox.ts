import type { ServerFrame } from '../../shared/protocol.ts'

/** What comes within so long after something was sent goes out as one message. */
const WINDOW_MS = 20

/** A frame that goes to many is written once. */
const written = new WeakMap<ServerFrame, string>()
function textOf(frame: ServerFrame): string {
  const text = written.get(frame) ?? JSON.stringify(frame)
  written.set(frame, text)
  return text
}

/**
 * What goes out to one device: the first frame at once, what follows closely behind it together, as a list. An answer goes
 * at once, behind what was to go before it, and so does what it led to.
 */
export function createOutbox(write: (text: string) => void) {
  let waiting: string[] = []
  let timer: NodeJS.Timeout | null = null

  function flush() {
    if (timer) clearTimeout(timer)
    timer = null
    if (waiting.length === 0) return
    const [only = '', ...more] = waiting
    waiting = []
    write(more.length === 0 ? only : `[${only},${more.join(',')}]`)
  }
  const goOn = () => {
    timer = null
    if (waiting.length > 0) send()
  }
  const send = () => {
    flush()
    timer = setTimeout(goOn, WINDOW_MS)
  }

  return {
    send(frame: ServerFrame) {
      waiting.push(textOf(frame))
      if (frame.kind === 'answer') flush()
      else if (timer === null) send()
    },
    /** What waits goes now, for the line is about to be closed. */
    flush,
    close() {
      if (timer) clearTimeout(timer)
      waiting = []
    },
  }
}
