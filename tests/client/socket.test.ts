import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocketServer, type WebSocket as Line } from 'ws'
import { inNode } from '../../server/voices/session.ts'
import { openSession, type Session } from '../../shared/channel/session.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { clientFrame, type ClientFrame, type ServerFrame } from '../../shared/protocol.ts'

const begun = { ...emptySession, id: 'ses_1' }

type Heard = Extract<ClientFrame, { kind: 'command' }>

let server: WebSocketServer
let heard: ClientFrame[]
let lines: Line[]
let session: Session
let comeOver: () => void
let welcome: (hello: ClientFrame) => Partial<Extract<ServerFrame, { kind: 'welcome' }>>

const say = (line: Line | undefined, frame: ServerFrame) => line?.send(JSON.stringify(frame))
const last = () => lines.at(-1)
const of = <K extends ClientFrame['kind']>(kind: K) =>
  heard.filter((frame): frame is Extract<ClientFrame, { kind: K }> => frame.kind === kind)
const connection = () => session.store.getState().connection
const announced = (seq: number, text: string) =>
  ({ kind: 'event', recorded: { seq, at: 0, event: { type: 'Announced', text } } }) as const

/** Resolves at the moment the page knows; it may be back a few milliseconds later. */
const cutLine = () =>
  new Promise<void>((resolve) => {
    const stopLooking = session.store.subscribe(({ connection: now }) => {
      if (now !== 'lost') return
      stopLooking()
      resolve()
    })
    last()?.terminate()
  })

