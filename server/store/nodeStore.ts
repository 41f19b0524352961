import type { NodeId } from '../bus/bus.ts'
import type { PersonId, RoomId, SessionId } from '../../shared/dialogue/model.ts'
import type { Presence } from '../../shared/protocol.ts'

/** How far a session's log goes. */
export interface Head {
  session: SessionId
  seq: number
  /** The session its dialogue has now: another one once it has gone on. */
  current: SessionId
}

/** Which list of people a node last stored for a session; a later one has a higher number. */
export interface PresenceMark {
  node: NodeId
  session: SessionId
  version: number
}

/**
 * What several nodes on one database know of one another. Until when something holds is told by the database's clock, which is the
 * same for all of them; durations are in milliseconds.
 */
export interface NodeStore {
  /** For so long from now this node is there. True when nothing was known of it, so that what it had stored is to be stored again. */
  beat(node: NodeId, forMs: number): Promise<boolean>
  /** The nodes that are there, the one that came first before the others. */
  living(): Promise<NodeId[]>
  /** Takes or keeps the lead of each of these that no other node has: by session the fence of those that are this node's now. */
  lead(node: NodeId, sessions: readonly SessionId[], forMs: number): Promise<Record<SessionId, number>>
  /** Whoever asks next has the lead. `rests`: nobody needs the session, so that no node has to ask. */
  release(node: NodeId, session: SessionId, rests: boolean): Promise<void>
  /** Does another node than this one lead the session now? */
  ledElsewhere(node: NodeId, session: SessionId): Promise<boolean>
  /** Those of these that no node has to open by itself: one leads them now, or they rest. */
  lookedAfter(sessions: readonly SessionId[]): Promise<SessionId[]>
  /** A session that is not there any more has none. */
  heads(sessions: readonly SessionId[]): Promise<Head[]>
  /** Who is there at this node. */
  keepPresence(mark: PresenceMark, people: readonly Presence[]): Promise<void>
  /** At the other nodes. */
  presenceMarks(node: NodeId, sessions: readonly SessionId[]): Promise<PresenceMark[]>
  presence(node: NodeId, session: SessionId): Promise<{ version: number; people: Presence[] } | null>
}

/** One device's right to be in one SFU room for one person, as it was given at one of the nodes. */
export interface GivenLease {
  person: PersonId
  /** Beside the room they are seated in: where they talk with a helper. */
  apart: boolean
  /** The SFU's; the random part of it is the lease's own name. */
  identity: string
  room: RoomId
  version: number
  sfuRoom: string
  /** The state it was given on. */
  seq: number
  /** The lease with which somebody else took the place of the device that asked. */
  displaced: string | null
  /** The SFU's mark of the connection that its owner says is theirs. */
  connection: string | null
}

export interface MediaLeaseStore {
  /** From now on this is the one lease of this person, seated or apart. */
  give(session: SessionId, lease: GivenLease): Promise<void>
  claim(identity: string, connection: string): Promise<void>
  end(identity: string): Promise<void>
  /** All of this person, or of everybody. */
  endAll(session: SessionId, person?: PersonId): Promise<void>
  has(identity: string): Promise<boolean>
  all(session: SessionId): Promise<GivenLease[]>
}

/** The one device of a person, whichever node it is at. */
export interface DeviceClaim {
  person: PersonId
  node: NodeId
  /** Its own name, new for every device that comes in. */
  claim: string
  login: string
}

export interface DeviceClaimStore {
  /** False: another device at another node that is there has the place, and it may not be `taken` from it. */
  take(claim: DeviceClaim, taken: boolean): Promise<boolean>
  /** This device has gone; another one's claim stands. */
  drop(claim: string): Promise<void>
  held(people: readonly PersonId[]): Promise<DeviceClaim[]>
}
