import type { DialogueEvent, RecordedEvent } from '../../shared/dialogue/events.ts'
import type {
  DialogueId,
  Group,
  PersonId,
  Role,
  RoomId,
  SessionId,
  TableId,
} from '../../shared/dialogue/model.ts'
import type { Counts, Ratings } from '../../shared/dialogue/evaluation/evaluation.ts'
import type { ImportedPerson } from '../../shared/dialogue/people/import.ts'
import type { Held, KeepUntil } from '../../shared/dialogue/retention/retention.ts'
import type { MailKind, MailState } from '../../shared/dialogue/people/mail.ts'
import type { Answer } from '../../shared/protocol.ts'
import type { DocumentStore, StoredHold } from './documentStore.ts'
import type { DeviceClaimStore, MediaLeaseStore, NodeStore } from './nodeStore.ts'

/** Everything that lasts, behind one interface per kind. SQL lives only beside this file. */
export interface Store {
  events: EventLog
  people: PeopleStore
  documents: DocumentStore
  speech: SpeechStore
  mediaRooms: MediaRoomStore
  evaluations: EvaluationStore
  erasure: ErasureStore
  personal: PersonalStore
  retention: RetentionStore
  mail: MailStore
  nodes: NodeStore
  mediaLeases: MediaLeaseStore
  deviceClaims: DeviceClaimStore
  /** Rejects when the database does not answer. */
  condition(): Promise<Condition>
  /** Everything that carries a hash or a sum, against it. Takes as long as it takes; others work on meanwhile. */
  inspect(): Promise<Soundness>
  load(): PoolLoad
  close(): Promise<void>
}

/** Connections to the database: lent to work, not lent, and work that waits for one. */
export interface PoolLoad {
  lent: number
  idle: number
  waiting: number
}

/** How the database is, as far as our promises depend on it. */
export interface Condition {
  /** What is answered as stored is on disk. */
  durable: boolean
  /** How far its clock is ahead of ours. */
  aheadMs: number
  /** Steps of the schema that have not run here. */
  missing: string[]
  /** Steps that only a later release knows. */
  unknown: string[]
}

/** The first thing that does not fit, in a log or in a table's text. */
export type Unsound =
  | { kind: 'log'; dialogue: DialogueId; session: SessionId; seq: number }
  | { kind: 'text'; dialogue: DialogueId; table: TableId; why: string }

export interface Soundness {
  logs: number
  texts: number
  wrong: Unsound[]
}

/** A command by its id, and who gave it. */
export interface Asked {
  commandId: string
  actor: PersonId | 'system'
}

export interface Append {
  session: SessionId
  /** The log's last sequence number as the decider saw it; of several that go together that of the first counts. */
  after: number
  at: number
  actor: PersonId | 'system'
  /** Null for the server's own commands. */
  commandId: string | null
  /** Kept with the command, so that sending it again gives the same answer. */
  answer: Answer
  events: DialogueEvent[]
  /** The lead of the session under which the server decided this by itself; left out where no lead is needed. */
  fence?: number | undefined
  /** The words this was decided on: they must stand still until it is stored, and are free from then on. */
  held?: StoredHold | undefined
}
export type Appended =
  | { ok: true; recorded: RecordedEvent[] }
  /** Somebody else appended first: reload the tail and decide again. */
  | { ok: false; reason: 'conflict' }
  /** This command was carried out before. */
  | { ok: false; reason: 'repeated'; answer: Answer }
  /** The command's id was used by somebody else. */
  | { ok: false; reason: 'foreign' }
  /** Another node leads the session since. */
  | { ok: false; reason: 'superseded' }
  /** The words it was decided on stand still no longer. */
  | { ok: false; reason: 'released' }

/** What a decider knows of a session's log, and the commands it decides on. */
export interface Known {
  session: SessionId
  /** The log's last sequence number. */
  after: number
  asked: readonly Asked[]
}
export type Answered = Record<string, Answer | undefined>
/** Others wait meanwhile, so it waits for nobody. */
export type Decide = (tail: readonly RecordedEvent[], earlier: Answered) => readonly Append[]

export interface EventLog {
  /** All events with a number above `after`, in order. */
  read(session: SessionId, after?: number): Promise<RecordedEvent[]>
  /** All events of these kinds, in order. */
  readOnly(session: SessionId, types: readonly DialogueEvent['type'][]): Promise<RecordedEvent[]>
  /** The earlier answers to these commands, by their ids, of those that were carried out before for the same actor. */
  answered(session: SessionId, asked: readonly Asked[]): Promise<Answered>
  /**
   * What commands of one session led to, the one behind the other, in one transaction: all of it or nothing.
   * `seq` is unique per session, `commandId` is unique.
   */
  append(first: Append, ...more: readonly Append[]): Promise<Appended>
  /**
   * The same for what is decided while nobody else can append: `decide` is told what stands behind `after` and what was answered to `asked`
   * before, and says what is appended. It may be nothing.
   */
  appendInTurn(known: Known, decide: Decide): Promise<Appended>
  /** Walk the chain of hashes to its end: the number of the first line that was altered or taken away, or null. */
  verify(session: SessionId): Promise<number | null>
}

