import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandType } from '../dialogue/commands.ts'
import type { PersonId, TableId, TurnId } from '../dialogue/model.ts'
import { app } from '../messages/app.ts'
import type { Answer, ClientFrame, DeviceStatus, MediaPass, OwnDevice, ServerFrame } from '../protocol.ts'
import { CLOSE, PROTOCOL, type Language } from '../wire.ts'
import { keepLine, type KeptLine } from './keptLine.ts'
import { fromPing, fromTrip, type Offset } from './offset.ts'
import { createPending } from './pending.ts'
import { receive } from './receive.ts'
import { emptyStore, type SessionStore } from './store.ts'
import type { Surroundings } from './surroundings.ts'

/** "U bent terug. U bent niets kwijt." stays this long. */
const BACK_MS = 5_000

export interface SessionOptions {
  /** The language in which the server answers. */
  locale?: () => Language
  /** What is said of what could not be sent any more. */
  notSent?: () => string
  /** The first line takes the place over from another device of this person. */
  takeOver?: boolean
  /** The dialogue has gone on to a further session: everybody comes in anew. Without it the session goes on here. */
  comeOver?: () => void
  /** Every frame, for whoever looks at the wire. */
  onFrame?: (frame: ServerFrame) => void
}

/** One person's session on one device: what is known of it, and what can be done. */
export interface Session {
  store: StoreApi<SessionStore>
  /** The server's time now, in milliseconds. */
  now(): number
  /**
   * Sends a command and waits for its answer, over as many lines as it takes; the same id makes sure it happens once.
   * A refusal is an answer, not an error.
   */
  send(type: CommandType, payload?: unknown): Promise<Answer>
  /**
   * The pass for the room this person is seated in. Throws the refusal's code, such as `media_away`.
   * `displaced`: the lease with which somebody else took this device's place.
   */
  joinRoom(displaced?: string): Promise<MediaPass>
  /** The same for the room in which this person talks apart with a helper. */
  joinAside(displaced?: string): Promise<MediaPass>
  /** Which connection with our pass is ours, in the room or apart; said again on every new line. */
  sendJoined(lease: string, connection: string, where?: 'room' | 'aside'): void
  /** How this device does; said again on every new line. */
  sendStatus(status: DeviceStatus): void
  /** Changes only the screen the person is at, for whoever helps; answers the screen before. */
  sendScreen(screen: string): string
  /** Lost on purpose while the line is away: who types will type on. */
  sendTyping(table: TableId, typing: boolean): void
  /** What this person types in their turn so far; lost on purpose while the line is away. */
  sendDraft(turn: TurnId, text: string): void
  /** What an interpreter writes: the line so far. */
  sendCaption(text: string, done: boolean): void
  /** Where a helper can call this person back; said again on every new line. Empty takes it back. */
  sendCallBack(number: string): void
  /** What this person has before them, for whoever helps; said again on every new line. */
  sendOwnDevice(device: OwnDevice): void
  /** To the device of whoever this helper helps. */
  sendTones(person: PersonId): void
  /** Typed in the call for help of `person`. Answers its id: it was sent once it stands in the store under that. */
  sendApart(person: PersonId, text: string): string
  /** "Gebruik dit apparaat": the other device is told and signed off. */
  takeOver(): void
  /** "Probeer nu": does not wait for the next try. */
  tryNow(): void
  close(): void
}

