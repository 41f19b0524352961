import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { TableId } from '../../shared/dialogue/model.ts'
import type { Answer, ClientFrame, DeviceStatus, MediaPass, ServerFrame } from '../../shared/protocol.ts'
import { CLOSE, PROTOCOL } from '../../shared/wire.ts'
import { tNow, useLocale } from '../ui/text.tsx'
import { openChannel, type Channel } from './channel.ts'
import { fromPing, fromTrip, type Offset } from './offset.ts'
import { createPending } from './pending.ts'
import { receive } from './receive.ts'
import { emptyStore, useSession } from './store.ts'

/** "U bent terug. U bent niets kwijt." stays this long. */
const BACK_MS = 5_000

type Joined = Omit<Extract<ClientFrame, { kind: 'joined' }>, 'kind'>

const pending = createPending()
let channel: Channel | null = null
let line: { url: string; connect: (url: string) => WebSocket; comeOver: () => void } | null = null
let saidHello = 0
let takesOver = false
/** After a gap the tail cannot be trusted: the whole is asked for. */
let wantsWhole = false
let offset: Offset | null = null
let status: DeviceStatus | null = null
let joined: Joined | null = null
let backTimer: ReturnType<typeof setTimeout> | undefined

function hello(): ClientFrame {
  saidHello = Date.now()
  const { state } = useSession.getState()
  const lastSeq = wantsWhole ? 0 : (state?.seq ?? 0)
  const { locale } = useLocale.getState()
  // a session whose log has not begun has no id yet
  const session = state?.id === '' ? undefined : state?.id
  const frame = { kind: 'hello', protocol: PROTOCOL, lastSeq, session, locale } as const
  return takesOver ? { ...frame, takeOver: true } : frame
}

function onFrame(frame: ServerFrame): boolean {
  if (frame.kind === 'answer') pending.answered(frame.id, frame)
  keepTime(frame)
  if (isOfAnother(frame)) {
    // What was under way belongs to the session that is over.
    channel?.stop()
    line?.comeOver()
    return true
  }
  const received = receive(useSession.getState(), frame)
  if (received === 'gap') {
    // A gap behind a welcome means that our own past does not fit; a gap in between is mended with the tail.
    wantsWhole = frame.kind === 'welcome'
    return false
  }
  useSession.setState(received)
  if (frame.kind === 'welcome') onWelcome()
  return true
}

/** The dialogue has gone on to a further session. */
function isOfAnother(frame: ServerFrame): boolean {
  const before = useSession.getState().state?.id
  return (
    frame.kind === 'welcome' &&
    frame.snapshot !== null &&
    before !== undefined &&
    frame.snapshot.id !== before
  )
}

function keepTime(frame: ServerFrame): void {
  const got = Date.now()
  if (frame.kind === 'welcome') offset = fromTrip(offset, saidHello, got, frame.now)
  if (frame.kind === 'ping' && offset) offset = fromPing(offset, got, frame.now)
  if (offset && offset.value !== useSession.getState().offset) useSession.setState({ offset: offset.value })
}

function onWelcome(): void {
  const back = useSession.getState().connection === 'lost'
  wantsWhole = false
  takesOver = false
  useSession.setState({ connection: 'live', closed: null })
  // before a pass is asked for, which ends what this is about
  if (joined) channel?.send({ kind: 'joined', ...joined })
  for (const frame of pending.frames()) channel?.send(frame)
  if (status) channel?.send({ kind: 'status', status })
  if (!back) return
  clearTimeout(backTimer)
  useSession.setState({ backSince: Date.now() + useSession.getState().offset })
  backTimer = setTimeout(() => useSession.setState({ backSince: null }), BACK_MS)
}

function onLost(): void {
  if (useSession.getState().connection === 'live')
    useSession.setState({ connection: 'lost', backSince: null })
}

function onClosed(code: number): void {
  useSession.setState({ connection: 'closed', closed: code })
  // Opened elsewhere: what was asked here waits, for the person may come back to this device.
  if (code !== CLOSE.elsewhere) pending.giveUp({ ok: false, code: 'not_saved', text: tNow('app.notSent') })
}

function open(): void {
  channel?.stop()
  if (line) channel = openChannel({ ...line, hello, onFrame, onLost, onClosed })
}

/** Address of the control channel below the page's own path. */
export const liveUrl = (page: { protocol: string; host: string }, base: string, person: string): string =>
  `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}${base}/p/${person}/live`

const hurry = (): void => channel?.hurry()
const seen = (): void => {
  if (document.visibilityState === 'visible') hurry()
}

/** Starts the control channel, once per page; returns how to stop it. `comeOver`: to a further session everybody comes in anew. */
export function startSession(
  url: string,
  connect = (to: string): WebSocket => new WebSocket(to),
  comeOver = (): void => location.reload(),
): () => void {
  line = { url, connect, comeOver }
  open()
  globalThis.addEventListener('online', hurry)
  document.addEventListener('visibilitychange', seen)
  return () => {
    globalThis.removeEventListener('online', hurry)
    document.removeEventListener('visibilitychange', seen)
    channel?.stop()
    clearTimeout(backTimer)
    pending.giveUp({ ok: false, code: 'not_saved', text: tNow('app.notSent') })
    channel = null
    line = null
    offset = null
    status = null
    joined = null
    useSession.setState(emptyStore)
  }
}

/** "Gebruik dit apparaat": the other device is told and signed off. */
export function takeOver(): void {
  takesOver = true
  useSession.setState({ connection: 'connecting', closed: null })
  open()
}

function put(frame: Extract<ClientFrame, { kind: 'command' | 'ask' }>) {
  const reply = pending.add(frame)
  if (useSession.getState().connection === 'live') channel?.send(frame)
  return reply
}

/**
 * Sends a command and waits for its answer, over as many lines as it takes; the same id makes sure it happens once.
 * A refusal is an answer, not an error.
 */
export async function send(type: CommandType, payload: Record<string, unknown> = {}): Promise<Answer> {
  const { answer } = await put({ kind: 'command', commandId: crypto.randomUUID(), type, payload })
  return answer
}

/**
 * The pass for the room this person is seated in. Throws the refusal's code, such as `media_away`.
 * `displaced`: the lease with which somebody else took this device's place.
 */
export async function joinRoom(displaced?: string): Promise<MediaPass> {
  const ask = { kind: 'ask', id: crypto.randomUUID(), type: 'joinRoom' } as const
  const { answer, pass } = await put(displaced === undefined ? ask : { ...ask, displaced })
  if (!answer.ok) throw new Error(answer.code)
  if (!pass) throw new Error('media_away')
  return pass
}

/** Which connection with our pass is ours; said again on every new line. */
export function sendJoined(next: Joined): void {
  joined = next
  if (useSession.getState().connection === 'live') channel?.send({ kind: 'joined', ...next })
}

/** How this device does; said again on every new line. */
export function sendStatus(next: DeviceStatus): void {
  status = next
  if (useSession.getState().connection === 'live') channel?.send({ kind: 'status', status })
}

/** Changes only the screen the person is at, for whoever helps; answers the screen before. */
export function sendScreen(screen: string): string {
  const known = status ?? { room: null, microphone: 'off', camera: 'off', media: 'off', screen: 'join' }
  sendStatus({ ...known, screen })
  return known.screen
}

/** Lost on purpose while the line is away: who types will type on. */
export function sendTyping(table: TableId, typing: boolean): void {
  if (useSession.getState().connection === 'live') channel?.send({ kind: 'typing', table, typing })
}

/** "Probeer nu": does not wait for the next try. */
export const tryNow = (): void => channel?.hurry()