export interface DialogueRow {
  id: DialogueId
  session: SessionId
  title: string
  promise: string | null
  startsAt: number | null
  endsAt: number | null
  demo: boolean
}
/** The dialogue goes on: from the session `after` to a further one. */
export interface Entered {
  dialogue: DialogueId
  after: SessionId
  session: SessionId
  startsAt: number | null
  endsAt: number | null
}
export interface PersonRow {
  id: PersonId
  dialogue: DialogueId
  name: string
  role: Role
  group: Group | null
  detail: string | null
  /** Raised to revoke the link. */
  generation: number
  opened: boolean
  /** Was taken out of the dialogue: no link lets them in. */
  out: boolean
  /** The name is no name any more. */
  erased: boolean
}
/** Their line in the list that was last read. */
export interface Listed {
  person: PersonId
  line: ImportedPerson
}
export interface Redemption {
  /** Hash of the link's secret, and of the new cookie. */
  link: Buffer
  login: Buffer
  at: number
  /** `oneDevice`: a second device must take over. `often`: the demonstration. */
  rule: 'oneDevice' | 'often'
  takeOver: boolean
}
export type RedemptionOutcome = 'ok' | 'unknown' | 'expired' | 'inUse'

export interface PeopleStore {
  createDialogue(row: DialogueRow, people: PersonRow[]): Promise<void>
  addPeople(people: PersonRow[]): Promise<void>
  dialogue(id: DialogueId): Promise<DialogueRow | null>
  dialogues(): Promise<DialogueRow[]>
  /** Those whose session somebody has to watch over: it has begun and not ended, or there are still rooms of it in the SFU. */
  underWay(): Promise<DialogueRow[]>
  people(dialogue: DialogueId): Promise<PersonRow[]>
  person(id: PersonId): Promise<PersonRow | null>
  /** Those of these people who are not taken out, and which link of theirs is in force. */
  admitted(ids: readonly PersonId[]): Promise<Pick<PersonRow, 'id' | 'generation'>[]>
  /** Only of those who are from a list. */
  listed(dialogue: DialogueId): Promise<Listed[]>
  keepListed(listed: readonly Listed[]): Promise<void>
  editDialogue(
    id: DialogueId,
    edit: { title: string; startsAt: number | null; endsAt: number | null },
  ): Promise<void>
  /** The sessions this dialogue has had, in order; the last is the one it has now. */
  sessions(dialogue: DialogueId): Promise<SessionId[]>
  /** A log for a further session; nobody finds it before `enterSession`. */
  addSession(dialogue: DialogueId, session: SessionId): Promise<void>
  /** False when the dialogue has gone on from `after` already. */
  enterSession(entered: Entered): Promise<boolean>
  /** Links and codes are stored as hashes only. Setting the same ones again changes nothing. */
  setLink(person: PersonId, generation: number, hash: Buffer, code: Buffer): Promise<void>
  /** `current`: not replaced by a newer link. */
  byLink(hash: Buffer): Promise<{ person: PersonRow; current: boolean } | null>
  /** Whose link has this code now. More than one: by chance two have the same. */
  byCode(code: Buffer): Promise<PersonRow[]>
  /** People whose link is from before there were codes. */
  withoutCode(): Promise<PersonRow[]>
  /** Revokes the link and every login. */
  raiseGeneration(person: PersonId): Promise<number>
  /** One transaction: of several attempts at once exactly one wins. */
  redeem(attempt: Redemption): Promise<RedemptionOutcome>
  /** The person behind a cookie; null when it is unknown or revoked. */
  login(hash: Buffer): Promise<PersonRow | null>
  /** Those of these logins that still stand. */
  standing(hashes: readonly Buffer[]): Promise<Buffer[]>
  hasLogin(person: PersonId): Promise<boolean>
  removeLogins(person: PersonId, except?: Buffer): Promise<void>
  /** The dialogue and all it stored: log, people, documents, speech, rooms. */
  deleteDialogue(id: DialogueId): Promise<void>
}

/** A closed stretch of speech on the server's clock. */
export interface SpeechInterval {
  session: SessionId
  room: RoomId
  person: PersonId
  startMs: number
  endMs: number
}
/** A microphone that was heard was muted: no pause goes over it. */
export interface SpeechMute {
  session: SessionId
  room: RoomId
  person: PersonId
  atMs: number
}
/** S8: a stretch in which a room was not measured. */
export interface SpeechGap {
  session: SessionId
  room: RoomId
  startMs: number
  endMs: number
}
export interface Speech {
  intervals: SpeechInterval[]
  gaps: SpeechGap[]
  mutes: SpeechMute[]
}
/** All of one session; with a fence nothing is stored once another node leads it, for that one measures. */
export interface SpeechStore {
  /** False: another node leads, and nothing was stored. */
  add(intervals: SpeechInterval[], fence?: number): Promise<boolean>
  addGaps(gaps: SpeechGap[], fence?: number): Promise<boolean>
  addMutes(mutes: SpeechMute[], fence?: number): Promise<boolean>
  read(session: SessionId): Promise<Speech>
}

