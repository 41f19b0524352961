import type { PersonId, RoomId, SessionId, SessionState } from '../../shared/dialogue/model.ts'
import type { LineTrial, MediaPass } from '../../shared/protocol.ts'

/** What the rest of the server knows of sound and picture. LiveKit's names stay in this folder. */
export interface Media {
  /**
   * A pass for the room in which `state` has seated the person; makes the SFU room if it is not there.
   * A new lease removes the earlier one from the SFU. Rejects with `MediaAway` when the SFU does not answer.
   * `displaced`: the lease with which somebody else took the place of the device that asks.
   */
  pass(state: SessionState, person: PersonId, displaced?: string): Promise<MediaPass | null>
  /**
   * Passes for a room in which nobody is and nothing is heard, to try a line with before there is anything to hear. Rejects with
   * `MediaAway` when the SFU does not answer.
   */
  trial(): Promise<LineTrial>
  /** The same for the room in which this person talks apart with a helper or with whoever they help; null when they do not. */
  passApart(state: SessionState, person: PersonId, displaced?: string): Promise<MediaPass | null>
  /** A device says which connection at the SFU is its own. */
  joined(session: SessionId, person: PersonId, lease: string, connection: string): void
  /**
   * Bring the SFU in line with this state: microphone permissions at once, people who are in the wrong room out,
   * rooms nobody is meant to be in deleted, the listener at every open room. Called after every append; cheap when nothing changed.
   * `leads`: does this node still lead the session? Nobody's place or permission is changed when it does not; left out: it always does.
   */
  follow(state: SessionState, leads?: () => boolean): void
  /** This person's devices are signed out: out of the SFU at once. */
  dismiss(session: SessionId, person: PersonId): void
  /** Another node leads this session: its rooms and who is in them are that one's from now on. */
  release(session: SessionId): void
  /** Forget a session: delete its rooms. */
  end(session: SessionId): Promise<void>
  /** Does the SFU answer? */
  available(): boolean
  on(listener: MediaListener): () => void
  close(): Promise<void>
}

export interface MediaListener {
  available?(available: boolean): void
  /** Somebody began or stopped talking; `people` are all who talk in that room now. */
  speaking?(session: SessionId, room: RoomId, people: PersonId[]): void
  /** A closed stretch of speech, or the part so far of a long one (at least every second). Server milliseconds. */
  spoke?(session: SessionId, room: RoomId, person: PersonId, startMs: number, endMs: number): void
  /** A microphone that was heard is muted. Server milliseconds. */
  muted?(session: SessionId, room: RoomId, person: PersonId, atMs: number): void
  /** What `of` said came in at this person's microphone through the air: their devices stand in one room. */
  throughAir?(session: SessionId, room: RoomId, person: PersonId, of: PersonId): void
  /** A room stopped being measured, or is measured again. */
  measuring?(session: SessionId, room: RoomId, measuring: boolean, atMs: number): void
  /** Somebody was removed for publishing sound where they may not. */
  stray?(session: SessionId, room: RoomId, person: PersonId): void
  /** Somebody else used this person's pass and is out again. `noticed`: the person's own device said so. */
  copied?(session: SessionId, room: RoomId, person: PersonId, noticed: boolean): void
  /** The SFU room behind this room is another one: whoever is in it is to ask for a pass and come over. */
  renewed?(session: SessionId, room: RoomId): void
}

/** The SFU did not answer; text, queue and timers go on. */
export class MediaAway extends Error {}