/** Opens the control channel and keeps it open until `close`. */
export function openSession(surroundings: Surroundings, options: SessionOptions = {}): Session {
  const { clock, newId } = surroundings
  const locale = options.locale ?? (() => 'nl' as const)
  const notSent = options.notSent ?? (() => app['app.notSent'].nl)
  const store = createStore<SessionStore>()(() => emptyStore)
  const pending = createPending()
  let line: KeptLine | null = null
  let saidHello = 0
  let takesOver = options.takeOver ?? false
  /** After a gap the tail cannot be trusted: the whole is asked for. */
  let wantsWhole = false
  let offset: Offset | null = null
  let status: DeviceStatus | null = null
  const joined = new Map<'room' | 'aside', Extract<ClientFrame, { kind: 'joined' }>>()
  let callBack = ''
  let ownDevice: OwnDevice | null = null
  let forgetBack: (() => void) | undefined

  function hello(): ClientFrame {
    saidHello = clock.now()
    const { state } = store.getState()
    const lastSeq = wantsWhole ? 0 : (state?.seq ?? 0)
    // a session whose log has not begun has no id yet
    const session = state?.id === '' ? undefined : state?.id
    const frame = { kind: 'hello', protocol: PROTOCOL, lastSeq, session, locale: locale() } as const
    return takesOver ? { ...frame, takeOver: true } : frame
  }

  function onFrame(frame: ServerFrame): boolean {
    options.onFrame?.(frame)
    if (frame.kind === 'answer') pending.answered(frame.id, frame)
    keepTime(frame)
    if (options.comeOver && isOfAnother(frame)) {
      // What was under way belongs to the session that is over.
      line?.stop()
      options.comeOver()
      return true
    }
    const received = receive(store.getState(), frame)
    if (received === 'gap') {
      // A gap behind a welcome means that our own past does not fit; a gap in between is mended with the tail.
      wantsWhole = frame.kind === 'welcome'
      return false
    }
    store.setState(received)
    if (frame.kind === 'welcome') onWelcome()
    return true
  }

  function isOfAnother(frame: ServerFrame): boolean {
    const before = store.getState().state?.id
    if (frame.kind !== 'welcome' || frame.snapshot === null || before === undefined) return false
    return frame.snapshot.id !== before
  }

  function keepTime(frame: ServerFrame): void {
    const got = clock.now()
    if (frame.kind === 'welcome') offset = fromTrip(offset, saidHello, got, frame.now)
    if (frame.kind === 'ping' && offset) offset = fromPing(offset, got, frame.now)
    if (offset && offset.value !== store.getState().offset) store.setState({ offset: offset.value })
  }

  const now = (): number => clock.now() + store.getState().offset

  function onWelcome(): void {
    const back = store.getState().connection === 'lost'
    wantsWhole = false
    takesOver = false
    store.setState({ connection: 'live', closed: null })
    // before a pass is asked for, which ends what this is about
    for (const frame of joined.values()) line?.send(frame)
    for (const frame of pending.frames()) line?.send(frame)
    if (status) line?.send({ kind: 'status', status })
    if (callBack) line?.send({ kind: 'callBack', number: callBack })
    if (ownDevice) line?.send({ kind: 'ownDevice', device: ownDevice })
    if (!back) return
    forgetBack?.()
    store.setState({ backSince: now() })
    forgetBack = clock.after(BACK_MS, () => store.setState({ backSince: null }))
  }

  function onLost(): void {
    if (store.getState().connection === 'live') store.setState({ connection: 'lost', backSince: null })
  }

  function onClosed(code: number): void {
    store.setState({ connection: 'closed', closed: code })
    // Opened elsewhere: what was asked here waits, for the person may come back to this device.
    if (code !== CLOSE.elsewhere) giveUp()
  }

  const giveUp = (): void => pending.giveUp({ ok: false, code: 'not_saved', text: notSent() })

  function open(): void {
    line?.stop()
    line = keepLine(surroundings, { hello, onFrame, onLost, onClosed })
  }

  /** Sent at once while the line is live; what must not be lost is said again by `onWelcome`. */
  function say(frame: ClientFrame): void {
    if (store.getState().connection === 'live') line?.send(frame)
  }

  function put(frame: Extract<ClientFrame, { kind: 'command' | 'ask' }>) {
    const reply = pending.add(frame)
    say(frame)
    return reply
  }

  async function askPass(type: 'joinRoom' | 'joinAside', displaced?: string): Promise<MediaPass> {
    const ask = { kind: 'ask', id: newId(), type } as const
    const { answer, pass } = await put(displaced === undefined ? ask : { ...ask, displaced })
    if (!answer.ok) throw new Error(answer.code)
    if (!pass) throw new Error('media_away')
    return pass
  }

  function sendStatus(next: DeviceStatus): void {
    status = next
    say({ kind: 'status', status })
  }

  open()
  return {
    store,
    now,
    async send(type, payload = {}) {
      const { answer } = await put({ kind: 'command', commandId: newId(), type, payload })
      return answer
    },
    joinRoom: (displaced) => askPass('joinRoom', displaced),
    joinAside: (displaced) => askPass('joinAside', displaced),
    sendJoined(lease, connection, where = 'room') {
      const frame = { kind: 'joined', lease, connection } as const
      joined.set(where, frame)
      say(frame)
    },
    sendStatus,
    sendScreen(screen) {
      const known = status ?? { room: null, microphone: 'off', camera: 'off', media: 'off', screen: 'join' }
      sendStatus({ ...known, screen })
      return known.screen
    },
    sendTyping: (table, typing) => say({ kind: 'typing', table, typing }),
    sendDraft: (turn, text) => say({ kind: 'draft', turn, text }),
    sendCaption: (text, done) => say({ kind: 'caption', text, done }),
    sendCallBack(number) {
      callBack = number
      say({ kind: 'callBack', number })
    },
    sendOwnDevice(device) {
      ownDevice = device
      say({ kind: 'ownDevice', device })
    },
    sendTones: (person) => say({ kind: 'tones', person }),
    sendApart(person, text) {
      const id = newId()
      say({ kind: 'apart', person, id, text })
      return id
    },
    takeOver() {
      takesOver = true
      store.setState({ connection: 'connecting', closed: null })
      open()
    },
    tryNow: () => line?.hurry(),
    close() {
      line?.stop()
      forgetBack?.()
      giveUp()
    },
  }
}
