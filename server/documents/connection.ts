import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { DOCUMENT_LIMITS } from '../../shared/agreement/limits.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { DocumentVisitor } from './documents.ts'
import type { DocumentAwareness } from './awareness.ts'
import { createBucket, type Rate } from './rate.ts'
import type { TableDocument, Verdict, Writer } from './table.ts'
import { askFrame, awarenessFrame, readFrame, savedFrame, stateFrame, updateFrame } from './wire.ts'
import type { AwarenessEntry } from './wire.ts'

/** WebSocket's own codes, for what a stock client may try again. */
export const WS_CLOSE = {
  goingAway: 1001,
  notBinary: 1003,
  violation: 1008,
  tooBig: 1009,
  later: 1013,
} as const

export interface ConnectionLimits {
  /** Changes of the text. */
  updates: Rate
  /** All frames together: a stock client sends everybody's awareness again. */
  frames: Rate
  /** Milliseconds between two own awareness states; the last one always arrives. */
  awarenessMs: number
  /** Bytes the socket may hold back before its reader is brought up to date at once, and before it is cut off. */
  resyncBytes: number
  cutBytes: number
  /** Updates waiting for missing parts. */
  waiting: number
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  updates: { perSecond: 50, burst: 200 },
  frames: { perSecond: 400, burst: 1_000 },
  awarenessMs: 100,
  resyncBytes: 1024 * 1024,
  cutBytes: 4 * 1024 * 1024,
  waiting: 64,
}

/** What a connection needs from the document it is at. */
export interface Place {
  document: TableDocument
  awareness: DocumentAwareness<Connection>
  /** To every other writer and reader of this document. */
  tellOthers(self: Connection, frame: Uint8Array): void
}

export interface Connection {
  visitor: DocumentVisitor
  writer: Writer
  /** Attach to the loaded document and begin to talk. */
  begin(place: Place): void
  sendUpdate(update: Uint8Array): void
  sendFrame(frame: Uint8Array): void
  setRight(mayWrite: boolean): void
  /** Resolves once the socket is really closed; nothing is sent from this moment on. */
  close(code: number): Promise<void>
  /** Ask for a sign of life; cut off who gave none since the last time. */
  beat(): void
}

const CLOSE_PATIENCE_MS = 250
const CATCH_UP_MS = 250

const codeFor = (why: Extract<Verdict, { kind: 'refused' }>['why']): number => {
  if (why === 'full') return WS_CLOSE.later
  return why === 'size' ? WS_CLOSE.tooBig : WS_CLOSE.violation
}

