import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { frame, updateFrame } from './frames.ts'
import { until } from './until.ts'
import type { Visitor } from './visitor.ts'

/** A bare line to a table's text in the whole product, for whoever may be turned away. */
export interface TextLine {
  /** The text as it stands at the server; null: the line was closed in place of an answer. */
  read(): Promise<Y.Doc | null>
  /** `stored`, or the code with which the line was closed. */
  write(doc: Y.Doc, change: (doc: Y.Doc) => void): Promise<'stored' | number>
  /** Say under this client id that one is here. */
  show(client: number): void
  /** Client ids that were told of as being here, in the order in which they were told. */
  seen(): number[]
  code(): number | null
  close(): void
}

const ASK = frame(0, 0, Y.encodeStateVector(new Y.Doc()))

export function textLine(
  { home, cookie }: Pick<Visitor, 'home' | 'cookie'>,
  table: string,
  epoch: number,
): TextLine {
  const url = new URL(`docs/${table}?epoch=${epoch}`, home)
  const { origin } = url
  url.protocol = 'ws:'
  const ws = new WebSocket(url, { headers: { cookie, origin } })
  const received: Uint8Array[] = []
  let code: number | null = null
  const opened = new Promise((resolve) => ws.once('open', resolve))
  ws.on('message', (data: Buffer) => received.push(new Uint8Array(data)))
  ws.on('close', (closed) => (code = closed))
  ws.on('error', () => undefined)

  /** The first of these that comes from now on, or null when the line closes. */
  async function answer<T>(
    what: string,
    bytes: Uint8Array,
    find: (frame: Uint8Array) => T | null,
  ): Promise<T | null> {
    await opened
    const from = received.length
    const found = () =>
      received
        .slice(from)
        .map(find)
        .find((one) => one !== null) ?? null
    ws.send(bytes)
    await until(what, () => found() !== null || code !== null, 8_000)
    return found()
  }

  return {
    async read() {
      const state = await answer('the text, or the end of the line', ASK, stateOf)
      if (!state) return null
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state)
      return doc
    },
    async write(doc, change) {
      const before = Y.encodeStateVector(doc)
      change(doc)
      const update = updateFrame(Y.encodeStateAsUpdate(doc, before))
      const stored = await answer('stored, or the end of the line', update, ([kind]) =>
        kind === 100 ? true : null,
      )
      return stored ? 'stored' : (code ?? 0)
    },
    show: (client) => ws.send(awareness(client)),
    seen: () => received.flatMap(presentIn),
    code: () => code,
    close: () => ws.terminate(),
  }
}

function stateOf(bytes: Uint8Array): Uint8Array | null {
  const decoder = decoding.createDecoder(bytes)
  const isState = decoding.readVarUint(decoder) === 0 && decoding.readVarUint(decoder) === 1
  return isState ? decoding.readVarUint8Array(decoder) : null
}

function awareness(client: number): Uint8Array {
  const inner = encoding.createEncoder()
  for (const number of [1, client, 1]) encoding.writeVarUint(inner, number)
  encoding.writeVarString(inner, JSON.stringify({ at: null }))
  return frame(1, encoding.toUint8Array(inner))
}

function presentIn(bytes: Uint8Array): number[] {
  const decoder = decoding.createDecoder(bytes)
  if (decoding.readVarUint(decoder) !== 1) return []
  const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  const entries = Array.from({ length: decoding.readVarUint(inner) }, () => {
    const client = decoding.readVarUint(inner)
    decoding.readVarUint(inner)
    return { client, isHere: decoding.readVarString(inner) !== 'null' }
  })
  return entries.filter(({ isHere }) => isHere).map(({ client }) => client)
}
