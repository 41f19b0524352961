import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { TableText } from '../../shared/agreement/document.ts'
import type { TextRights } from '../../shared/dialogue/agreements/textRights.ts'
import type { Frozen } from '../../shared/dialogue/decision.ts'
import type { AgreementId, DialogueId, PersonId, TableId } from '../../shared/dialogue/model.ts'
import type { StoredHold } from '../store/documentStore.ts'

/** Who opens a table's document, after the door has checked it. */
export interface DocumentVisitor {
  person: PersonId
  name: string
  dialogue: DialogueId
  table: TableId
  /** The epoch the client asked for. */
  epoch: number
  rights: TextRights
  /** Does the login still stand? Asked as long as the socket is open. Rejects when nobody knows. */
  valid(): Promise<boolean>
}

/** Words that stand still while a decision is taken on them. */
export interface Held {
  frozen: Frozen
  /** Where other nodes write too: to be stored with what is decided on them, which is refused once they stand still no longer. */
  hold?: StoredHold | undefined
  release(): void
}

/** The y-websocket protocol over a durable log: append and commit before broadcast, then `[100, seq]` to the sender. */
export interface Documents {
  /** Completes the upgrade. The socket's error listener is already attached. */
  open(visitor: DocumentVisitor, req: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Accept the upgrade and close it at once with this 44xx code. */
  refuse(req: IncomingMessage, socket: Duplex, head: Buffer, code: number): void
  /** Check every open connection again, after a move, a change of role or of an agreement. Resolves once those that must go are closed. */
  recheck(
    dialogue: DialogueId,
    rightsOf: (person: PersonId, table: TableId) => TextRights | null,
  ): Promise<void>
  /** Whoever is at a text as this person with a login that no longer stands goes. Rejects when nobody knows. */
  recheckLogins(person: PersonId): Promise<void>
  /**
   * From now on nobody changes the words of this agreement, until `release`; what was accepted before is stored and in it.
   * Rejects when it cannot be stored in time; then it is open again.
   */
  freeze(table: TableId, dialogue: DialogueId, agreement: AgreementId): Promise<Held>
  /** The words of this agreement at one moment, while people write on. Rejects when they cannot be stored in time. */
  words(table: TableId, dialogue: DialogueId, agreement: AgreementId): Promise<Frozen>
  /** What is in memory of this dialogue's texts goes, and whoever is at one is closed with this code; what is opened next is read anew. */
  forget(dialogue: DialogueId, code: number): Promise<void>
  /** The text of a table as it is stored now. */
  text(table: TableId, dialogue: DialogueId): Promise<TableText>
  epoch(table: TableId, dialogue: DialogueId): Promise<number>
  close(): Promise<void>
}