/** One browser at one document, over the y-websocket protocol. */
export function createConnection(
  ws: WebSocket,
  visitor: DocumentVisitor,
  limits: ConnectionLimits,
  log: Logger,
): Connection {
  let place: Place | null = null
  let { mayWrite } = visitor
  let alive = true
  let waiting: Uint8Array[] = []
  let behindSince: Uint8Array | null = null
  let catchUpTimer: NodeJS.Timeout | null = null
  let heldAwareness: AwarenessEntry | null = null
  let awarenessTimer: NodeJS.Timeout | null = null
  const updates = createBucket(limits.updates)
  const frames = createBucket(limits.frames)

  const isOpen = () => ws.readyState === ws.OPEN
  const send = (frame: Uint8Array) => {
    if (!isOpen()) return
    if (ws.bufferedAmount > limits.cutBytes) ws.terminate()
    else ws.send(frame)
  }

  /** A slow reader gets nothing more until the line is free, then all it missed in one frame. */
  const fallBehind = (document: TableDocument, first: Uint8Array) => {
    behindSince = Y.encodeStateVector(document.live)
    catchUpTimer = setInterval(() => {
      if (!behindSince || ws.bufferedAmount > limits.resyncBytes / 4) return
      const missed = Y.encodeStateAsUpdate(document.live, behindSince)
      stopCatchingUp()
      // the update that found the line full is in the text already, so it is not in what was missed since
      send(updateFrame(first))
      send(updateFrame(missed))
    }, CATCH_UP_MS)
  }
  const stopCatchingUp = () => {
    behindSince = null
    if (catchUpTimer) clearInterval(catchUpTimer)
    catchUpTimer = null
  }

  const refuse = (why: Extract<Verdict, { kind: 'refused' }>['why']) => {
    log.warn({ table: visitor.table, person: visitor.person, why }, 'refused a change of a table text')
    void close(codeFor(why))
  }

  const submit = (update: Uint8Array, document: TableDocument) => {
    if (!mayWrite) return
    const verdict = document.submit(update, writer)
    if (verdict.kind === 'refused') return refuse(verdict.why)
    if (verdict.kind === 'waiting') return hold(update)
    if (waiting.length > 0) retry(document)
  }

  /** Its parts may come in any order; until they are all there, nothing of it touches the document. */
  const hold = (update: Uint8Array) => {
    waiting.push(update)
    const bytes = waiting.reduce((sum, part) => sum + part.length, 0)
    if (waiting.length > limits.waiting || bytes > DOCUMENT_LIMITS.frame) refuse('size')
  }
  /** One at a time, as often as another one fits: a gap in one of them must not keep back the rest. */
  const retry = (document: TableDocument) => {
    let fitted = true
    while (fitted && waiting.length > 0) {
      fitted = false
      for (const part of waiting) {
        const verdict = document.submit(part, writer)
        if (verdict.kind === 'refused') return refuse(verdict.why)
        if (verdict.kind === 'waiting') continue
        waiting = waiting.filter((other) => other !== part)
        fitted = true
      }
    }
  }

  const writer: Writer = {
    person: visitor.person,
    clients: new Set(),
    mayClaim: () => writer.clients.size < DOCUMENT_LIMITS.authors,
    saved: (seq) => send(savedFrame(seq)),
  }

  const hear = (entries: AwarenessEntry[], { awareness }: Place) => {
    for (const entry of entries) if (awareness.owns(self, visitor.person, entry.client)) heldAwareness = entry
    if (!heldAwareness || awarenessTimer) return
    tellAwareness()
    awarenessTimer = setTimeout(() => {
      awarenessTimer = null
      tellAwareness()
    }, limits.awarenessMs)
  }
  const tellAwareness = () => {
    if (!heldAwareness || !place) return
    const entry = heldAwareness
    heldAwareness = null
    const shown = place.awareness.set(self, visitor, entry)
    send(awarenessFrame([entry]))
    if (shown && mayWrite) place.tellOthers(self, awarenessFrame([shown]))
  }

  const receive = (data: Buffer, at: Place) => {
    const frame = readFrame(new Uint8Array(data), (client) => at.awareness.owns(self, visitor.person, client))
    switch (frame.kind) {
      case 'ask':
        return send(stateFrame(Y.encodeStateAsUpdate(at.document.live, frame.stateVector)))
      case 'update':
        return updates.take() ? submit(frame.update, at.document) : void close(CLOSE.tooFast)
      case 'awareness':
        return hear(frame.entries, at)
      case 'queryAwareness':
        return send(awarenessFrame(at.awareness.all(self)))
      case 'other':
    }
  }

  const onMessage = (data: unknown, isBinary: boolean) => {
    if (!isOpen() || !place) return
    if (!frames.take()) return void close(CLOSE.tooFast)
    if (!isBinary || !(data instanceof Buffer)) return void close(WS_CLOSE.notBinary)
    try {
      receive(data, place)
    } catch {
      refuse('malformed')
    }
  }

  const close = (code: number): Promise<void> => {
    if (ws.readyState === ws.CLOSED) return Promise.resolve()
    return new Promise((resolve) => {
      const cut = setTimeout(() => ws.terminate(), CLOSE_PATIENCE_MS)
      ws.once('close', () => {
        clearTimeout(cut)
        resolve()
      })
      ws.close(code)
      ws.resume()
    })
  }

  ws.on('message', onMessage)
  ws.on('pong', () => (alive = true))
  ws.on('error', () => ws.terminate())
  ws.on('close', () => {
    stopCatchingUp()
    if (awarenessTimer) clearTimeout(awarenessTimer)
    waiting = []
  })
  ws.pause()

  const self: Connection = {
    visitor,
    writer,
    begin: (at) => {
      place = at
      ws.resume()
      if (mayWrite) send(askFrame(Y.encodeStateVector(at.document.live)))
      const present = at.awareness.all(self)
      if (present.length > 0) send(awarenessFrame(present))
    },
    sendUpdate: (update) => {
      if (!place || behindSince) return
      if (ws.bufferedAmount > limits.resyncBytes) fallBehind(place.document, update)
      else send(updateFrame(update))
    },
    sendFrame: (frame) => {
      if (!behindSince) send(frame)
    },
    setRight: (write) => {
      if (write === mayWrite) return
      mayWrite = write
      if (!place) return
      if (write) return send(askFrame(Y.encodeStateVector(place.document.live)))
      const gone = place.awareness.remove(self)
      if (gone) place.tellOthers(self, awarenessFrame([gone]))
    },
    close,
    beat: () => {
      if (!alive) return ws.terminate()
      alive = false
      if (isOpen()) ws.ping()
    },
  }
  return self
}
