import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { DOCUMENT_LIMITS } from '../../shared/agreement/limits.ts'
import type { TextRights } from '../../shared/dialogue/agreements/textRights.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { Counts } from '../kit/counts.ts'
import type { Allowance } from './allowance.ts'
import type { DocumentVisitor } from './documents.ts'
import type { DocumentAwareness } from './awareness.ts'
import { createIntake } from './intake.ts'
import { WS_CLOSE, type ConnectionLimits } from './limits.ts'
import { createLine } from './line.ts'
import { createPresence } from './presence.ts'
import { createSubmission } from './submission.ts'
import type { Writer } from './authors.ts'
import type { Refusal } from './refusal.ts'
import type { TableDocument } from './table.ts'
import { askFrame, awarenessFrame, readFrame, savedFrame, stateFrame } from './wire.ts'
import type { AwarenessEntry, Frame } from './wire.ts'

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
  setRights(rights: TextRights): void
  /** Is anything of it accepted and not stored yet? Also when it is closed. */
  awaits(): boolean
  /** Resolves once the socket is really closed; nothing is sent from this moment on. */
  close(code: number): Promise<void>
  /** Ask for a sign of life; cut off who gave none since the last time. */
  beat(): void
}

export interface ConnectionTools {
  limits: ConnectionLimits
  allowance: Allowance
  log: Logger
  counts: Pick<Counts, 'documentFrame'>
}

const CLOSE_PATIENCE_MS = 250

const codeFor = ({ why }: Refusal): number => {
  if (why === 'author') return CLOSE.taken
  if (why === 'locked') return CLOSE.locked
  if (why === 'full') return WS_CLOSE.later
  return why === 'size' ? WS_CLOSE.tooBig : WS_CLOSE.violation
}

function closeSocket(ws: WebSocket, code: number): Promise<void> {
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

/** One browser at one document, over the y-websocket protocol. */
export function createConnection(
  ws: WebSocket,
  visitor: DocumentVisitor,
  { limits, allowance, log, counts }: ConnectionTools,
): Connection {
  let place: Place | null = null
  let { rights } = visitor
  const mayWrite = () => rights.writes
  let alive = true
  const line = createLine(ws, limits)
  const close = (code: number) => closeSocket(ws, code)

  const refuse = (refusal: Refusal) => {
    allowance.rebuilds.spend(refusal.rebuilt)
    log.warn(
      { table: visitor.table, person: visitor.person, why: refusal.why },
      'refused a change of a table text',
    )
    void close(codeFor(refusal))
  }

  const writer: Writer = {
    person: visitor.person,
    rights: () => rights,
    clients: new Set(),
    mayClaim: (client) =>
      writer.clients.size < DOCUMENT_LIMITS.authors && !place?.awareness.isTaken(visitor.person, client),
    saved: (seq) => line.send(savedFrame(seq)),
    refused: (refusal) => refuse(refusal),
  }
  const submission = createSubmission({
    writer,
    limit: limits.waiting,
    again: () => intake.spendUpdate(),
    refuse,
  })
  const presence = createPresence(limits.awarenessMs, (entry: AwarenessEntry) => {
    const shown = place?.awareness.set(self, visitor, entry)
    line.send(awarenessFrame([entry]))
    if (shown && mayWrite()) place?.tellOthers(self, awarenessFrame([shown]))
  })

  /** Looking costs as much as the whole text, however little is lacked. */
  const tell = (lacked: Uint8Array, size: number) => {
    allowance.asks.spend(Math.max(lacked.length, size))
    line.send(stateFrame(lacked))
  }
  const owns = (client: number) => place?.awareness.owns(self, visitor.person, client) ?? false
  const answer = (frame: Frame, { document, awareness }: Place) => {
    switch (frame.kind) {
      case 'ask':
        return tell(Y.encodeStateAsUpdate(document.live, frame.stateVector), document.size())
      case 'update':
        return submission.submit(frame.update, document)
      case 'awareness':
        return presence.hear(frame.entries.filter(({ client }) => owns(client)))
      case 'queryAwareness':
        return line.send(awarenessFrame(awareness.all(self)))
      case 'other':
    }
  }

  /** Whatever goes wrong with a frame is its sender's. */
  const orRefuse = (work: () => void) => {
    try {
      work()
    } catch {
      refuse({ kind: 'refused', why: 'malformed', rebuilt: 0 })
    }
  }
  const intake = createIntake({
    ws,
    limits,
    allowance,
    handle: (frame) => {
      if (place && ws.readyState === ws.OPEN) orRefuse(() => place && answer(frame, place))
    },
    cut: () => void close(CLOSE.tooFast),
  })

  const onMessage = (data: unknown, isBinary: boolean) => {
    if (!place || ws.readyState !== ws.OPEN) return
    if (!isBinary || !(data instanceof Buffer)) return void close(WS_CLOSE.notBinary)
    // a copy, for what is kept of a frame must not keep the whole piece it was read in
    orRefuse(() => {
      const frame = readFrame(new Uint8Array(data), owns)
      counts.documentFrame(frame.kind)
      intake.take(frame, data.length)
    })
  }

  ws.on('message', onMessage)
  ws.on('pong', () => (alive = true))
  ws.on('error', () => ws.terminate())
  ws.on('close', () => {
    line.stop()
    presence.stop()
    intake.stop()
    submission.stop()
  })
  ws.pause()

  const self: Connection = {
    visitor,
    writer,
    begin: (at) => {
      place = at
      ws.resume()
      if (mayWrite()) line.send(askFrame(Y.encodeStateVector(at.document.live)))
      const present = at.awareness.all(self)
      if (present.length > 0) line.send(awarenessFrame(present))
    },
    sendUpdate: (update) => {
      if (!place) return
      line.sendUpdate(update, place.document.live)
      if (mayWrite() && ws.readyState === ws.OPEN) submission.retry(place.document)
    },
    sendFrame: line.sendFrame,
    setRights: (next) => {
      const could = mayWrite()
      rights = next
      if (!place || could === mayWrite()) return
      if (mayWrite()) return line.send(askFrame(Y.encodeStateVector(place.document.live)))
      const gone = place.awareness.remove(self)
      if (gone) place.tellOthers(self, awarenessFrame([gone]))
    },
    awaits: () => place?.document.awaits(writer) ?? false,
    close,
    beat: () => {
      const slowed = intake.wasSlowed()
      if (!alive && !slowed) return ws.terminate()
      alive = false
      if (ws.readyState === ws.OPEN) ws.ping()
    },
  }
  return self
}