beforeEach(async () => {
  heard = []
  lines = []
  welcome = () => ({ snapshot: { ...begun, seq: 1 } })
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (line) => {
    lines.push(line)
    line.on('message', (data) => {
      const frame = clientFrame.parse(JSON.parse(String(data)))
      heard.push(frame)
      if (frame.kind !== 'hello') return
      const now = Date.now() + 60_000
      say(line, {
        kind: 'welcome',
        protocol: 1,
        now,
        me: 'per_1',
        snapshot: null,
        tail: [],
        ...welcome(frame),
      })
    })
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  comeOver = vi.fn()
  session = openSession(inNode(`ws://127.0.0.1:${port}/p/per_1/live`), { comeOver })
  await vi.waitFor(() => expect(connection()).toBe('live'))
})

afterEach(async () => {
  session.close()
  for (const line of lines) line.terminate()
  await new Promise((resolve) => server.close(resolve))
})

test('a command is answered, and a refusal is an answer', async () => {
  const answered = session.send('raiseHand', { room: 'plenary' })
  await vi.waitFor(() => expect(of('command')).toHaveLength(1))
  const [command] = of('command') as [Heard]
  say(last(), {
    kind: 'answer',
    id: command.commandId,
    answer: { ok: false, code: 'already', text: 'Uw hand is al omhoog.' },
  })
  expect(await answered).toEqual({ ok: false, code: 'already', text: 'Uw hand is al omhoog.' })
})

test('when the dialogue has gone on to another session the page comes over, and sends nothing of the old one', async () => {
  void session.send('raiseHand', { room: 'plenary' })
  await vi.waitFor(() => expect(of('command')).toHaveLength(1))
  welcome = () => ({ snapshot: { ...begun, id: 'ses_2', seq: 1 } })
  last()?.terminate()
  await vi.waitFor(() => expect(comeOver).toHaveBeenCalledOnce())
  expect(of('hello').at(-1)?.session).toBe(begun.id)
  expect(of('command')).toHaveLength(1)
})

test('[F1] a command that was under way when the line fell is sent again with the same id', async () => {
  const answered = session.send('raiseHand', { room: 'plenary' })
  await vi.waitFor(() => expect(of('command')).toHaveLength(1))
  last()?.terminate()
  await vi.waitFor(() => expect(of('command')).toHaveLength(2), 5_000)
  const [first, second] = of('command') as [Heard, Heard]
  expect(second.commandId).toBe(first.commandId)
  say(last(), { kind: 'answer', id: second.commandId, answer: { ok: true } })
  expect(await answered).toEqual({ ok: true })
})

test('what is pressed while the line is away is sent once it is back', async () => {
  await cutLine()
  void session.send('raiseHand', { room: 'plenary' })
  expect(of('command')).toHaveLength(0)
  await vi.waitFor(() => expect(of('command')).toHaveLength(1), 5_000)
})

test('after being away it says so, and asks only for what came after the last event it has', async () => {
  say(last(), announced(2, 'Welkom'))
  await vi.waitFor(() => expect(session.store.getState().state?.seq).toBe(2))
  welcome = () => ({ tail: [{ seq: 3, at: 0, event: { type: 'PlenaryOpened' } }] })
  last()?.terminate()
  await vi.waitFor(() => expect(session.store.getState().state?.phase.name).toBe('plenary'), 5_000)
  expect(of('hello').at(-1)?.lastSeq).toBe(2)
  expect(session.store.getState().backSince).not.toBeNull()
})

test('a gap is never skipped: the line is made anew from the last sure number', async () => {
  say(last(), announced(4, 'te vroeg'))
  await vi.waitFor(() => expect(of('hello')).toHaveLength(2), 5_000)
  expect(of('hello').at(-1)?.lastSeq).toBe(1)
  expect(session.store.getState().state?.announcement).toBeNull()
})

test('a tail that does not fit makes it ask for the whole', async () => {
  let given = 0
  welcome = () =>
    given++ === 0
      ? { tail: [{ seq: 9, at: 0, event: { type: 'PlenaryOpened' } }] }
      : { snapshot: { ...begun, seq: 9 } }
  last()?.terminate()
  await vi.waitFor(() => expect(session.store.getState().state?.seq).toBe(9), 5_000)
  expect(of('hello').map((hello) => hello.lastSeq)).toEqual([0, 1, 0])
})

test('an event that comes twice counts once', async () => {
  say(last(), announced(2, 'eerste'))
  say(last(), announced(2, 'nog eens'))
  say(last(), announced(3, 'tweede'))
  await vi.waitFor(() => expect(session.store.getState().state?.seq).toBe(3))
  expect(session.store.getState().state?.announcement?.text).toBe('tweede')
  expect(of('hello')).toHaveLength(1)
})

test('opened elsewhere it stays closed until "Gebruik dit apparaat"', async () => {
  last()?.close(4409)
  await vi.waitFor(() => expect(session.store.getState().closed).toBe(4409))
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(of('hello')).toHaveLength(1)
  session.takeOver()
  await vi.waitFor(() => expect(connection()).toBe('live'), 5_000)
  expect(of('hello').at(-1)?.takeOver).toBe(true)
})

test.each([4401, 4403, 4410, 4426])(
  'closed with %i it does not come back, and whoever waits is told',
  async (code) => {
    const answered = session.send('raiseHand', { room: 'plenary' })
    await vi.waitFor(() => expect(of('command')).toHaveLength(1))
    last()?.close(code)
    expect(await answered).toMatchObject({ ok: false, code: 'not_saved' })
    expect(session.store.getState()).toMatchObject({ connection: 'closed', closed: code })
  },
)

test('the status of the device is said again on a new line', async () => {
  const status = { room: null, microphone: 'off', camera: 'on', media: 'on', screen: 'room' } as const
  session.sendStatus(status)
  await vi.waitFor(() => expect(of('status')).toHaveLength(1))
  last()?.terminate()
  await vi.waitFor(() => expect(of('status')).toHaveLength(2), 5_000)
  expect(of('status').at(-1)?.status).toEqual(status)
})

test('a pass for sound and picture comes with the answer, and a refusal throws its code', async () => {
  const passed = session.joinRoom()
  await vi.waitFor(() => expect(of('ask')).toHaveLength(1))
  const pass = { url: 'ws://127.0.0.1:1', token: 't', room: 'plenary', version: 0, lease: 'l' }
  say(last(), { kind: 'answer', id: of('ask')[0]?.id ?? '', answer: { ok: true }, pass })
  expect(await passed).toEqual(pass)
  const refused = session.joinRoom()
  await vi.waitFor(() => expect(of('ask')).toHaveLength(2))
  say(last(), {
    kind: 'answer',
    id: of('ask')[1]?.id ?? '',
    answer: { ok: false, code: 'media_away', text: '' },
  })
  await expect(refused).rejects.toThrow('media_away')
})

test('a ping is answered, and the offset is that of the server', async () => {
  say(last(), { kind: 'ping', now: Date.now() + 60_000 })
  await vi.waitFor(() => expect(of('pong')).toHaveLength(1))
  expect(Math.abs(session.store.getState().offset - 60_000)).toBeLessThan(250)
})

test('ten seconds without a word from the server is a dead line, whatever the socket says', async () => {
  const real = Date.now
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => real() + 11_000)
  await vi.waitFor(() => expect(connection()).toBe('lost'), { timeout: 3_000, interval: 1 })
  clock.mockRestore()
  await vi.waitFor(() => expect(connection()).toBe('live'), 5_000)
  expect(of('hello')).toHaveLength(2)
})
