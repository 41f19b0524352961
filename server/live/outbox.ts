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
 * What goes out to one device. All that is sent in one moment goes as one message, a list, so that nobody sees half of what
 * happened; what follows closely behind it waits a little and goes together. Only an answer makes it go at once.
 */
export function createOutbox(write: (text: string) => void) {
  let waiting: string[] = []
  let going: NodeJS.Immediate | null = null
  let window: NodeJS.Timeout | null = null

  function flush() {
    const [only, ...more] = waiting
    waiting = []
    if (only !== undefined) write(more.length === 0 ? only : `[${only},${more.join(',')}]`)
  }
  function go() {
    going = null
    flush()
    if (window) clearTimeout(window)
    window = setTimeout(() => {
      window = null
      if (waiting.length > 0) go()
    }, WINDOW_MS)
  }

  return {
    send(frame: ServerFrame) {
      waiting.push(textOf(frame))
      if (window === null || frame.kind === 'answer') going ??= setImmediate(go)
    },
    /** What waits goes now, for the line is about to be closed. */
    flush,
    close() {
      if (going) clearImmediate(going)
      if (window) clearTimeout(window)
      waiting = []
    },
  }
}
