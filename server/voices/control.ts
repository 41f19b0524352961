import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { apply } from '../../shared/dialogue/apply.ts'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { CLOSE, PROTOCOL } from '../../shared/protocol.ts'
import type { Answer, ClientFrame, DeviceStatus, MediaPass, ServerFrame } from '../../shared/protocol.ts'
import type { Entrance } from './entrance.ts'

/** A person's control channel without a screen: knows the state, sends commands, comes back by itself. */
export interface Control {
  /** Null until the first welcome. */
  state(): SessionState | null
  /** Server milliseconds. */
  now(): number
  send(type: CommandType, payload: unknown): Promise<Answer>
  /** `displaced`: the lease with which another connection took this one's place. */
  askRoom(displaced?: string): Promise<MediaPass | null>
  /** Which connection with this lease is ours. */
  joined(lease: string, connection: string): void
  status(status: DeviceStatus): void
  typing(table: string, typing: boolean): void
  close(): void
}

export interface ControlListener {
  /** The state has changed. */
  changed(): void
  /** Any frame, for tests that look at the wire. */
  frame?(frame: ServerFrame): void
  /** Closed for good, with this code: nothing to come back for. */
  over?(code: number): void
}

const ANSWER_MS = 10_000
const FOR_GOOD: ReadonlySet<number> = new Set([CLOSE.unknown, CLOSE.forbidden, CLOSE.elsewhere, CLOSE.ended])

type Asked = { resolve: (reply: { answer: Answer; pass: MediaPass | null }) => void; timer: NodeJS.Timeout }

/** Opens the channel of whoever redeemed this entrance. */
export function openControl(entrance: Entrance, listener: ControlListener): Control {
  const asked = new Map<string, Asked>()
  let socket: WebSocket | null = null
  let state: SessionState | null = null
  let offset = 0
  let closed = false
  let pause = 250
  let again: NodeJS.Timeout | null = null

  function connect() {
    socket = new WebSocket(`${entrance.home.replace(/^http/, 'ws')}live`, {
      headers: { cookie: entrance.cookie, origin: entrance.origin },
      perMessageDeflate: false,
    })
    socket.on('open', () =>
      post({
        kind: 'hello',
        protocol: PROTOCOL,
        lastSeq: state?.seq ?? 0,
        session: state?.id,
        locale: 'nl',
        takeOver: true,
      }),
    )
    socket.on('message', (data) => onFrame(JSON.parse(String(data)) as ServerFrame))
    socket.on('error', () => undefined)
    socket.on('close', onClose)
  }

  function onClose(code: number) {
    for (const id of asked.keys()) settle(id, { ok: false, code: 'not_saved', text: '' }, null)
    if (closed) return
    if (FOR_GOOD.has(code)) {
      closed = true
      listener.over?.(code)
      return
    }
    again = setTimeout(connect, pause)
    pause = Math.min(pause * 2, 5_000)
  }

  function post(frame: ClientFrame) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }

  function settle(id: string, answer: Answer, pass: MediaPass | null) {
    const waiting = asked.get(id)
    if (!waiting) return
    asked.delete(id)
    clearTimeout(waiting.timer)
    waiting.resolve({ answer, pass })
  }

  function onFrame(frame: ServerFrame) {
    listener.frame?.(frame)
    if (frame.kind === 'answer') settle(frame.id, frame.answer, frame.pass ?? null)
    else if (frame.kind === 'ping') {
      offset = frame.now - Date.now()
      post({ kind: 'pong' })
    } else if (frame.kind === 'welcome') {
      offset = frame.now - Date.now()
      pause = 250
      const base = frame.snapshot ?? state
      replace(base && frame.tail.reduce(apply, base))
    } else if (frame.kind === 'snapshot') replace(frame.snapshot)
    else if (frame.kind === 'event' && state) {
      if (frame.recorded.seq === state.seq + 1) replace(apply(state, frame.recorded))
      // a gap: ask again from what we have
      else if (frame.recorded.seq > state.seq) socket?.close()
    }
  }

  function replace(next: SessionState | null) {
    state = next
    if (next) listener.changed()
  }

  function ask(id: string, frame: ClientFrame) {
    return new Promise<{ answer: Answer; pass: MediaPass | null }>((resolve) => {
      const timer = setTimeout(() => settle(id, { ok: false, code: 'not_saved', text: '' }, null), ANSWER_MS)
      asked.set(id, { resolve, timer })
      post(frame)
    })
  }

  connect()
  return {
    state: () => state,
    now: () => Date.now() + offset,
    async send(type, payload) {
      const commandId = randomUUID()
      return (await ask(commandId, { kind: 'command', commandId, type, payload })).answer
    },
    async askRoom(displaced) {
      const id = randomUUID()
      return (await ask(id, { kind: 'ask', id, type: 'joinRoom', displaced })).pass
    },
    joined: (lease, connection) => post({ kind: 'joined', lease, connection }),
    status: (status) => post({ kind: 'status', status }),
    typing: (table, typing) => post({ kind: 'typing', table, typing }),
    close() {
      closed = true
      if (again) clearTimeout(again)
      for (const { timer } of asked.values()) clearTimeout(timer)
      socket?.close()
    },
  }
}
