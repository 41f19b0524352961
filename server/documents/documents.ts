import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DialogueId, PersonId, TableId } from '../../shared/dialogue/model.ts'
import type { TableText } from '../../shared/agreement/document.ts'

/** Who opens a table's document, after the door has checked it. */
export interface DocumentVisitor {
  person: PersonId
  name: string
  dialogue: DialogueId
  table: TableId
  /** The epoch the client asked for. */
  epoch: number
  mayWrite: boolean
  /** Does the login still stand? Asked as long as the socket is open. Rejects when nobody knows. */
  valid(): Promise<boolean>
}

/** The y-websocket protocol over a durable log: append and commit before broadcast, then `[100, seq]` to the sender. */
export interface Documents {
  /** Completes the upgrade. The socket's error listener is already attached. */
  open(visitor: DocumentVisitor, req: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Accept the upgrade and close it at once with this 44xx code. */
  refuse(req: IncomingMessage, socket: Duplex, head: Buffer, code: number): void
  /** Check every open connection again, after a move or a change of role: 'write', 'read' or 'none'. Resolves once those that must go are closed. */
  recheck(
    dialogue: DialogueId,
    may: (person: PersonId, table: TableId) => 'write' | 'read' | 'none',
  ): Promise<void>
  /** The text of a table as it is stored now. */
  text(table: TableId, dialogue: DialogueId): Promise<TableText>
  epoch(table: TableId, dialogue: DialogueId): Promise<number>
  close(): Promise<void>
}