export interface MediaRoomRow {
  room: RoomId
  version: number
  name: string
  replaced: boolean
}
export interface MediaRoomStore {
  /** The random SFU room name for this room and version; made and kept on first asking (one winner). */
  name(session: SessionId, room: RoomId, version: number, fresh: string): Promise<string>
  /** Also those that were replaced and are not yet removed. */
  all(session: SessionId): Promise<MediaRoomRow[]>
  /** From now on `fresh` is the name where `name` was. One transaction; the name that is in use after it (one winner). */
  replace(name: string, fresh: string): Promise<string>
  remove(name: string): Promise<void>
}

export interface EndedSession {
  session: SessionId
  /** 1 is the dialogue's first. */
  number: number
  endedAt: number
}
export interface EvaluationStore {
  /** The sessions of this dialogue that have ended, in order. */
  ended(dialogue: DialogueId): Promise<EndedSession[]>
  /** One transaction. False when this token has answered already: then nothing is counted. */
  add(session: SessionId, token: Buffer, ratings: Ratings, words: string | null): Promise<boolean>
  hasAnswered(token: Buffer): Promise<boolean>
  /** The words in no order that says when they were written. */
  read(session: SessionId): Promise<{ answered: number; counts: Counts; words: string[] }>
}

/** Whose name goes, the word in its place, and whether they can still come in (`out`: they cannot). */
export interface ErasedPerson {
  person: PersonId
  word: string
  out: boolean
}
export interface Erasing {
  dialogue: DialogueId
  people: readonly ErasedPerson[]
  at: number
  actor: PersonId | 'system'
}
export interface ErasureStore {
  /**
   * One transaction over everything that is stored of the dialogue: logs, texts, people, links. Each log that has become another
   * says so in a line of its own. Null, and nothing was done: a session is under way. `unread`: texts that are damaged.
   */
  erase(erasing: Erasing): Promise<{ unread: TableId[] } | null>
}

/** What stands of one person: by table, and the lines of the logs that they wrote or that name them. */
export interface HeldOfPerson {
  rows: Record<string, Record<string, unknown>[]>
  lines: { session: SessionId; seq: number; at: number; actor: string; event: unknown }[]
}
export interface PersonalStore {
  held(dialogue: DialogueId, person: PersonId): Promise<HeldOfPerson>
}

export interface HeldDialogue extends Held {
  row: DialogueRow
}
export interface RetentionStore {
  held(dialogue: DialogueId): Promise<HeldDialogue | null>
  /** Of every dialogue but the demonstration's. */
  all(): Promise<HeldDialogue[]>
  choose(dialogue: DialogueId, until: KeepUntil): Promise<void>
}

/** Where somebody gets mail. For the organiser only: it stands in no log and in nobody's projection. */
export interface Address {
  person: PersonId
  address: string
  /** They want no mail; their seat has nothing to do with it. */
  noMail: boolean
  bouncedAt: number | null
}
export interface MailStore {
  addresses(dialogue: DialogueId): Promise<Address[]>
  address(person: PersonId): Promise<Address | null>
  /** Null takes it away. What was known of another address (invited, bounced) goes with that one; that no mail is wanted there is remembered. */
  setAddress(person: PersonId, address: string | null): Promise<void>
  /** Everybody of every dialogue who gets mail at this address. */
  at(address: string): Promise<PersonRow[]>
  setNoMail(person: PersonId, noMail: boolean): Promise<void>
  /** Of this address, if they have it still. Null: it works after all. */
  setBounced(person: PersonId, address: string, at: number | null): Promise<void>
  /** How often title or time of this dialogue were changed. */
  edits(dialogue: DialogueId): Promise<number>
  /** The last invitation and the last reminder of each person. */
  latest(dialogue: DialogueId): Promise<MailRow[]>
  /** Those of them who can get mail, and have none waiting nor were sent one after `since`. Their number. */
  invite(people: readonly PersonId[], about: number, at: number, since: number): Promise<number>
  /** Reminders for all sessions that begin within `ahead` ms, for whoever was invited before that time; each once ever. */
  remind(now: number, ahead: number): Promise<void>
  /** The next one that may go now, from then on `sending`. */
  take(now: number): Promise<TakenMail | null>
  /** What came of it. `waiting`: again, from `at` on. */
  note(mail: TakenMail, state: MailState, at: number): Promise<void>
  drop(mail: TakenMail): Promise<void>
  /** Their link is another one: what was sent to them leads nowhere any more. */
  renewed(person: PersonId): Promise<void>
  /** Something broke off while these were being sent: whether they went nobody knows, so they never go again by themselves. */
  interrupted(at: number): Promise<void>
}
export interface MailRow {
  person: PersonId
  kind: MailKind
  state: MailState
  at: number
}
export interface TakenMail {
  person: PersonId
  kind: MailKind
  /** Beginning of the session it is about; 0 when that has no date. */
  about: number
  /** With this time. */
  tries: number
}
